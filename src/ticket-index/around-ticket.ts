/** What stands around a ticket's page: the queues, who may own it, and what else is known of its requester. */

import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import { alias } from 'drizzle-orm/sqlite-core';
import { batchOnce } from '../built-once.ts';
import { selectCanned } from '../directory/canned.ts';
import { selectStaff, type DirectoryPerson } from '../directory/people.ts';
import { asQueue, selectQueues } from '../directory/queues.ts';
import { people } from '../directory/schema.ts';
import type { Canned } from '../rules/canned.ts';
import type { Viewer } from '../rules/page.ts';
import type { Queue } from '../rules/queues.ts';
import { worksIn } from '../rules/reach.ts';
import type { Instant, Person, Status } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import { selectLabels } from './known-labels.ts';
import { ticketPeople, tickets } from './schema.ts';
import { queuesOf, workedOnByViewer } from './visible.ts';

export type OtherTicket = { number: number; subject: string; status: Status };
/** `note`: what agents should know of the requester; `labels`: those that are on some ticket. */
export type Surroundings = { queues: Queue[]; agents: Person[]; others: OtherTicket[]; note: string; labels: string[]; canned: Canned[] };

const MOST_OTHERS = 8;

/** One batch. Of the requester's other tickets those that the viewer works on, of the staff those who work on this one. Queue and requester are those that the index knows, late by a moment. */
export async function aroundTicket(binding: D1Database, settings: Settings, { number, viewer }: { number: number; viewer: Viewer }, at: Instant): Promise<Surroundings> {
  const [queues, staff, others, notes, here, labels, canned] = await readAround(binding, { number, queues: queuesOf(viewer) });
  return { queues: queues.map((row) => asQueue(row, settings, at)), agents: staff.filter((one) => isOf(here[0]?.queue, one)), others, note: notes[0]?.note ?? '', labels: labels.map((row) => row.label), canned };
}

const number = sql.placeholder('number');
const requester = sql`(select ${tickets.requester} from ${tickets} where ${tickets.number} = ${number})`;
const other = alias(tickets, 'other');

const readAround = batchOnce((db) => [
  selectQueues(db),
  selectStaff(db),
  selectOthers(db),
  db.select({ note: people.note }).from(people).where(eq(people.address, requester)),
  db.select({ queue: tickets.queue }).from(tickets).where(eq(tickets.number, number)),
  selectLabels(db),
  selectCanned(db),
]);

function selectOthers(db: DrizzleD1Database) {
  return db
    .select({ number: other.number, subject: other.subject, status: other.status })
    .from(ticketPeople)
    .innerJoin(other, eq(other.number, ticketPeople.number))
    .where(and(eq(ticketPeople.address, requester), eq(ticketPeople.role, 'requester'), ne(ticketPeople.number, number), workedOnByViewer(other.queue)))
    .orderBy(desc(ticketPeople.number))
    .limit(MOST_OTHERS);
}

/** A ticket that the index does not know yet has everybody to choose from: the rules say no (`notOfQueue`). */
function isOf(queue: number | undefined, { role, queues }: DirectoryPerson): boolean {
  return queue === undefined || worksIn(queue, { role, reach: { queues, domains: [] } });
}
