/** In which language somebody reads whom we do not know yet. */

import type { Language } from '../rules/ticket.ts';

/** The language chosen in the footer, else the browser's most wanted one of ours, else null. */
export function readerLanguage(chosen: string | undefined, acceptLanguage: string | undefined): Language | null {
  if (chosen === 'de' || chosen === 'en') return chosen;
  const wanted = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map(asWish)
    .filter((wish) => wish.weight > 0)
    .toSorted((one, other) => other.weight - one.weight);
  return wanted.find((wish) => wish.language !== null)?.language ?? null;
}

/** One part of Accept-Language, as in `de-AT;q=0.8` (RFC 9110 §12.5.4). */
function asWish(part: string): { language: Language | null; weight: number } {
  const [tag = '', weight = '1'] = part.trim().toLowerCase().split(/\s*;\s*q=/);
  const primary = tag.split('-', 1)[0];
  return { language: primary === 'de' || primary === 'en' ? primary : null, weight: Number(weight) };
}
