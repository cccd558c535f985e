/** How far somebody reaches beyond the tickets they are on. */

import type { AccountRole } from './ticket.ts';

/** `queues`: those whose tickets somebody of the staff works on; null: all. `domains`: the mail domains of organisations whose tickets they may see. */
export type Reach = { queues: number[] | null; domains: string[] };

/** Of those who are let in by a link or a mail alone. */
export const noReach: Reach = { queues: [], domains: [] };

/** Whether somebody works on the tickets of a queue. Limited to other queues, an agent is there like anybody outside; admins are never limited. */
export function worksIn(queue: number, { role, reach }: { role: AccountRole; reach: Reach }): boolean {
  return role === 'admin' || (role === 'agent' && (reach.queues === null || reach.queues.includes(queue)));
}
