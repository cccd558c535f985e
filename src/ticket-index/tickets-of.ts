/** Every ticket that somebody is on, for work that goes through all of them. */

import { and, asc, eq, gt } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Address } from '../rules/ticket.ts';
import { ticketPeople } from './schema.ts';

const NUMBERS_A_QUERY = 200;

/** The next numbers above `after`, ascending; none when all are done. */
export async function ticketsOf(binding: D1Database, address: Address, after: number): Promise<number[]> {
  const rows = await drizzle(binding)
    .select({ number: ticketPeople.number })
    .from(ticketPeople)
    .where(and(eq(ticketPeople.address, address), gt(ticketPeople.number, after)))
    .orderBy(asc(ticketPeople.number))
    .limit(NUMBERS_A_QUERY);
  return rows.map((row) => row.number);
}
