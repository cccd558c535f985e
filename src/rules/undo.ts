/** Taking back what was just sent: an agent's letters wait a few seconds, and until the first has left nobody outside knows of them. */

import type { Command } from './commands.ts';
import { changes, refusal, type Decision } from './decision.ts';
import { worksIn } from './reach.ts';
import { isStaff, type Actor, type Address, type Change, type FieldChanged, type Person, type Ticket } from './ticket.ts';

/** An answer none of whose letters has left. `seq`: its event; `act`: the fields that changed with it, in order. */
export type Leaving = { id: number; seq: number; author: Address; act: FieldChanged[] };

/** The closing of a ticket none of whose letters has left. */
export type Closing = { seq: number; by: Address; act: FieldChanged[] };

/** How long the letters that the command causes wait: an agent's answer and closing in the portal do, nothing else. Milliseconds. */
export function waitsMs(command: Command, by: Pick<Actor, 'role'>, undoMs: number): number {
  if (!isStaff(by.role)) return 0;
  const closes = command.kind === 'changeStatus' && command.to === 'closed';
  const answers = command.kind === 'reply' && command.channel === 'portal';
  return closes || answers ? undoMs : 0;
}

/** The answer goes back into its author's draft, and what it changed is as it was. `leaving` null: it has left, or never was. */
export function takeBack(ticket: Ticket, by: Person, leaving: Leaving | null): Decision {
  if (ticket.mergedInto !== null) return refusal('merged');
  if (leaving === null || leaving.author !== by.address) return refusal('tooLate');
  return changes(...takenBack(ticket, leaving, false));
}

/**
 * What follows for answers that are just leaving when somebody writes something: if an outsider does, the answers were written
 * without knowing it, so that they stop and go back to their authors' drafts.
 */
export function overtaken(ticket: Ticket, written: Change[], by: Pick<Actor, 'role' | 'reach'>, leaving: Leaving[]): Change[] {
  const speaks = !worksIn(ticket.queue, by) && written.some((change) => change.kind === 'article' && change.article.automatic === null);
  return speaks ? leaving.flatMap((one) => takenBack(ticket, one, true)) : [];
}

/** The ticket is as it was before it was closed, and nobody is told that it was. */
export function undoClose(ticket: Ticket, by: Person, closing: Closing | null): Decision {
  if (closing === null || closing.by !== by.address || ticket.status !== 'closed') return refusal('tooLate');
  return changes({ kind: 'closeUndone', seq: closing.seq }, ...reverting(ticket, closing.act));
}

function takenBack(ticket: Ticket, { id, seq, author, act }: Leaving, overtaken: boolean): Change[] {
  return [{ kind: 'takenBack', article: id, seq, author, overtaken }, ...reverting(ticket, act)];
}

/** Only what is still as that act left it. */
function reverting(ticket: Ticket, act: FieldChanged[]): Change[] {
  return act.toReversed().flatMap((change): Change[] => {
    if (ticket[change.field] !== change.to) return [];
    switch (change.field) {
      case 'status':
        return [{ ...change, from: change.to, to: change.from }];
      case 'startedAt':
      case 'lastContactAt':
      case 'closedAt':
      case 'waitingUntil':
        return [{ ...change, from: change.to, to: change.from }];
      default:
        return [];
    }
  });
}
