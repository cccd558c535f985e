/** What somebody asks of a list, as words in one line: `owner:me status:open due:<2d router`. */

import { fold, MOST_WORDS, wordsOf } from './search-text.ts';
import { keys, meWords, nobodyWords, stateWords, statusWords, type Key, type State } from './ticket-query/keywords.ts';
import { rangeOf, spanOf, type Clock, type Range, type Span } from './ticket-query/span.ts';
import type { Status } from './ticket.ts';

/** Somebody as a query names them: the reader, nobody at all, or by a part of name or address. */
export type Who = { kind: 'me' } | { kind: 'nobody' } | { kind: 'named'; typed: string };

export type TimeField = 'due' | 'until' | 'created' | 'updated' | 'closed';

/** What must be so of a ticket; of several values, one. Names of queues and labels are folded. */
export type Condition =
  | { by: 'owner' | 'requester'; who: Who[] }
  | { by: 'status'; among: Status[] }
  | { by: 'state'; is: State }
  | { by: 'queue' | 'domain' | 'label'; among: string[] }
  | ({ by: 'priority' } & Range)
  | ({ by: TimeField } & Span);

export type Filter = { not: boolean; condition: Condition };

/** Words that could not be read: there is no such `key`, or it takes no such `value`. */
export type Misread = { typed: string; why: 'key' | 'value' };

/** `words`: what must be said on the ticket (`soughtWords`). */
export type TicketQuery = { filters: Filter[]; words: string[]; misread: Misread[] };

/** Filters of a query that count. */
const MOST_FILTERS = 20;

const TOKEN = /(-?)(\p{L}+):("[^"]*"|\S*)|"([^"]*)"|\S+/gu;

/**
 * The query in its parts. Takes any text: what looks like a filter and is none is listed in `misread` and left out, but an
 * unknown word before a colon is searched for too, as texts have such (`Fehler:0815`). A filter with `-` before it is turned around.
 */
export function readQuery(typed: string, now: Clock): TicketQuery {
  const query: TicketQuery = { filters: [], words: [], misread: [] };
  const text: string[] = [];
  for (const [token, minus, name, value] of typed.matchAll(TOKEN)) {
    const key = name === undefined ? undefined : keys.get(fold(name));
    if (key === undefined || name === undefined || value === undefined) {
      if (isUnknownKey(name, value)) query.misread.push({ typed: token, why: 'key' });
      text.push(token);
      continue;
    }
    const condition = conditionOf(key, value.replaceAll('"', '').trim(), now);
    if (condition === null) query.misread.push({ typed: token, why: 'value' });
    else if (query.filters.length < MOST_FILTERS) query.filters.push({ not: minus === '-', condition });
  }
  query.words = wordsOf(text.join(' ')).slice(0, MOST_WORDS);
  return query;
}

/** Web addresses have a colon too. */
function isUnknownKey(name: string | undefined, value: string | undefined): boolean {
  return name !== undefined && value !== undefined && !value.startsWith('/');
}

function conditionOf(key: Key, value: string, now: Clock): Condition | null {
  const values = value.split(',').map((one) => one.trim()).filter((one) => one !== '');
  if (values.length === 0) return null;
  switch (key) {
    case 'owner':
    case 'requester':
      return { by: key, who: values.map(whoIs) };
    case 'status':
      return allOf(values, statusWords, (among) => ({ by: 'status', among }));
    case 'state':
      return allOf(values, stateWords, ([is, more]) => (is === undefined || more !== undefined ? null : { by: 'state', is }));
    case 'queue':
    case 'label':
      return { by: key, among: values.map(fold) };
    case 'domain':
      return { by: key, among: values.map((one) => one.replace(/^@/, '').toLowerCase()) };
    case 'priority': {
      const range = rangeOf(value);
      return range === null ? null : { by: key, ...range };
    }
    case 'due': {
      const state = stateWords.get(fold(value));
      if (state === 'due' || state === 'overdue') return { by: 'state', is: state };
      return timed(key, spanOf(value, now, false));
    }
    case 'until':
      return timed(key, spanOf(value, now, false));
    case 'created':
    case 'updated':
    case 'closed':
      return timed(key, spanOf(value, now, true));
  }
}

function timed(by: TimeField, span: Span | null): Condition | null {
  return span === null ? null : { by, ...span };
}

function whoIs(typed: string): Who {
  const word = fold(typed);
  if (meWords.has(word)) return { kind: 'me' };
  return nobodyWords.has(word) ? { kind: 'nobody' } : { kind: 'named', typed };
}

/** Null if one of the values is no such word. */
function allOf<Value>(typed: string[], words: ReadonlyMap<string, Value>, make: (values: Value[]) => Condition | null): Condition | null {
  const values = typed.flatMap((one) => words.get(fold(one)) ?? []);
  return values.length === typed.length ? make(values) : null;
}
