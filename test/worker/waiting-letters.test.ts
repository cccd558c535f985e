/** Letters wait for an earlier one to the same reader: that holds up nobody else, and costs nothing meanwhile. */

import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { bringToTicket, plainMail } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';

const max = 'max@kunde.example';
const boss = 'boss@kunde.example';
const HOUR_MS = 3_600_000;
/** More than one drain takes up. */
const MANY = 130;

let agent: Visitor;
beforeAll(async () => {
  agent = await signedIn('anna@dtnet.de', 'agent');
});

describe('while the first of many letters to one reader is to be tried again later', () => {
  test('the ticket sleeps until then, though the others are due (SR4, SO06)', async () => {
    const number = await withManyFor(max);

    await object(number).drain();

    const alarm = await runInDurableObject(object(number), (_, { storage }) => storage.getAlarm());
    expect(alarm).toBeGreaterThan(Date.now() + HOUR_MS / 2);
  });

  test('everybody else gets theirs (SO08)', async () => {
    const number = await withManyFor(max);

    await agent.post(`/tickets/${number}/replies`, { text: 'Für alle.' });

    await vi.waitFor(async () => expect(await states(number, boss)).toEqual(['sent']), { timeout: 30_000 });
    expect(new Set(await states(number, max))).toEqual(new Set(['sent', 'queued']));
  });
});

/** A ticket with many letters to this reader, of which the first was refused by the platform and is due in an hour. */
async function withManyFor(reader: string): Promise<number> {
  const number = await bringToTicket(plainMail({ from: reader, subject: 'Viele Briefe', headers: [`Cc: ${boss}`] }));
  await vi.waitFor(async () => expect(await states(number, reader)).toEqual(['sent']), { timeout: 30_000 });
  await runInDurableObject(object(number), (_, { storage }) => {
    const at = Date.now();
    const { seq } = storage.sql.exec<{ seq: number }>('select max(seq) as seq from events').one();
    for (let one = 0; one < MANY; one += 1) {
      storage.sql.exec("insert into letters (seq, kind, recipient, article, state, attempts, due_at, changed_at) values (?, 'correspondence', ?, 1, 'queued', ?, ?, ?)", seq, reader, one === 0 ? 9 : 0, one === 0 ? at + HOUR_MS : at, at);
    }
  });
  return number;
}

function object(number: number) {
  return env.TICKETS.getByName(String(number));
}

function states(number: number, reader: string): Promise<unknown[]> {
  return runInDurableObject(object(number), (_, { storage }) => storage.sql.exec('select state from letters where recipient = ? order by id', reader).toArray().map(({ state }) => state));
}
