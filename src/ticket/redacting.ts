/**
 * Passages are taken out of an article, and out of what it is a copy of: an article that came with a merged ticket is still on
 * that one, and would come back when the two are separated.
 */

import { redactHtml } from '../mail-html/redact.ts';
import type { CommandOutcome, Redaction } from '../rules/commands.ts';
import { redact as decideRedaction } from '../rules/redaction.ts';
import type { Actor, Instant } from '../rules/ticket.ts';
import { readTakeover } from './merge-store.ts';
import type { Merging } from './merging.ts';
import { readArticle } from './article-store.ts';
import { ticketOf } from './tickets.ts';

/** The origin first: a fault on the way leaves the copy as it is, and the same again finishes it. */
export async function redact(merging: Merging, asked: Redaction, by: Actor, at: Instant): Promise<CommandOutcome> {
  const decided = decide(merging, asked, by);
  if (!decided.ok) return decided;
  const origin = originOf(merging, asked.article);
  if (origin !== null) {
    const { number, ...same } = origin;
    const outcome = await ticketOf(merging.env, number).redact({ ...asked, ...same }, by, at);
    if (!outcome.ok) return outcome;
  }
  return merging.atOnce(() => {
    const now = decide(merging, asked, by);
    return now.ok ? { ok: true, version: merging.record(now.changes, by, at) ?? now.version } : now;
  });
}

function decide(merging: Merging, asked: Redaction, by: Actor) {
  const ticket = merging.ticket();
  if (ticket === null) return { ok: false, refusal: 'notFound' } as const;
  const article = readArticle(merging.db, asked.article);
  const html = article?.html == null ? null : redactHtml(article.html, asked.passages);
  const decision = decideRedaction(ticket, article, { ...asked, html }, by);
  return decision.kind === 'refusal' ? ({ ok: false, refusal: decision.refusal } as const) : ({ ok: true, changes: decision.changes, version: ticket.version } as const);
}

/** Where the article was copied from, and what that ticket calls it; null: it was written here. */
function originOf({ db, ticket }: Merging, id: number): (Pick<Redaction, 'article' | 'survivor'> & { number: number }) | null {
  const number = readArticle(db, id)?.path[0];
  const takeover = number === undefined ? null : readTakeover(db, number);
  return number === undefined || takeover === null ? null : { number, article: id - takeover.base, survivor: ticket()?.number ?? 0 };
}
