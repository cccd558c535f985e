/** A mail on a ticket is read with today's parser. What yesterday's made of it is written into the ticket first, as a parser with a fault would have. */

import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { searchOwn } from '../../src/ticket-index/search.ts';
import { soughtWords } from '../../src/rules/search-text.ts';
import { address, everywhere } from '../support/builders.ts';
import { rawMail } from '../support/raw-mail.ts';
import { anna, articlesOf, bringToTicket, ticketPage } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';

const file = new TextEncoder().encode('a;b;c');
const mail = (subject: string) =>
  rawMail({ from: 'Max Muster <max@kunde.example>', to: 'support@dtnet.de', subject, text: 'Der Drucker druckt Äpfel.', html: '<p>Der Drucker druckt <b>Äpfel</b>.</p>', files: [{ name: 'liste.csv', type: 'text/csv', bytes: file }] });

let admin: Visitor;
let agent: Visitor;
let max: Visitor;
beforeAll(async () => {
  [admin, agent, max] = [await signedIn('chef@dtnet.de', 'admin'), await signedIn(anna.address, 'agent'), await signedIn('max@kunde.example')];
});

const readAgain = (who: Visitor, number: number, article = 1) => who.post(`/tickets/${number}/articles/${article}/read-again`);
const rows = (number: number, query: string) => runInDurableObject(env.TICKETS.getByName(String(number)), (_, { storage }) => storage.sql.exec(query).toArray());
const facts = async (number: number) => (await ticketPage(number)).entries.flatMap((entry) => (entry.kind === 'fact' ? [entry.fact.kind] : []));

/** As a parser with faults might have read it. */
async function misread(number: number): Promise<void> {
  await rows(number, "update articles set text = 'Der Drucker druckt Ãpfel.', html = null, look = 'plain'");
  await rows(number, "update attachments set name = 'unbenannt.bin', type = 'application/octet-stream'");
}

describe('a mail that is read again', () => {
  test('says what today’s parser reads in it, as if it had been read so at once (M12)', async () => {
    const number = await bringToTicket(mail('Umlaute'));
    const [before] = await articlesOf(number);
    await misread(number);

    expect(await readAgain(admin, number)).toMatchObject({ status: 303, to: `/tickets/${number}/articles/1?read=again` });

    const [after] = await articlesOf(number);
    expect(after).toEqual(before);
    expect(await facts(number)).toContain('readAgain');
    expect((await max.get(`/tickets/${number}/articles/1/html`)).page).toContain('<b>Äpfel</b>');
  });

  test('keeps what it read as before, for agents to see and nobody else (M12)', async () => {
    const number = await bringToTicket(mail('Bisher'));
    await misread(number);
    await readAgain(admin, number);

    const page = (await agent.get(`/tickets/${number}/articles/1?view=earlier`)).page;
    expect(page).toContain('Der Drucker druckt Ãpfel.');
    expect(page).toContain('unbenannt.bin');
    expect((await agent.get(`/tickets/${number}`)).page).toContain('had a mail read again');
    expect((await max.get(`/tickets/${number}/articles/1?view=earlier`)).status).toBe(404);
    expect((await max.get(`/tickets/${number}`)).page).not.toContain('Ãpfel');
  });

  test('changes nothing if it reads the same, and nothing the second time (M12)', async () => {
    const number = await bringToTicket(mail('Gleich'));
    const { version } = await ticketPage(number);

    await readAgain(admin, number);
    expect((await ticketPage(number)).version).toBe(version);

    await misread(number);
    await readAgain(admin, number);
    await readAgain(admin, number);
    expect((await ticketPage(number)).version).toBe(version + 1);
    expect(await rows(number, 'select id from readings')).toHaveLength(1);
  });

  test('keeps a file that it finds otherwise now beside the one that was kept before, whose bytes stay (M03)', async () => {
    const number = await bringToTicket(mail('Datei'));
    const [{ key, id } = { key: '', id: '' }] = (await articlesOf(number))[0]?.attachments ?? [];
    await env.BYTES.delete(key);
    await env.BYTES.put(key, 'a;b');

    await readAgain(admin, number);
    await readAgain(admin, number);

    const [now] = (await articlesOf(number))[0]?.attachments ?? [];
    expect(now?.id).not.toBe(id);
    expect(await (await env.BYTES.get(now?.key ?? ''))?.text()).toBe('a;b;c');
    expect(await (await env.BYTES.get(key))?.text()).toBe('a;b');
    expect(await rows(number, 'select id from readings')).toHaveLength(1);
  });

  test('is found by its words now, and no longer by those it never had', async () => {
    const number = await bringToTicket(mail('Suche'));
    await rows(number, "update articles set text = 'Zitronenfalter'");
    await readAgain(admin, number);

    const found = async (typed: string) => (await searchOwn(env.DB, { address: address('max@kunde.example'), role: 'requester', reach: everywhere }, { words: soughtWords(typed), below: null })).rows.map((row) => row.number);
    expect(await found('Äpfel')).toContain(number);
    expect(await found('Zitronenfalter')).toEqual([]);
  });

  test('causes no letter', async () => {
    const number = await bringToTicket(mail('Still'));
    await misread(number);
    const before = await rows(number, 'select id from letters');
    await readAgain(admin, number);

    expect(await rows(number, 'select id from letters')).toEqual(before);
  });
});

describe('a mail out of which something was taken for good', () => {
  test('is not read again: it would come back (S18)', async () => {
    const number = await bringToTicket(mail('Entfernt'));
    await agent.post(`/tickets/${number}/articles/1/redact`, { more: 'Äpfel' });

    expect((await readAgain(admin, number)).status).toBe(404);
    expect((await articlesOf(number))[0]?.text).not.toContain('Äpfel');
  });

  test('has no earlier readings any more, in which it would still stand (S18)', async () => {
    const number = await bringToTicket(mail('Danach entfernt'));
    await rows(number, "update articles set text = 'Der Drucker druckt Äpfel und Birnen.'");
    await readAgain(admin, number);
    expect(await rows(number, 'select id from readings')).toHaveLength(1);

    await agent.post(`/tickets/${number}/articles/1/redact`, { more: 'Äpfel' });

    expect(await rows(number, 'select id from readings')).toEqual([]);
  });
});

test('what came by no mail, and a mail whose bytes are gone, cannot be read again', async () => {
  const number = await bringToTicket(mail('Fort'));
  await agent.post(`/tickets/${number}/replies`, { text: 'Aus dem Portal.' });
  const [row] = await rows(number, 'select intake from articles where id = 1');
  await env.BYTES.delete(`raw/${row?.['intake']}`);

  expect((await readAgain(admin, number, 2)).status).toBe(404);
  expect((await readAgain(admin, number)).status).toBe(503);
  expect((await readAgain(agent, number)).status).toBe(403);
});
