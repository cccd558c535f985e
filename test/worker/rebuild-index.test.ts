import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { claimNumber } from '../../src/directory/numbers.ts';
import { ticketOf } from '../../src/ticket/tickets.ts';
import { address } from '../support/builders.ts';
import { emptyIndex, indexSnapshot, type IndexSnapshot } from './index-snapshot.ts';
import { anna, bringToTicket, plainMail, stamped } from './inbox.ts';
import { ask, origin, signedIn } from './portal-visitor.ts';
import { upkeeper } from './upkeep-key.ts';

let before: IndexSnapshot;
let numbers: number[];

beforeAll(async () => {
  const agent = await signedIn(anna.address, 'agent');
  const opened = (from: string, subject: string, headers: string[] = []) => bringToTicket(plainMail({ from, subject, text: `${subject}, schreibt ${from}.`, headers }));
  numbers = [await opened('max@kunde.example', 'Drucker', ['Cc: boss@kunde.example, gone@kunde.example']), await opened('karla@kunde.example', 'Fax'), await opened('eva@anderswo.example', 'Telefon')];
  const [printer = 0, fax = 0, telephone = 0] = numbers;
  await bringToTicket(plainMail({ from: 'max@kunde.example', subject: `[dtnet.de #${printer}]`, text: 'Das Passwort: Geheim4711!', headers: ['References: <anderswo-1@kunde.example>'] }));
  await agent.post(`/tickets/${printer}/replies`, { text: 'Ist er eingeschaltet?' });
  await agent.post(`/tickets/${printer}/comments`, { text: 'Vermutlich der Stecker.' });
  await agent.post(`/tickets/${printer}/labels`, { label: 'Außendienst' });
  await agent.post(`/tickets/${printer}/owner`, { owner: anna.address });
  await agent.post(`/tickets/${printer}/watchers/remove`, { address: 'gone@kunde.example', role: 'cc' });
  await agent.post(`/tickets/${printer}/articles/2/redact`, { more: 'Geheim4711!' });
  await agent.post(`/tickets/${fax}/merge`, { into: String(printer) });
  await agent.post(`/tickets/${telephone}/status`, { status: 'closed' });
  await bringToTicket(stamped(plainMail({ from: 'fremd@evil.example', subject: 'Niemand bürgt', headers: ['Cc: wer@evil.example'] }), { dmarc: 'none' }), { authentication: 'cloudflare' });
  // A number that was claimed by a mail which never opened a ticket.
  await claimNumber(env.DB, 'never-opened', 1);
  await comesBack(telephone);
  before = await indexSnapshot();
});

describe('the ticket index', () => {
  test('has something of every kind to lose', () => {
    for (const rows of Object.values(before)) expect(rows.length).toBeGreaterThan(0);
  });

  test('is built anew from the ticket objects, row by row as it was', async () => {
    const keeper = await upkeeper();
    await emptyIndex();

    const answer = await keeper('index', { body: JSON.stringify({ after: 0 }) });

    expect(JSON.parse(answer.page)).toEqual({ next: null, tickets: numbers.length + 1, waiting: 0 });
    expect(await indexSnapshot()).toEqual(before);
  });

  test('is the same after it is built anew once more, with nothing missing', async () => {
    await (await upkeeper())('index', { body: JSON.stringify({ after: 0 }) });

    expect(await indexSnapshot()).toEqual(before);
  });

  test('is mended where rows say what is not so', async () => {
    await env.DB.batch(["update tickets set subject = 'falsch', version = 9999, owner = null", "update said_outside set words = 'falsch'", "delete from ticket_people where role = 'cc'", "insert into said_inside select number, 77, by_name, at, text, 'falsch' from said_outside where article = 0", "delete from ticket_words", "update troubled_letters set trouble = null, changed_at = 9e15"].map((query) => env.DB.prepare(query)));

    await (await upkeeper())('index', { body: JSON.stringify({ after: 0 }) });

    // The wrong word came from nowhere, so it is in no vocabulary.
    expect(await indexSnapshot()).toEqual(before);
  });

  test('loses rows of a number that has no ticket', async () => {
    await env.DB.prepare("insert into ticket_people (address, number, role) select 'wer@kunde.example', number, 'cc' from numbers where claimed_by = 'never-opened'").run();

    await (await upkeeper())('index', { body: JSON.stringify({ after: 0 }) });

    expect(await indexSnapshot()).toEqual(before);
  });

  test('is built from where the last step ended', async () => {
    const answer = await (await upkeeper())('index', { body: JSON.stringify({ after: numbers[1] }) });

    expect(JSON.parse(answer.page)).toMatchObject({ next: null, tickets: numbers.length - 1 });
  });
});

/** The acknowledgement of this ticket does not reach its reader. */
async function comesBack(number: number): Promise<void> {
  const to = address('eva@anderswo.example');
  const messageId = await vi.waitFor(async () => runInDurableObject(env.TICKETS.getByName(String(number)), (_, { storage }) => String(storage.sql.exec("select message_id from letters where kind = 'acknowledgement' and state = 'sent'").one()['message_id'])), { timeout: 30_000 });
  await ticketOf(env, number).hear({ ids: [messageId], key: null, to: [to], happenedAt: null, fate: 'undelivered', failure: { address: to, kind: 'soft', reason: 'mailboxFull', status: '5.2.2', words: 'full' } }, Date.now());
}

describe('the commands of whoever keeps the desk', () => {
  const body = JSON.stringify({ after: 0 });

  test.each([
    ['no key', {}],
    ['a key that nobody made', { Authorization: `Bearer ${'a'.repeat(43)}` }],
    ['something that is no key', { Authorization: 'Bearer ' }],
  ])('reach nothing with %s (SW13)', async (_, headers) => {
    expect((await ask('/upkeep/index', { method: 'POST', body, headers })).status).toBe(404);
  });

  test('reach nothing with the session of an admin alone (SW13)', async () => {
    const admin = await signedIn('admin@dtnet.de', 'admin');

    expect((await ask('/upkeep/index', { method: 'POST', body, headers: { Cookie: admin.cookie, Origin: origin } })).status).toBe(404);
  });

  test('reach nothing with a key whose time is over, or that was ended (SW13)', async () => {
    const late = await upkeeper(-1);
    const keeper = await upkeeper();

    expect((await late('index', { body })).status).toBe(404);
    expect((await keeper('end')).status).toBe(200);
    expect((await keeper('index', { body })).status).toBe(404);
  });

  test('are told when they ask for what makes no sense', async () => {
    expect((await (await upkeeper())('index', { body: '{"after":"all"}' })).status).toBe(422);
  });
});
