/** What lists show of a ticket. */

import type { Address, Instant, Person, Status } from '../rules/ticket.ts';

export type TicketRow = {
  number: number;
  subject: string;
  status: Status;
  requester: Person | null;
  /** null: nobody, shown as *Dispatcher*. */
  owner: Person | null;
  queue: number;
  priority: number;
  finalPriority: number;
  createdAt: Instant;
  startsAt: Instant;
  dueAt: Instant;
  closedAt: Instant | null;
  updatedAt: Instant;
  lastContactAt: Instant | null;
};

/** Which tickets: a requester's own, or one of the desk's views. */
export type View =
  | { kind: 'own'; address: Address; closed: boolean }
  | { kind: 'mine'; owner: Address }
  | { kind: 'nobody' }
  | { kind: 'open' }
  | { kind: 'closed' };

/** One page of a list. `page` counts from 1; `total` counts all rows of the view. */
export type Listed<Row> = { rows: Row[]; page: number; pages: number; total: number };

export const ROWS_PER_PAGE = 50;
