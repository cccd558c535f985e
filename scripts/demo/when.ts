/** When things happen in the demo: at plausible hours of the past four weeks. */

export const zone = 'Europe/Berlin';
const MINUTE = 60_000;
const unit = { m: MINUTE, h: 60 * MINUTE, d: 24 * 60 * MINUTE };

/** `time` in Berlin, `daysAgo` days before `now`; the working day before if that is a weekend or still to come. */
export function opening(now: number, daysAgo: number, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  let day = now - daysAgo * unit.d;
  if (atClock(day, hour * 60 + minute) > now) day -= unit.d;
  while (isWeekend(day)) day -= unit.d;
  return atClock(day, hour * 60 + minute);
}

/** `after` (`25m`, `3h`, `2d`) later; pushed out of nights and weekends, for agents also out of evenings. */
export function later(than: number, after: string, who: 'agent' | 'customer'): number {
  const [, count = '0', letter = 'm'] = /^(\d+)([mhd])$/.exec(after) ?? [];
  let at = than + Number(count) * (letter === 'd' ? unit.d : letter === 'h' ? unit.h : unit.m);
  const [from, to] = who === 'agent' ? [7.75 * 60, 17.5 * 60] : [6.5 * 60, 21 * 60];
  let minute = minuteOfDay(at);
  if (minute > to) at += unit.d;
  if (minute > to || minute < from) minute = from + (Number(count) % 37);
  while (isWeekend(at)) at += unit.d;
  return atClock(at, minute);
}

/** As mail programs write it above a quote. */
export function said(at: number, language: 'de' | 'en'): string {
  return new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

function isWeekend(at: number): boolean {
  return ['Sat', 'Sun'].includes(new Intl.DateTimeFormat('en', { timeZone: zone, weekday: 'short' }).format(at));
}

function minuteOfDay(at: number): number {
  const [hour = 0, minute = 0] = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at).split(':').map(Number);
  return hour * 60 + minute;
}

/** Nobody acts on the full minute, and not all in the same second. */
function atClock(day: number, minute: number): number {
  const guess = day + (minute - minuteOfDay(day)) * MINUTE;
  // A second time, for days of 23 or 25 hours.
  const at = guess + (minute - minuteOfDay(guess)) * MINUTE;
  return at - (at % MINUTE) + ((minute * 37) % 60) * 1000;
}
