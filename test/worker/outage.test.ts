/** The database refuses writes for a while: nothing is lost, nothing is done twice. */

import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { findIntake } from '../../src/directory/intake.ts';
import { intakeKey } from '../../src/inbound/raw-mails.ts';
import { anna, articlesOf, bring, bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';

const max = 'max@kunde.example';
const tables = ['intake', 'numbers', 'people', 'tickets', 'ticket_people', 'message_ids'];
const writes = ['insert', 'update', 'delete'];
const HOUR_MS = 3_600_000;

let agent: Visitor;
beforeAll(async () => {
  agent = await signedIn(anna.address, 'agent');
});
// What is made to fail here is reported, as it should be, and would only hide what fails by itself.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(async () => {
  await accept(tables);
  vi.restoreAllMocks();
});

describe('a mail that comes meanwhile', () => {
  test.each([...tables.map((table) => [table]), tables])('(no writes to %s) is one ticket afterwards, acknowledged once', async (...refused) => {
    const raw = plainMail({ from: max, subject: `Ausfall von ${refused.join()}`, headers: ['Cc: boss@kunde.example'] });
    await refuse(refused);
    for (let attempt = 0; attempt < 4; attempt++) await bring(raw).catch(() => null);
    await accept(refused);

    const number = await bringToTicket(raw);
    await sent(number);
    await indexed(number);

    expect((await articlesOf(number)).map((article) => article.attachments)).toEqual([[]]);
    expect((await articlesOf(number))[0]?.text).toMatch(/^Text \d+\./);
    expect(await letters(number)).toEqual([['acknowledgement', max, 'sent']]);
    expect(await ticketsNamed(`Ausfall von ${refused.join()}`)).toEqual([{ number, requester: max, people: 2 }]);
  });

  test('is not accepted before it is kept, and every byte of it is there', async () => {
    const raw = plainMail({ from: max, subject: 'Bleibt' });
    const key = await keyOf(raw);
    await refuse(tables);

    await expect(bring(raw)).rejects.toThrow();

    expect(await (await env.BYTES.get(`raw/${key}`))?.text()).toBe(raw);
    expect(await findIntake(env.DB, key)).toBe(null);
  });

  test('stays on the ticket it opened, though the ticket it names came in between', async () => {
    const next = (await bringToTicket(plainMail({ from: max, subject: 'Davor' }))) + 1;
    const raw = plainMail({ from: max, subject: `[dtnet.de #${next + 1}] Zu früh` });
    await env.DB.exec("create trigger no_update_intake before update on intake when new.outcome = 'filed' begin select raise(abort, 'no writes'); end");
    await expect(bring(raw)).rejects.toThrow();
    await accept(['intake']);
    expect(await bringToTicket(plainMail({ from: max, subject: 'Dazwischen' }))).toBe(next + 1);

    expect(await bringToTicket(raw)).toBe(next);
    expect(await articlesOf(next)).toHaveLength(1);
    expect(await articlesOf(next + 1)).toHaveLength(1);
  });

  test('for a ticket there is joins it once, and goes once to everybody else', async () => {
    const number = await bringToTicket(plainMail({ from: max, subject: 'Laufend' }));
    await agent.post(`/tickets/${number}/replies`, { text: 'Ist er an?' });
    const raw = plainMail({ from: max, subject: `[dtnet.de #${number}]`, text: 'Ja, er ist an.' });
    await refuse(tables);
    await expect(bring(raw)).rejects.toThrow();
    await accept(tables);

    await bring(raw);
    await bring(raw);
    await sent(number);

    expect((await articlesOf(number)).map((article) => article.text.trim()).slice(1)).toEqual(['Ist er an?', 'Ja, er ist an.']);
    expect(await letters(number)).toEqual([['acknowledgement', max, 'sent'], ['correspondence', max, 'sent'], ['correspondence', anna.address, 'sent']]);
  });
});

