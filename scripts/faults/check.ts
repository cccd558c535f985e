/**
 * Compares what was brought and what left with what the desk has stored. It knows the promises and the files, and nothing of the code:
 * accepted mails are kept and filed once, in order; every letter that is due left once, in order; no other letter left. check-tickets.ts has what must be
 * so on every ticket.
 */

import { createHash } from 'node:crypto';
import { checkTickets } from './check-tickets.ts';
import { agents, carriedBy, conversationIn, watcher, type Conversation, type Typed, type WrittenMail } from './plan.ts';
import { isOpen, type Stored, type StoredArticle } from './read-desk.ts';
import type { TakenLetter } from './sink.ts';

export type Finding = { kind: 'lost' | 'twice' | 'disorder' | 'uninvited' | 'orphan'; what: string };

/** What was done to the desk, and what came out of it. `forgotten`: keys of mails that are to be gone with their senders. */
export type Brought = { conversations: Conversation[]; typed: Typed[]; accepted: ReadonlySet<string>; letters: TakenLetter[]; forgotten: ReadonlySet<string> };

export type Checked = { findings: Finding[]; mails: number; letters: number; unread: number; possiblyTwice: number };

export function check(brought: Brought, stored: Stored): Checked {
  const articlesOf = Map.groupBy(stored.articles.filter((article) => article.intake !== null), (article) => article.intake);
  const mails = brought.conversations.flatMap(({ written, judged }) => written.filter((mail) => brought.accepted.has(mail.id)).map((mail) => ({ mail, judged })));
  return {
    findings: [
      ...mails.flatMap(({ mail, judged }) => kept(mail, judged, stored, articlesOf.get(keyOf(mail)) ?? [])),
      ...brought.typed.flatMap((typed) => said(typed, stored)),
      ...brought.conversations.flatMap((conversation) => inOrder(conversation, articlesOf)),
      ...brought.conversations.flatMap((conversation) => letters(conversation, brought.letters, articlesOf)),
      ...strangeLetters(brought),
      ...orphans(stored, new Set(mails.map(({ mail }) => keyOf(mail))), brought.forgotten),
      ...checkTickets(stored, brought.letters, [...agents, watcher]),
    ],
    mails: mails.length,
    letters: brought.letters.length,
    unread: brought.conversations.reduce((sum, conversation) => sum + unreadOf(conversation, articlesOf), 0),
    possiblyTwice: stored.letters.filter((letter) => letter.possiblyTwice).length,
  };
}

type Articles = Map<string | null, StoredArticle[]>;

/** A mail without the platform's trace block is its own sender's part (SO03). */
export function keyOf(mail: WrittenMail): string {
  return createHash('sha256').update(mail.raw).digest('hex');
}

function kept(mail: WrittenMail, judged: Conversation['judged'], stored: Stored, articles: StoredArticle[]): Finding[] {
  const key = keyOf(mail);
  const row = stored.ledger.find((one) => one.key === key);
  if (stored.raw.get(key) !== key) return [{ kind: 'lost', what: `${mail.id} is not in R2 as it was sent` }];
  if (row === undefined || row.outcome === 'received') return [{ kind: 'lost', what: `${mail.id} was accepted, but the ledger does not know what became of it` }];
  if (articles.length > 1) return [{ kind: 'twice', what: `${mail.id} is ${articles.length} articles` }];
  const [article] = articles;
  if (article === undefined) return isAnyOrder(judged) && row.outcome !== 'filed' ? [] : [{ kind: 'lost', what: `${mail.id} is on no ticket: ${row.outcome}` }];
  if (row.outcome !== 'filed' || row.number !== article.ticket) return [{ kind: 'lost', what: `${mail.id} is on ticket ${article.ticket}, and the ledger says ${row.outcome} ${row.number}` }];
  return isAnyOrder(judged) || article.text === '' || article.text.includes(`Kennung ${mail.id}.`) ? [] : [{ kind: 'lost', what: `${mail.id} is an article with other words` }];
}

/** Mails that may also end elsewhere than on a ticket, if the ledger says where. */
function isAnyOrder(judged: Conversation['judged']): boolean {
  return judged === 'kept' || judged === 'by its ticket';
}

/** What an agent sent is on the ticket once, among people or among agents as it was meant. */
function said({ ticket, by, kind, text }: Typed, { articles }: Stored): Finding[] {
  const those = articles.filter((article) => article.text === text);
  if (those.length > 1) return [{ kind: 'twice', what: `the words of ${by} on ${ticket} are ${those.length} articles` }];
  return those[0]?.ticket === ticket && those[0].kind === kind ? [] : [{ kind: 'lost', what: `the ${kind} of ${by} on ${ticket}` }];
}

/** One ticket, and articles as they were written. */
function inOrder({ name, written, judged }: Conversation, articles: Articles): Finding[] {
  if (isAnyOrder(judged)) return [];
  const places = written.flatMap((mail) => articles.get(keyOf(mail))?.[0] ?? []);
  const tickets = new Set(places.map((place) => place.ticket));
  if (tickets.size > 1) return [{ kind: 'disorder', what: `${name} is on tickets ${[...tickets].join()}` }];
  const sorted = places.every((place, at) => at === 0 || (places[at - 1]?.id ?? 0) < place.id);
  return sorted || judged === 'on one ticket' ? [] : [{ kind: 'disorder', what: `${name} is out of order: ${places.map((place) => place.id).join()}` }];
}

