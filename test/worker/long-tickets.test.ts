import { createExecutionContext, runInDurableObject, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { portal } from '../../src/portal/portal.tsx';
import type { Part, Place } from '../../src/rules/page.ts';
import { ticketOf } from '../../src/ticket/tickets.ts';
import { address, everywhere } from '../support/builders.ts';
import { counted, type Costs } from '../support/counted.ts';
import { anna, bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { origin, signedIn, type Visitor } from './portal-visitor.ts';

const max = 'max@kunde.example';
const ANSWERS = 45;
let agent: Visitor;
let customer: Visitor;
let number: number;
/** The page of a change of many. */
let bulk: string;

beforeAll(async () => {
  agent = await signedIn(anna.address, 'agent');
  customer = await signedIn(max);
  number = await bringToTicket(plainMail({ from: max, subject: 'Lang', text: 'Die Anfrage' }));
  bulk = (await agent.post('/desk/bulk', { act: 'status:waiting', value: '', numbers: '999999999' })).to ?? '';
  for (let answer = 1; answer <= ANSWERS; answer += 1) await agent.post(`/tickets/${number}/${answer % 3 === 0 ? 'comments' : 'replies'}`, { text: `Text ${answer}.` });
});

const viewer = { address: anna.address, role: 'agent', reach: everywhere } as const;
const part = async (asked: Part, who: { address: typeof anna.address; role: 'agent' | 'requester' } = viewer) => {
  const page = await ticketOf(env, number).page({ ...who, reach: everywhere }, Date.now(), asked);
  if (page === null) throw new Error('There is no such ticket');
  return page;
};
const articles = (page: Awaited<ReturnType<typeof part>>) => page.entries.flatMap((entry) => (entry.kind === 'article' ? [entry.article.id] : []));
const countUp = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('a long ticket', () => {
  test('opens with its newest part alone, and the rest follows part by part, each entry once', async () => {
    const newest = await part({ kind: 'newest' });
    expect(articles(newest)).toEqual(countUp(27, 46).toReversed());
    expect(newest.newer).toBeNull();

    const seen = [...newest.entries];
    for (let older: Place | null = newest.older; older !== null;) {
      const next = await part({ kind: 'before', place: older });
      seen.push(...next.entries);
      older = next.older;
    }

    expect(articles({ ...newest, entries: seen })).toEqual(countUp(1, 46).toReversed());
    expect(seen.map((entry) => entry.seq)).toEqual([...new Set(seen.map((entry) => entry.seq))].toSorted((one, other) => other - one));
    expect(seen).toEqual((await ticketPage(number)).entries);
  });

  test('leads back up to what is newer', async () => {
    const newest = await part({ kind: 'newest' });
    if (newest.older === null) throw new Error('There is nothing older');
    const before = await part({ kind: 'before', place: newest.older });
    if (before.newer === null) throw new Error('There is nothing newer');

    expect((await part({ kind: 'after', place: before.newer })).entries).toEqual(newest.entries);
  });

  test('opens at any of its articles; one that is not there opens the newest part', async () => {
    expect(articles(await part({ kind: 'from', article: 5 }))).toEqual([5, 4, 3, 2, 1]);
    expect((await part({ kind: 'from', article: 5 })).newer).not.toBeNull();
    expect(articles(await part({ kind: 'from', article: 999 }))[0]).toBe(46);
    expect((await agent.get(`/tickets/${number}?article=5`)).page).toContain('id="article-5"');
    expect((await agent.get(`/tickets/${number}`)).page).toContain(`/tickets/${number}?article=46#article-46`);
  });

  test('fills the parts of a customer with what they may read, and no comment is among it (P08)', async () => {
    const newest = await part({ kind: 'newest' }, { address: address(max), role: 'requester' });

    expect(articles(newest)).toHaveLength(20);
    expect(articles(newest).filter((id) => id > 1 && (id - 1) % 3 === 0)).toEqual([]);
    expect((await customer.get(`/tickets/${number}`)).page).toContain('?before=');
  });

  test('is read through its indexes', async () => {
    const plans = await runInDurableObject(env.TICKETS.getByName(String(number)), (_, state) =>
      [`select seq from events where "events"."fact" ->> 'kind' = 'mentions'`, `select seq from events where "events"."fact" ->> 'id' = 5`].map((query) =>
        state.storage.sql.exec<{ detail: string }>(`explain query plan ${query}`).toArray().map((row) => row.detail).join(' ')),
    );

    expect(plans[0]).toContain('events_by_kind');
    expect(plans[1]).toContain('events_by_article');
  });

  test('reads no more rows than one of a few articles needs for a page', async () => {
    const short = await bringToTicket(plainMail({ from: max, subject: 'Kurz' }));
    for (let answer = 1; answer <= 20; answer += 1) await agent.post(`/tickets/${short}/replies`, { text: `Text ${answer}.` });

    const [long, few] = [await rowsRead(number), await rowsRead(short)];

    expect(long).toBeLessThan(few * 2);
  });
});

/** Rows that the object's database reads for the newest part. */
async function rowsRead(of: number): Promise<number> {
  return runInDurableObject(env.TICKETS.getByName(String(of)), async (object, { storage }) => {
    let rows = 0;
    const { exec } = storage.sql;
    const real = exec.bind(storage.sql);
    const cursors: SqlStorageCursor<Record<string, SqlStorageValue>>[] = [];
    Object.defineProperty(storage.sql, 'exec', { configurable: true, value: (query: string, ...values: unknown[]) => {
      const cursor = real(query, ...values);
      cursors.push(cursor);
      return cursor;
    } });
    await object.page(viewer, Date.now());
    Object.defineProperty(storage.sql, 'exec', { configurable: true, value: exec });
    for (const cursor of cursors) rows += cursor.rowsRead;
    return rows;
  });
}

describe('a page of the desk', () => {
  test.each([
    ['a ticket, for an agent', () => `/tickets/${number}`, true, { queries: 2, calls: 1 }],
    ['a ticket, for a customer', () => `/tickets/${number}`, false, { queries: 2, calls: 1 }],
    ['a list of tickets, for a customer', () => '/tickets', false, { queries: 2, calls: 0 }],
    ['a search of a customer', () => '/tickets?q=lang', false, { queries: 2, calls: 0 }],
    ['the hits while a customer types', () => '/tickets/hits?q=lan', false, { queries: 2, calls: 0 }],
    ['the hits while an agent types', () => '/desk/hits?q=lan', true, { queries: 2, calls: 0 }],
    ['a view of the desk', () => '/desk?view=open', true, { queries: 2, calls: 0 }],
    ['a view that an agent keeps', () => '/desk?saved=1', true, { queries: 2, calls: 0 }],
    ['a search with filters', () => '/desk?q=owner%3Aanna+due%3A%3C2d+lang', true, { queries: 2, calls: 0 }],
    ['a page further on, in another order', () => '/desk?view=closed&sort=due&after=1790000000000~1', true, { queries: 2, calls: 0 }],
    ['the page before a change of selected tickets', () => `/desk/bulk?act=status:closed&scope=selected&number=${number}`, true, { queries: 2, calls: 0 }],
    ['the page before a change of a whole view', () => '/desk/bulk?act=label&value=Eilig&scope=view&view=open', true, { queries: 2, calls: 0 }],
    ['what became of a change of many tickets', () => bulk, true, { queries: 2, calls: 0 }],
    ['the mails at the door', () => '/desk/door', true, { queries: 2, calls: 0 }],
    ['the ledger of all mails', () => '/desk/intake', true, { queries: 2, calls: 0 }],
    ['a search in it', () => '/desk/intake?mail=lang&day=2026-11-25&outcome=filed', true, { queries: 2, calls: 0 }],
    ['its sums by day', () => '/desk/intake/days', true, { queries: 2, calls: 0 }],
  ] satisfies [string, () => string, boolean, Costs][])('%s costs the session, one batch and one call at most', async (_, path, staff, costs) => {
    expect(await costOf(path(), staff ? agent : customer)).toEqual(costs);
  });
});

/** What one page asks of D1 and of tickets; the session is one of the queries. */
async function costOf(path: string, visitor: Visitor): Promise<Costs> {
  const { env: counting, costs } = counted(env);
  const context = createExecutionContext();
  const answer = await portal.fetch(new Request(origin + path, { headers: { Cookie: visitor.cookie } }), counting, context);
  await waitOnExecutionContext(context);
  expect(answer.status).toBe(200);
  return costs;
}

describe('the history', () => {
  test('is turned around for whoever wants it so, and stays so', async () => {
    const places = (page: string) => ['id="article-46"', 'id="article-45"'].map((part) => page.indexOf(part));
    const [newest = 0, before = 0] = places((await agent.get(`/tickets/${number}`)).page);
    expect(newest).toBeLessThan(before);

    await agent.post('/profile/order', { first: 'oldest', to: `/tickets/${number}` });

    const page = (await agent.get(`/tickets/${number}`)).page;
    const [last = 0, lastButOne = 0] = places(page);
    expect(last).toBeGreaterThan(lastButOne);
    expect(page.indexOf('class="box reply"')).toBeGreaterThan(last);
    expect((await customer.get(`/tickets/${number}`)).page).toContain('Newest first');
    await agent.post('/profile/order', { first: 'newest', to: '/' });
  });

  test('is printed whole, with nothing to press', async () => {
    const { page } = await agent.get(`/tickets/${number}/print`);

    for (const id of [1, 20, 46]) expect(page).toContain(`id="article-${id}"`);
    expect(page).not.toContain(`action="/tickets/${number}`);
    expect((await customer.get(`/tickets/${number}/print`)).page).not.toContain('Text 3.');
  });
});

test('of a ticket that others became part of, the parts hold each entry once and in the order of the whole (T13)', async () => {
  const joining = await bringToTicket(plainMail({ from: 'karla@kunde.example', subject: 'Dasselbe' }));
  for (let answer = 1; answer <= 6; answer += 1) await agent.post(`/tickets/${joining}/replies`, { text: `Dort ${answer}.` });
  await agent.post(`/tickets/${joining}/merge`, { into: String(number) });

  const names = (await ticketPage(number)).entries.map((entry) => (entry.seq > 0 || entry.kind !== 'article' ? `event ${entry.seq}` : `came ${entry.article.id}`));
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => name.startsWith('came'))).toHaveLength(7);

  const newest = await part({ kind: 'newest' });
  const came = articles(newest).find((id) => id > 46) ?? 0;
  expect(articles(await part({ kind: 'from', article: came }))[0]).toBe(came);
  expect(articles(await part({ kind: 'before', place: { article: came } }))).not.toContain(came);
});

describe('beside a ticket', () => {
  test('an agent finds what else its requester asked, and a note about them; customers see neither', async () => {
    const other = await bringToTicket(plainMail({ from: max, subject: 'Noch ein Anliegen' }));
    await bringToTicket(plainMail({ from: 'karla@kunde.example', subject: 'Gehört jemand anderem' }));
    expect((await agent.post(`/tickets/${number}/note`, { note: 'Bitte vorher anrufen' })).status).toBe(303);

    for (const at of [number, other]) expect((await agent.get(`/tickets/${at}`)).page).toContain('Bitte vorher anrufen');
    const { page } = await agent.get(`/tickets/${number}`);
    expect(page).toContain('Noch ein Anliegen');
    expect(page).not.toContain('Gehört jemand anderem');
    expect((await customer.get(`/tickets/${number}`)).page).not.toMatch(/anrufen|Noch ein Anliegen/);
    expect((await customer.post(`/tickets/${number}/note`, { note: 'x' })).status).toBe(403);
    expect((await agent.post(`/tickets/${number}/note`, { note: 'x'.repeat(2001) })).status).toBe(422);
  });
});
