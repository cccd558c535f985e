/** Makes a desk as it is on its first day: no ticket, no row, nothing in R2. */

import { applyD1Migrations, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { inject } from 'vitest';

export async function newDesk(tickets: number[]): Promise<void> {
  for (const number of tickets) await runInDurableObject(env.TICKETS.getByName(String(number)), (_, { storage }) => storage.deleteAll());
  await dropTables();
  await applyD1Migrations(env.DB, inject('migrations'));
  for (const key of await keysInBytes()) await env.BYTES.delete(key);
}

async function dropTables(): Promise<void> {
  const { results } = await env.DB.prepare("select name from sqlite_master where type = 'table' and sql is not null and name not like 'sqlite_%' and name not like '_cf_%' order by sql like 'CREATE VIRTUAL%' desc").all<{ name: string }>();
  // A full-text table takes its own tables along.
  const own = results.filter(({ name }) => !/^(ticket_words|word_parts)_/.test(name));
  await env.DB.batch([env.DB.prepare('pragma defer_foreign_keys = on'), ...own.map(({ name }) => env.DB.prepare(`drop table if exists "${name}"`))]);
}

export async function keysInBytes(prefix = ''): Promise<string[]> {
  return (await env.BYTES.list({ prefix })).objects.map(({ key }) => key);
}
