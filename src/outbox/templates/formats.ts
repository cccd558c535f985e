/** Times and sizes as letters show them. */

import type { Instant, Language } from '../../rules/ticket.ts';

/** `Tue 24 Nov 2026, 10:15`, `Di 24.11.2026, 10:15`: on the clocks of `zone` (IANA). */
export function letterTime(at: Instant, { language, zone }: { language: Language; zone: string }): string {
  const { weekday, date, time } = formatters(language, zone);
  return `${weekday.format(at)} ${date.format(at)}, ${time.format(at)}`;
}

type Formatters = Record<'weekday' | 'date' | 'time', Intl.DateTimeFormat>;

/** Making three of them for every article of a conversation, again for every reader, took more time than all the rest of the letters. */
const made = new Map<string, Formatters>();

function formatters(language: Language, zone: string): Formatters {
  const key = `${language} ${zone}`;
  const before = made.get(key);
  if (before !== undefined) return before;
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale(language), { ...options, timeZone: zone });
  const these = {
    weekday: format({ weekday: 'short' }),
    date: format({ day: '2-digit', month: language === 'de' ? '2-digit' : 'short', year: 'numeric' }),
    time: format({ hour: '2-digit', minute: '2-digit' }),
  };
  made.set(key, these);
  return these;
}

/** `Wednesday, 25 November 2026`, `Mittwoch, 25. November 2026`. */
export function letterDay(at: Instant, { language, zone }: { language: Language; zone: string }): string {
  return new Intl.DateTimeFormat(locale(language), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: zone }).format(at);
}

/** `820 B`, `34 KB`, `1.4 MB`; units are decimal, as file managers show them. */
export function fileSize(bytes: number, language: Language): string {
  if (bytes < 1000) return `${bytes} B`;
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB'];
  return `${value.toLocaleString(locale(language), { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`;
}

function locale(language: Language): string {
  return language === 'de' ? 'de-DE' : 'en-GB';
}