describe('an attempt to read a mail', () => {
  const raw = plainMail({ from: max, subject: 'Versuche', text: 'Lesbar.' });

  test('that an outage ended does not count, for an hour; after that the mail is filed unread (SP09)', async () => {
    const start = Date.now();
    await refuse(['numbers']);
    for (const at of [start, start + 20_000, start + HOUR_MS / 2]) await expect(bring(raw, { at })).rejects.toThrow();
    expect(await attempts()).toBe(0);

    for (const at of [start + HOUR_MS, start + 2 * HOUR_MS]) await expect(bring(raw, { at })).rejects.toThrow();
    expect(await attempts()).toBe(2);
    await accept(['numbers']);

    const [article] = await articlesOf(await bringToTicket(raw, { at: start + 3 * HOUR_MS }));
    expect(article).toMatchObject({ text: '', attachments: [{ name: 'mail.eml' }] });
  });

  test('is none where the mail only comes several times at once: it is read (T10, SP09)', async () => {
    const atOnce = plainMail({ from: max, subject: 'Gleichzeitig', text: 'Auch lesbar.' });

    const rows = await Promise.all(Array.from({ length: 6 }, () => bring(atOnce)));

    const [article] = await articlesOf(rows[0]?.number ?? 0);
    expect(article?.text.trim()).toBe('Auch lesbar.');
  });

  async function attempts(): Promise<number | undefined> {
    return (await findIntake(env.DB, await keyOf(raw)))?.attempts;
  }
});

describe('an agent meanwhile', () => {
  test('goes on: the ticket knows what was done, letters leave, and the lists follow', async () => {
    const number = await bringToTicket(plainMail({ from: max, subject: 'Geht weiter' }));
    await refuse(tables);

    const answer = await agent.post(`/tickets/${number}/replies`, { text: 'Trotzdem.' });
    await sent(number);
    expect(answer.status).toBe(303);
    expect((await ticketPage(number)).fields.status).toBe('open');
    expect((await agent.get('/desk?view=nobody')).page).toMatch(/Geht weiter.*?class="status new"/s);

    await accept(tables);
    await indexed(number);
    expect((await agent.get('/desk?view=nobody')).page).toMatch(/Geht weiter.*?class="status open"/s);
    expect(await letters(number)).toEqual([['acknowledgement', max, 'sent'], ['correspondence', max, 'sent']]);
  });

  test('is answered by mails that name only the letter’s Message-ID, once it could be written (T08)', async () => {
    const number = await bringToTicket(plainMail({ from: max, subject: 'Später bekannt' }));
    await refuse(['message_ids']);
    await agent.post(`/tickets/${number}/replies`, { text: 'Antwort.' });
    await sent(number);
    await accept(['message_ids']);
    await indexed(number);

    const answer = plainMail({ from: max, subject: 'ganz anders', headers: [`In-Reply-To: ${await newestMessageId(number)}`] });

    expect(await bringToTicket(answer)).toBe(number);
  });
});

async function refuse(refused: string[]): Promise<void> {
  await env.DB.batch(refused.flatMap((table) => writes.map((write) => env.DB.prepare(
    `create trigger no_${write}_${table} before ${write} on ${table} begin select raise(abort, 'no writes'); end`,
  ))));
}

async function accept(refused: string[]): Promise<void> {
  await env.DB.batch(refused.flatMap((table) => writes.map((write) => env.DB.prepare(`drop trigger if exists no_${write}_${table}`))));
}

function keyOf(raw: string): Promise<string> {
  return intakeKey(new Uint8Array(new TextEncoder().encode(raw)));
}

function object(number: number) {
  return env.TICKETS.getByName(String(number));
}

/** Waits until every letter has left. */
async function sent(number: number): Promise<void> {
  await vi.waitFor(async () => expect((await letters(number)).filter(([, , state]) => state !== 'sent')).toEqual([]), { timeout: 60_000 });
}

/** Waits until the index is up to date, waking the object as its alarm does later. */
async function indexed(number: number): Promise<void> {
  await vi.waitFor(async () => {
    await runDurableObjectAlarm(object(number));
    expect(await rows(number, 'select version from refreshes')).toEqual([]);
  }, { timeout: 60_000 });
}

function rows(number: number, query: string): Promise<Record<string, SqlStorageValue>[]> {
  return runInDurableObject(object(number), (_, { storage }) => storage.sql.exec(query).toArray());
}

/** Oldest first. */
async function letters(number: number): Promise<[string, string, string][]> {
  const { entries } = await ticketPage(number);
  return entries.toReversed().flatMap((entry) => entry.letters.map(({ kind, to, state }): [string, string, string] => [kind, to.address, state]));
}

async function newestMessageId(number: number): Promise<string> {
  return String((await rows(number, 'select message_id from letters order by id desc limit 1'))[0]?.['message_id']);
}

async function ticketsNamed(subject: string): Promise<unknown[]> {
  const people = '(select count(*) from ticket_people where ticket_people.number = tickets.number) as people';
  return (await env.DB.prepare(`select number, requester, ${people} from tickets where subject = ?`).bind(subject).all()).results;
}
