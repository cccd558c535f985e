/** Tickets of past years as the index has them: ten articles each, two of them among agents, half of them mails of customers. */

import { chance, type Chance } from '../../../test/support/chance.ts';
import { agent, customer } from '../state.ts';
import { serialOf, someWord } from './words.ts';

export const ARTICLES = 10;
/** Of the first tickets these are the customer's whose list is measured. */
const OWN = 60;
const TICKETS_A_CUSTOMER = 10;
const WORDS_A_TEXT = 18;
const HOUR_MS = 3_600_000;

export type FilledArticle = { article: number; inside: boolean; at: number; byName: string; text: string; words: string; mail: boolean };

export type FilledTicket = { number: number; subject: string; requester: string; requesterName: string; domain: string; owner: string | null; createdAt: number; updatedAt: number; headWords: string; articles: FilledArticle[] };

/** The ticket with this number, the `index`-th that was ever made; the same in every run. `createdAt` is UTC epoch milliseconds. */
export function ticketOf(number: number, index: number, createdAt: number): FilledTicket {
  const luck = chance(index);
  const person = luck.below(1 + Math.floor(index / TICKETS_A_CUSTOMER));
  const domain = `firma-${person % 500}.example`;
  const [requester, requesterName] = index < OWN ? [customer, 'Karla Kunde'] : [`kunde-${person}@${domain}`, `Kunde ${person}`];
  const subject = textOf(luck, 5);
  const articles = Array.from({ length: ARTICLES }, (_, at) => articleOf(luck, { number, article: at + 1, requesterName, createdAt }));
  return { number, subject, requester, requesterName, domain, owner: luck.happens(0.9) ? agent : null, createdAt, updatedAt: articles.at(-1)?.at ?? createdAt, headWords: distinct(`${number} ${subject} ${requesterName} ${requester}`), articles };
}

function articleOf(luck: Chance, { number, article, requesterName, createdAt }: { number: number; article: number; requesterName: string; createdAt: number }): FilledArticle {
  const mail = article % 2 === 1;
  const byName = mail ? requesterName : 'Agnes';
  const text = `${textOf(luck, WORDS_A_TEXT)}${article === 1 ? ` ${serialOf(number)}` : ''}`;
  return { article, inside: article === 4 || article === 8, at: createdAt + article * HOUR_MS, byName, text, words: distinct(`${text} ${byName}`), mail };
}

function textOf(luck: Chance, words: number): string {
  return Array.from({ length: words }, () => someWord(luck.next)).join(' ');
}

function distinct(text: string): string {
  return [...new Set(text.toLowerCase().match(/[a-z0-9]+/g))].join(' ');
}
