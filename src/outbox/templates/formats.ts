/** Times and sizes as letters show them. */

import type { Instant, Language } from '../../rules/ticket.ts';

/** `Tue 24 Nov 2026, 10:15`, `Di 24.11.2026, 10:15`: on the clocks of `zone` (IANA). */
export function letterTime(at: Instant, { language, zone }: { language: Language; zone: string }): string {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale(language), { ...options, timeZone: zone }).format(at);
  const weekday = format({ weekday: 'short' });
  const date = format({ day: '2-digit', month: language === 'de' ? '2-digit' : 'short', year: 'numeric' });
  return `${weekday} ${date}, ${format({ hour: '2-digit', minute: '2-digit' })}`;
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
