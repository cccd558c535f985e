/** What lists show of a ticket. */

import type { Instant, Person, Status } from '../rules/ticket.ts';

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
  waitingUntil: Instant | null;
  updatedAt: Instant;
  lastContactAt: Instant | null;
  /** For agents alone. */
  labels: string[];
  minutesSpent: number;
};

/** One page of a list. `page` counts from 1; `total` counts all rows of the view. */
export type Listed<Row> = { rows: Row[]; page: number; pages: number; total: number };

export const ROWS_PER_PAGE = 50;
