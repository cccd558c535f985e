/** The words of a query, German and English. Both are read whatever language the reader has, so that a link works for everybody. */

import { folded } from '../moment-words/words.ts';
import { fold } from '../search-text.ts';
import type { Status } from '../ticket.ts';

export type Key = 'owner' | 'status' | 'state' | 'queue' | 'requester' | 'domain' | 'priority' | 'due' | 'until' | 'created' | 'updated' | 'closed' | 'label';

export const keys: ReadonlyMap<string, Key> = folded([
  ['owner', 'owner'], ['besitzer', 'owner'],
  ['status', 'status'],
  ['is', 'state'], ['ist', 'state'],
  ['queue', 'queue'], ['bereich', 'queue'], ['warteschlange', 'queue'],
  ['requester', 'requester'], ['from', 'requester'], ['auftraggeber', 'requester'], ['von', 'requester'],
  ['domain', 'domain'], ['organisation', 'domain'], ['organization', 'domain'],
  ['priority', 'priority'], ['priorität', 'priority'],
  ['due', 'due'], ['fällig', 'due'],
  ['until', 'until'], ['bis', 'until'],
  ['created', 'created'], ['erstellt', 'created'],
  ['updated', 'updated'], ['aktualisiert', 'updated'],
  ['closed', 'closed'], ['geschlossen', 'closed'],
  ['label', 'label'], ['etikett', 'label'],
]);

export const statusWords: ReadonlyMap<string, Status> = folded([
  ['new', 'new'], ['neu', 'new'],
  ['open', 'open'], ['offen', 'open'],
  ['waiting', 'waiting'], ['wartet', 'waiting'], ['wartend', 'waiting'],
  ['closed', 'closed'], ['geschlossen', 'closed'],
  ['rejected', 'rejected'], ['abgewiesen', 'rejected'], ['abgelehnt', 'rejected'],
]);

/** `open`: not over. `due`: overdue or soon, as the queue's calendar has it. */
export type State = 'open' | 'ended' | 'due' | 'overdue';

export const stateWords: ReadonlyMap<string, State> = folded([
  ['open', 'open'], ['offen', 'open'],
  ['closed', 'ended'], ['geschlossen', 'ended'], ['ended', 'ended'], ['beendet', 'ended'],
  ['due', 'due'], ['soon', 'due'], ['fällig', 'due'], ['bald', 'due'],
  ['overdue', 'overdue'], ['überfällig', 'overdue'],
]);

export const meWords: ReadonlySet<string> = new Set(['me', 'ich', 'mir'].map(fold));
export const nobodyWords: ReadonlySet<string> = new Set(['nobody', 'none', 'niemand', 'dispatcher'].map(fold));

const HOUR_MS = 3_600_000;
export const units: ReadonlyMap<string, number> = folded([
  ['h', HOUR_MS], ['std', HOUR_MS],
  ['d', 24 * HOUR_MS], ['t', 24 * HOUR_MS], ['tg', 24 * HOUR_MS],
  ['w', 168 * HOUR_MS], ['wo', 168 * HOUR_MS],
]);
