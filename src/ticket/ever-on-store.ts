/** Everybody whose address ever stood anywhere on the ticket, so that it is found when the address changes or is erased. Synchronous, like the ticket store. */

import { eq, sql } from 'drizzle-orm';
import type { Address } from '../rules/ticket.ts';
import { prepared } from './prepared.ts';
import * as schema from './schema.ts';
import type { Database } from './ticket-store.ts';

/** Whether one of them is new here: then the directory is to know. */
export function noteEverOn(db: Database, addresses: Address[]): boolean {
  let isNew = false;
  for (const address of new Set(addresses)) {
    const noted = insertEverOn(db, (query) => query.all({ address }));
    isNew ||= noted.length > 0;
  }
  return isNew;
}

const insertEverOn = prepared((db) =>
  db.insert(schema.everOn).values({ address: sql.placeholder('address'), told: false }).onConflictDoNothing().returning({ address: schema.everOn.address }),
);

/** Those of whom the directory does not know it yet. */
export function readUntold(db: Database): Address[] {
  return selectUntold(db, (query) => query.all()).map((row) => row.address);
}

const selectUntold = prepared((db) => db.select({ address: schema.everOn.address }).from(schema.everOn).where(eq(schema.everOn.told, false)));

/** The directory knows it of these. */
export function markTold(db: Database, addresses: Address[]): void {
  if (addresses.length === 0) return;
  updateTold(db, (query) => query.run({ addresses: JSON.stringify(addresses) }));
}

const updateTold = prepared((db) =>
  db.update(schema.everOn).set({ told: true }).where(sql`${schema.everOn.address} in (select value from json_each(${sql.placeholder('addresses')}))`),
);

/** The directory is told all of them again. */
export function tellEverOnAnew(db: Database): void {
  db.update(schema.everOn).set({ told: false }).run();
}
