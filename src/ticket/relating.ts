/** What other tickets have to do with this one, and what this one tells them. */

import type { ArrivalOutcome, CommandOutcome } from '../rules/commands.ts';
import { decideConnection, type Connection } from '../rules/links.ts';
import { isStaff, type Actor, type Instant, type Ticket } from '../rules/ticket.ts';
import { isConnected, readLinks } from './link-store.ts';
import type { Here } from './live.ts';
import { recordAll } from './recording.ts';
import { readArticle } from './article-store.ts';
import { readTicket, type Database } from './ticket-store.ts';
import { ticketOf } from './tickets.ts';

/** Called within one transaction of the ticket object. */
export function relate(db: Database, ticket: Ticket, connection: Connection, { by, at }: { by: Actor | null; at: Instant }): CommandOutcome {
  const decision = decideConnection(ticket, connection, { by, known: isConnected(db, connection) });
  if (decision.kind === 'refusal') return { ok: false, refusal: decision.refusal };
  return { ok: true, version: recordAll(db, decision.changes, by, at) ?? ticket.version };
}

/**
 * Tells the ticket from which something was forwarded that an answer came. Never throws: the answer is on this ticket, whose
 * owner gets a letter, whether the other learns of it or not.
 */
export async function passAnswerOn({ db, env }: Here, outcome: ArrivalOutcome, sender: Actor, at: Instant): Promise<void> {
  if (outcome.kind !== 'filed' || isStaff(sender.role)) return;
  const ticket = readTicket(db);
  const askers = readLinks(db).filter((link) => link.relation === 'consultedFor');
  if (ticket === null || askers.length === 0 || readArticle(db, outcome.article) === null) return;
  try {
    const answered: Connection = { kind: 'answered', number: ticket.number, article: outcome.article, who: sender.name || sender.address };
    await Promise.all(askers.map(({ number }) => ticketOf(env, number).relate(answered, null, at)));
  } catch (fault) {
    console.error('An answer could not be passed on', { ticket: ticket.number, fault });
  }
}