/** Each once, and to each person in the order of the ticket (SR4). A mail that was filed unread has no words for its letters to show, so those of its conversation are only counted. */
function letters(conversation: Conversation, taken: TakenLetter[], articles: Articles): Finding[] {
  const { name, judged } = conversation;
  if (judged === 'by its ticket') return [];
  const theirs = taken.filter((letter) => conversationIn(letter.subject) === name);
  const place = (mail: WrittenMail) => articles.get(keyOf(mail))?.[0]?.id ?? 0;
  const written = conversation.written.toSorted((one, other) => place(one) - place(other));
  const people = new Set([...theirs.map((letter) => letter.to), ...written.flatMap((mail) => mail.due)]);
  return [...people].flatMap((person) => {
    const due = written.filter((mail) => mail.due.includes(person)).map((mail) => mail.id);
    const mine = theirs.filter((letter) => letter.to === person);
    const got = mine.map((letter) => carriedBy(letter) ?? '?');
    // Mails in any order may be tickets that refer to each other, and each of them is acknowledged.
    if (judged === 'kept') return repeated(person, mine.map((letter, at) => `${got[at]} in "${letter.subject}"`));
    return unreadOf(conversation, articles) > 0 ? counted(person, due, got, name) : compared(person, due, got);
  });
}

function counted(person: string, due: string[], got: string[], name: string): Finding[] {
  if (due.length === got.length) return [];
  return [{ kind: due.length > got.length ? 'lost' : 'twice', what: `${got.length} letters of ${name} to ${person} where ${due.length} are due` }];
}

function compared(person: string, due: string[], got: string[]): Finding[] {
  const first = got.filter((id, at) => got.indexOf(id) === at && due.includes(id));
  return [
    ...due.filter((id) => !got.includes(id)).map((id): Finding => ({ kind: 'lost', what: `the letter about ${id} to ${person}` })),
    ...repeated(person, got),
    ...got.filter((id) => !due.includes(id)).map((id): Finding => ({ kind: 'uninvited', what: `a letter about ${id} to ${person}` })),
    ...(first.join() === due.filter((id) => first.includes(id)).join() ? [] : [{ kind: 'disorder' as const, what: `letters to ${person}: ${first.join()}` }]),
  ];
}

function repeated(person: string, got: string[]): Finding[] {
  return got.filter((id, at) => got.indexOf(id) < at).map((id) => ({ kind: 'twice', what: `the letter about ${id} to ${person}` }));
}

function unreadOf({ written }: Conversation, articles: Articles): number {
  return written.filter((mail) => articles.get(keyOf(mail))?.[0]?.text === '').length;
}

/** Mails of which nothing is known may be answered, to whoever they are from. */
function strangeLetters({ conversations, letters: taken }: Brought): Finding[] {
  const names = new Set<string | null>(conversations.map((conversation) => conversation.name));
  const answered = new Set(conversations.filter((one) => one.judged === 'kept').flatMap(({ written }) => written.flatMap((mail) => [mail.from, ...mail.due])));
  return taken.filter((letter) => !names.has(conversationIn(letter.subject)) && !answered.has(letter.to)).map((letter) => ({ kind: 'uninvited', what: `"${letter.subject}" to ${letter.to}` }));
}

/** Nothing is half done: what is kept is in the ledger, what is in the ledger ended, letters ended, and the index says what the tickets say. */
function orphans({ raw, ledger, letters: rows, tickets, index, refreshesLeft, articles, asleep }: Stored, accepted: ReadonlySet<string>, forgotten: ReadonlySet<string>): Finding[] {
  const ended = new Set(ledger.filter((row) => row.outcome !== 'received').map((row) => row.key));
  const what = [
    ...[...raw.keys()].filter((key) => !ended.has(key)).map((key) => `raw mail ${key} without an end`),
    ...ledger.filter((row) => !raw.has(row.key) && !forgotten.has(row.key)).map((row) => `ledger row ${row.key} without a raw mail`),
    ...articles.filter((article) => article.intake !== null && !accepted.has(article.intake)).map((article) => `article ${article.id} of ${article.ticket} without a mail`),
    ...rows.filter(isOpen).map((letter) => `a letter to ${letter.to} on ${letter.ticket} still ${letter.state}`),
    ...[...tickets].filter(([number, said]) => index.get(number) !== said).map(([number, said]) => `ticket ${number} is ${said}, in the index ${index.get(number)}`),
    ...[...index.keys()].filter((number) => !tickets.has(number)).map((number) => `ticket ${number} is only in the index`),
    ...asleep.map((number) => `ticket ${number} had something to do, and nothing to wake it`),
    ...(refreshesLeft > 0 ? [`${refreshesLeft} refreshes left`] : []),
  ];
  return what.map((one) => ({ kind: 'orphan', what: one }));
}
