/** The ticket object's credentials that were asked for, read and written. */

import { eq, inArray, sql } from 'drizzle-orm';
import type { Change, Fact, Instant, Person } from '../rules/ticket.ts';
import { prepared } from './prepared.ts';
import * as schema from './schema.ts';
import type { Database } from './ticket-store.ts';

/** What was given and waits to be seen, still sealed; null if there is nothing. */
export function readSealed(db: Database, id: number): string | null {
  return db.select({ sealed: schema.secrets.sealed }).from(schema.secrets).where(eq(schema.secrets.id, id)).get()?.sealed ?? null;
}

/** When the next one is over, or null. */
export function nextSecretOver(db: Database): Instant | null {
  return selectNextOver(db, (query) => query.get())?.at ?? null;
}

const selectNextOver = prepared((db) => {
  const open = inArray(schema.secrets.state, ['asked', 'given']);
  return db.select({ at: sql<Instant | null>`min(${schema.secrets.until})` }).from(schema.secrets).where(open);
});

/** What ended is deleted with the same write; the fact never had it. */
export function changeSecret(db: Database, change: Extract<Change, { kind: 'secretAsked' | 'secretGiven' | 'secretEnded' }>, by: Person | null): Fact {
  const row = eq(schema.secrets.id, change.secret);
  switch (change.kind) {
    case 'secretAsked': {
      if (by === null) throw new Error('A credential is asked for by somebody');
      const { secret: id, label, of, until } = change;
      db.insert(schema.secrets).values({ id, label, of, by: by.address, state: 'asked', until, sealed: null }).run();
      return change;
    }
    case 'secretGiven': {
      const { sealed, ...fact } = change;
      db.update(schema.secrets).set({ state: 'given', until: fact.until, sealed }).where(row).run();
      return fact;
    }
    case 'secretEnded':
      db.update(schema.secrets).set({ state: change.how, sealed: null }).where(row).run();
      return change;
  }
}
