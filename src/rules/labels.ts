/** Labels: words that agents put on tickets. Outsiders see nothing of them. */

import { cleanLine } from './clean.ts';
import { changes, refusal, type Decision } from './decision.ts';
import { fold } from './search-text.ts';
import type { Change, Ticket } from './ticket.ts';

const LONGEST_LABEL = 40;
export const MOST_LABELS = 20;

/** The labels somebody typed, with commas between them, each once. Two spellings of a word are one label. */
export function readLabels(typed: string): string[] {
  const labels = typed.split(',').map((one) => cleanLine(one, LONGEST_LABEL)).filter((one) => one !== '');
  return labels.filter((label, at) => labels.findIndex((other) => isSame(other, label)) === at);
}

/** Labels that are there already are not put on again, and those that are not there not taken off. Refused beyond 20 labels. */
export function changeLabels(ticket: Pick<Ticket, 'labels'>, { add, remove }: { add: string[]; remove: string[] }): Decision {
  const gone = ticket.labels.filter((label) => remove.some((other) => isSame(other, label)));
  const fresh = add.filter((label) => !ticket.labels.some((other) => isSame(other, label)));
  if (ticket.labels.length - gone.length + fresh.length > MOST_LABELS) return refusal('tooManyLabels');
  return changes(
    ...gone.map((label): Change => ({ kind: 'unlabelled', label })),
    ...fresh.map((label): Change => ({ kind: 'labelled', label })),
  );
}

/** Which of `hues` colours a label has: the same word always the same, on every desk. */
export function hueOf(label: string, hues: number): number {
  let hash = 7;
  for (const character of fold(label)) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % hues;
}

function isSame(one: string, other: string): boolean {
  return fold(one) === fold(other);
}
