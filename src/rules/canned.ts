/** Canned answers: what is written again and again, with gaps for what differs. */

import type { Language } from './ticket.ts';

/** `shortcut`: what is typed after `::`. A text that is empty in one language is had in the other. */
export type Canned = { id: number; shortcut: string; de: string; en: string };

/** What fills the gaps. `customer` may be empty. */
export type CannedFacts = { number: number; subject: string; customer: string; agent: string };

/** Letters, digits and hyphens, so that a blank ends it. */
export const SHORTCUT = /^[\p{L}\d][\p{L}\d-]{0,39}$/u;

/** Each gap by its names, of which one is as good as the other. */
const gaps: Record<string, keyof CannedFacts> = {
  number: 'number', nummer: 'number', subject: 'subject', betreff: 'subject', customer: 'customer', kunde: 'customer', agent: 'agent', bearbeiter: 'agent',
};

/**
 * The answer in the customer's language with its gaps, as `{{kunde}}`, filled. Where there is no name, the blank before its gap goes too (`Guten Tag {{kunde}},`).
 * What is no gap stays as it is. What fills one is never looked at for gaps again.
 */
export function filled(canned: Pick<Canned, Language>, language: Language, facts: CannedFacts): string {
  const text = canned[language] === '' ? canned[language === 'de' ? 'en' : 'de'] : canned[language];
  return text.replace(/( ?)\{\{\s*(\p{L}+)\s*\}\}/gu, (whole, blank: string, name: string) => {
    const gap = gaps[name.toLowerCase()];
    if (gap === undefined) return whole;
    const value = String(facts[gap]);
    return value === '' ? '' : blank + value;
  });
}
