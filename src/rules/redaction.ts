/** Taking passages out of an article for good (S18): a credential that somebody mailed is to be nowhere on the ticket. */

import type { Redaction } from './commands.ts';
import { changes, refusal, type Decision } from './decision.ts';
import type { Invitation } from './invitation.ts';
import { worksIn } from './reach.ts';
import { isStaff, type Actor, type Article, type Ticket } from './ticket.ts';

/** Stands in the place of what was taken out. No word, as it is read in every language and by programs. */
export const REDACTED = '█████';
/** Characters of a passage. Shorter ones are in every other word; the longest holds a private key. */
export const SHORTEST_PASSAGE = 3;
export const LONGEST_PASSAGE = 8000;
export const MOST_PASSAGES = 50;

/**
 * What is recorded when an agent takes `asked.passages` out of the article. `html`: its HTML without them, or null if it has none
 * or they could not be taken out of it; then the article is its text alone. Refused where nothing changes, but to a survivor,
 * whose copy may say more. Only the ticket that an article can be read on takes it, and those that the article came through.
 */
export function redact(ticket: Ticket, article: Article | null, asked: Pick<Redaction, 'passages' | 'survivor'> & { html: string | null }, by: Actor): Decision {
  // Where it was said on the way, another queue's ticket may be: who may take it out of the one that is read, takes it out of all.
  if (asked.survivor === null ? !worksIn(ticket.queue, by) : !isStaff(by.role)) return refusal('notAllowed');
  if (ticket.mergedInto !== asked.survivor) return refusal('merged');
  if (article === null) return refusal('notFound');
  const text = takeOut(article.text, asked.passages);
  const invitation = article.invitation === null ? null : takeOutOfInvitation(article.invitation, asked.passages);
  const sameHtml = asked.html === article.html || asked.html === null;
  const same = text === article.text && sameHtml && JSON.stringify(invitation) === JSON.stringify(article.invitation);
  if (same) return asked.survivor === null ? refusal('notInText') : changes();
  return changes({ kind: 'redacted', article: article.id, text, html: asked.html, look: asked.html === null && article.look !== 'formatted' ? 'plain' : article.look, invitation });
}

/** The text without the passages, wherever one stands that is no part of a longer word. The longest goes first, as it may hold another. */
export function takeOut(text: string, passages: readonly string[]): string {
  return longestFirst(passages).reduce((left, passage) => left.replace(standing(passage), REDACTED), text);
}

function longestFirst(passages: readonly string[]): string[] {
  return passages.filter((passage) => passage.trim() !== '').toSorted((one, other) => other.length - one.length);
}

/** `4711` is not taken out of `0231 47110`. */
function standing(passage: string): RegExp {
  const before = /^[\p{L}\p{N}]/u.test(passage) ? String.raw`(?<![\p{L}\p{N}])` : '';
  const after = /[\p{L}\p{N}]$/u.test(passage) ? String.raw`(?![\p{L}\p{N}])` : '';
  return new RegExp(before + passage.replaceAll(/[\\^$.*+?()[\]{}|/]/g, (sign) => `\\${sign}`) + after, 'gu');
}

function takeOutOfInvitation(invitation: Invitation, passages: readonly string[]): Invitation {
  const { title, place, description } = invitation;
  return { ...invitation, title: takeOut(title, passages), place: takeOut(place, passages), description: takeOut(description, passages) };
}
