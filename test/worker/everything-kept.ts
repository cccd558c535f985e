/** All that the desk keeps, as text, to be searched for what must not be in it. The log of what was done is left out: nothing in it is ever changed. */

import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';

const UNREADABLE = /^(_cf|sqlite|d1_|audit_log|ticket_words|word_parts)/;

/** Each place with what it holds: tables of the directory and of these tickets, and every raw mail. */
export async function everythingKept(numbers: number[]): Promise<[string, string][]> {
  const places: [string, string][] = [];
  const tables = await env.DB.prepare("select name from sqlite_master where type = 'table'").all<{ name: string }>();
  for (const { name } of tables.results.filter((table) => !UNREADABLE.test(table.name))) {
    places.push([`D1 ${name}`, JSON.stringify((await env.DB.prepare(`select * from ${name}`).all()).results)]);
  }
  for (const number of numbers) {
    places.push(...(await runInDurableObject(env.TICKETS.getByName(String(number)), (_, { storage: { sql } }) => {
      const names = sql.exec<{ name: string }>("select name from sqlite_master where type = 'table'").toArray().filter(({ name }) => !UNREADABLE.test(name));
      return names.map(({ name }): [string, string] => [`#${number} ${name}`, JSON.stringify(sql.exec(`select * from ${name}`).toArray())]);
    })));
  }
  for (const { key } of (await env.BYTES.list({ prefix: 'raw/' })).objects) places.push([key, new TextDecoder().decode(await (await env.BYTES.get(key))?.arrayBuffer())]);
  return places;
}
