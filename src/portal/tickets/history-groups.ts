/** The history as it is shown: each article, and between articles what else happened. */

import type { ArticleEntry, Entry, FactEntry } from '../../rules/page.ts';

export type HistoryGroup =
  | { kind: 'article'; entry: ArticleEntry; request: boolean }
  | { kind: 'events'; loud: FactEntry[]; quiet: FactEntry[] };

/**
 * Newest first, as `entries` are. What happened before the original request (the ticket opened, people joined) stands above
 * it, so that the history begins at its bottom with the request (S12). Quiet events follow from others and only staff get them; `quiet` are these and what was folded of many.
 * `whole` false: there is more below, so the last article here is not the first.
 */
export function historyGroups(entries: Entry[], { staff, whole }: { staff: boolean; whole: boolean }): HistoryGroup[] {
  const groups: HistoryGroup[] = [];
  for (const entry of whole ? requestLast(entries) : entries) {
    if (entry.kind === 'article') {
      groups.push({ kind: 'article', entry, request: entry.article.id === 1 });
      continue;
    }
    const quiet = isQuiet(entry);
    if (quiet && !staff) continue;
    const last = groups.at(-1);
    const group = last?.kind === 'events' ? last : { kind: 'events' as const, loud: [], quiet: [] };
    if (group !== last) groups.push(group);
    (quiet ? group.quiet : group.loud).push(entry);
  }
  return groups.map(folded);
}

/** More lines than these in a row are folded, all but the newest few. */
const MOST_LINES = 4;
const LEFT_LINES = 2;

function folded(group: HistoryGroup): HistoryGroup {
  if (group.kind === 'article' || group.loud.length <= MOST_LINES) return group;
  const rest = group.loud.slice(LEFT_LINES).filter((entry) => !asksForSomething(entry));
  const loud = group.loud.filter((entry) => !rest.includes(entry));
  return { ...group, loud, quiet: [...group.quiet, ...rest].toSorted((one, other) => other.seq - one.seq) };
}

/** What somebody may have to do something about stays in sight. */
function asksForSomething({ fact, letters }: FactEntry): boolean {
  return letters.some((letter) => letter.failure !== null) || ['undelivered', 'complained', 'bounced', 'refusedReply', 'heldReply', 'muted', 'mentionedBy'].includes(fact.kind);
}

function requestLast(entries: Entry[]): Entry[] {
  const first = entries.findLastIndex((entry) => entry.kind === 'article');
  const request = entries[first];
  return request === undefined ? entries : [...entries.slice(0, first), ...entries.slice(first + 1), request];
}

function isQuiet({ fact, by, letters }: FactEntry): boolean {
  if (letters.length > 0) return false;
  switch (fact.kind) {
    case 'engaged':
    case 'proven':
      return true;
    case 'fieldChanged':
      return fact.field === 'startedAt' || fact.field === 'lastContactAt' || fact.field === 'closedAt';
    case 'joined':
      return fact.person.role !== 'cc' && by?.address === fact.person.address;
    case 'opened':
    case 'leftOut':
    case 'historyShared':
    case 'readdressed':
    case 'erased':
    case 'left':
    case 'accepted':
    case 'refusedReply':
    case 'heldReply':
    case 'asked':
    case 'called':
    case 'overdue':
    case 'takenBack':
    case 'closeUndone':
    case 'mentions':
    case 'mergedInto':
    case 'unmerged':
    case 'tookOver':
    case 'gaveBack':
    case 'labelled':
    case 'unlabelled':
    case 'mentionedBy':
    case 'linked':
    case 'unlinked':
    case 'answered':
    case 'undelivered':
    case 'complained':
    case 'letterSentAgain':
    case 'letterSetAside':
    case 'bounced':
    case 'triedAgain':
    case 'muted':
    case 'unmuted':
    case 'secretAsked':
    case 'secretGiven':
    case 'secretEnded':
    case 'readAgain':
    case 'redacted':
      return false;
  }
}
