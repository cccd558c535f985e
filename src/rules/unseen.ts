/** What was said on a ticket since its writer looked: nobody answers past anybody (L08). */

import { mayRead } from './access.ts';
import type { Command } from './commands.ts';
import { refusal, type Decision } from './decision.ts';
import type { Viewer } from './page.ts';
import type { Address, Article, Ticket } from './ticket.ts';

/** As much of an article as it takes to know whether somebody missed it. */
export type Newer = Pick<Article, 'id' | 'kind' | 'automatic' | 'state'> & { by: { address: Address } };

/**
 * Those of the articles `newer` than the last one shown to the writer which they may read and did not write. Machines' notes are nothing that one answers
 * past (A11).
 */
export function unseenBy<One extends Newer>(writer: Viewer, ticket: Ticket, newer: One[]): One[] {
  return newer.filter((article) => article.automatic === null && article.by.address !== writer.address && mayRead(ticket, writer, article));
}

/** The decision about the command, unless it is an answer that would go past something: then that refusal, and nothing is sent. */
export function unlessPast(decision: Decision, { command, by, ticket, newer }: { command: Command; by: Viewer; ticket: Ticket; newer: Newer[] }): Decision {
  if (command.kind !== 'reply' || decision.kind === 'refusal') return decision;
  return unseenBy(by, ticket, newer).length === 0 ? decision : refusal('unseen');
}
