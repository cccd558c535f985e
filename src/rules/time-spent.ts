/** Time that somebody spent on a ticket, as it is typed: `25`, `25 min`, `1:30`, `1,5 h`, `1 h 30`. */

/** Minutes of one text: a whole day. */
const MOST_MINUTES = 24 * 60;

const HOURS = String.raw`(?:h|hours?|std\.?|stunden?)`;
const MINUTES = String.raw`(?:m|min\.?|minutes?|minuten?)`;

/** Whole minutes from 0 to a day, or null for what is none. A number alone is minutes; nothing typed is 0. */
export function readMinutes(typed: string): number | null {
  const line = typed.trim().toLowerCase().replace(',', '.');
  const minutes = line === '' ? 0 : (inBoth(line) ?? inHours(line) ?? inMinutes(line));
  return minutes === null || minutes > MOST_MINUTES ? null : minutes;
}

/** As `readMinutes` reads it: `25`, `1:30`; nothing for 0. */
export function writeMinutes(minutes: number): string {
  if (minutes < 60) return minutes === 0 ? '' : String(minutes);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

function inBoth(line: string): number | null {
  const [, hours, minutes] = new RegExp(`^(\\d{1,2})(?::| ?${HOURS} ?)([0-5]?\\d) ?(?:${MINUTES}|${HOURS})?$`).exec(line) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

function inHours(line: string): number | null {
  const [, hours] = new RegExp(`^(\\d{1,2}(?:\\.\\d{1,2})?) ?${HOURS}$`).exec(line) ?? [];
  return hours === undefined ? null : Math.round(Number(hours) * 60);
}

function inMinutes(line: string): number | null {
  const [, minutes] = new RegExp(`^(\\d{1,4}) ?${MINUTES}?$`).exec(line) ?? [];
  return minutes === undefined ? null : Number(minutes);
}
