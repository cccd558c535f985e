/** The tables of a ticket: made in one go, and those of older releases brought up to date in steps. */

import migrations from '../../migrations/ticket/migrations.js';
import tables from '../../migrations/ticket/tables.sql';
import { failPointAtOnce } from '../fail-points.ts';
import { hasTables } from './ticket-store.ts';

/**
 * Makes the tables of a new ticket, or brings those of an older release up to date; all of it, or nothing. Not by drizzle's migrator: that would
 * have a new ticket go through all migrations there ever were, which took longer than all else that its mail asks for (docs/bench.md), and waits.
 */
export function migrateTables(storage: DurableObjectStorage): void {
  storage.transactionSync(() => {
    if (!hasTables(storage)) storage.sql.exec(tables);
    const { last } = storage.sql.exec<{ last: number }>('select max(created_at) as last from __drizzle_migrations').one();
    for (const { idx, when } of migrations.journal.entries) {
      if (when > last) migrate(storage, idx, when);
    }
    failPointAtOnce('ticket-migrated');
  });
}

/** `when` is how drizzle-kit tells migrations apart. */
function migrate(storage: DurableObjectStorage, idx: number, when: number): void {
  const migration = migrations.migrations[`m${String(idx).padStart(4, '0')}`];
  if (migration === undefined) throw new Error(`There is no migration ${idx}`);
  storage.sql.exec(migration);
  storage.sql.exec("insert into __drizzle_migrations (hash, created_at) values ('', ?)", when);
}
