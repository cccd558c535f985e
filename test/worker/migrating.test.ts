import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import migrations from '../../migrations/ticket/migrations.js';
import { migrateTables } from '../../src/ticket/migrating.ts';

const OLD_RELEASE = 5;

test('a ticket of an older release gets the columns and indexes that it lacks, once', async () => {
  const fresh = await inObject('1', (storage) => {
    migrateTables(storage);
    return tablesIn(storage);
  });

  const old = await inObject('2', (storage) => {
    makeAsOf(OLD_RELEASE, storage);
    migrateTables(storage);
    migrateTables(storage);
    return tablesIn(storage);
  });

  expect(old).toEqual(fresh);
});

function inObject<Answer>(name: string, work: (storage: DurableObjectStorage) => Answer): Promise<Answer> {
  return runInDurableObject(env.TICKETS.getByName(name), (_, { storage }) => work(storage));
}

/** The tables after so many migrations, with drizzle's note of the last one. */
function makeAsOf(release: number, { sql }: DurableObjectStorage): void {
  sql.exec('create table __drizzle_migrations (id serial primary key, hash text not null, created_at numeric)');
  for (const { idx, when } of migrations.journal.entries.slice(0, release)) {
    sql.exec(migrations.migrations[`m${String(idx).padStart(4, '0')}`] ?? '');
    sql.exec("insert into __drizzle_migrations (hash, created_at) values ('', ?)", when);
  }
}

function tablesIn({ sql }: DurableObjectStorage): unknown[] {
  const columns = sql.exec("select tables.name as made, columns.name as of from sqlite_master as tables, pragma_table_info(tables.name) as columns where tables.type = 'table' and tables.name not like '\\_%' escape '\\' order by 1, 2").toArray();
  return [...columns, ...sql.exec("select name, sql from sqlite_master where type = 'index' and sql is not null order by name").toArray()];
}
