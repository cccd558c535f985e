/** What stands around a ticket's page: the queues, who may own it, and what else is known of its requester. */

import { and, desc, eq, ne, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { alias } from 'drizzle-orm/sqlite-core';
import { selectStaff } from '../directory/people.ts';
import { asQueue, selectQueues } from '../directory/queues.ts';
import { people } from '../directory/schema.ts';
import type { Queue } from '../rules/queues.ts';
import type { Instant, Person, Status } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import { ticketPeople, tickets } from './schema.ts';

export type OtherTicket = { number: number; subject: string; status: Status };
/** `note`: what agents should know of the requester. */
export type Surroundings = { queues: Queue[]; agents: Person[]; others: OtherTicket[]; note: string };

const MOST_OTHERS = 8;

/** One batch. The requester is the one whom the index knows, which may be late by a moment. */
export async function aroundTicket(binding: D1Database, settings: Settings, number: number, at: Instant): Promise<Surroundings> {
  const db = drizzle(binding);
  const requester = sql`(select ${tickets.requester} from ${tickets} where ${tickets.number} = ${number})`;
  const other = alias(tickets, 'other');
  const others = db
    .select({ number: other.number, subject: other.subject, status: other.status })
    .from(ticketPeople)
    .innerJoin(other, eq(other.number, ticketPeople.number))
    .where(and(eq(ticketPeople.address, requester), eq(ticketPeople.role, 'requester'), ne(ticketPeople.number, number)))
    .orderBy(desc(ticketPeople.number))
    .limit(MOST_OTHERS);
  const [queues, agents, found, notes] = await db.batch([selectQueues(db), selectStaff(db), others, db.select({ note: people.note }).from(people).where(eq(people.address, requester))]);
  return { queues: queues.map((row) => asQueue(row, settings, at)), agents, others: found, note: notes[0]?.note ?? '' };
}
