/** Letters that cannot leave yet: they hold up nobody else, cost nothing meanwhile, are seen, and leave in the end. */

import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
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
let customer: Visitor;
beforeAll(async () => {
  customer = await signedIn(max);
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

test('the alarm of a ticket that cannot ask for its readers seven times rings again, and the letter leaves (SF21)', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const number = await opened('Wecker');
  await changeLetters(number, "state = 'queued', message_id = null, due_at = 0");
  await env.DB.exec('alter table people rename to people_away');
  await object(number).drain();

  const rang = [];
  for (let one = 0; one < 7; one += 1) rang.push(await runDurableObjectAlarm(object(number)));
  await env.DB.exec('alter table people_away rename to people');
  await runDurableObjectAlarm(object(number));

  expect(rang).toEqual(Array(7).fill(true));
  expect(await states(number, max)).toEqual(['sent']);
  vi.restoreAllMocks();
});

test.each([
  ["state = 'unknown'", 'unclear whether it was sent'],
  ["state = 'sent', possibly_twice = 1", 'perhaps sent twice'],
])('a letter with %s is shown as such to both sides (SR3, SF06)', async (change, words) => {
  const number = await opened('Zweifel');
  await changeLetters(number, change);

  const pages = [await agent.get(`/tickets/${number}`), await customer.get(`/tickets/${number}`)];

  expect(pages.map(({ status, page }) => [status, page.includes(words)])).toEqual([[200, true], [200, true]]);
});

/** A ticket whose acknowledgement has left. */
async function opened(subject: string): Promise<number> {
  const number = await bringToTicket(plainMail({ from: max, subject, headers: [`Cc: ${boss}`] }));
  await vi.waitFor(async () => expect(await states(number, max)).toEqual(['sent']), { timeout: 30_000 });
  return number;
}

function changeLetters(number: number, change: string): Promise<void> {
  return runInDurableObject(object(number), (_, { storage }) => void storage.sql.exec(`update letters set ${change}`));
}

/** A ticket with many letters to this reader, of which the first was refused by the platform and is due in an hour. */
async function withManyFor(reader: string): Promise<number> {
  const number = await opened('Viele Briefe');
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
