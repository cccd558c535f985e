import { env } from 'cloudflare:workers';
import { drizzle } from 'drizzle-orm/d1';
import { beforeAll, describe, expect, test } from 'vitest';
import { deskViews, queryOf } from '../../src/rules/desk-views.ts';
import { canBeNothing, sortKeys, usualOrder, type Order, type Place } from '../../src/rules/list-order.ts';
import { valueOf } from '../../src/portal/desk/list-pages.ts';
import { readQuery, type TicketQuery } from '../../src/rules/ticket-query.ts';
import { readDesk, selectRows, type DeskRow } from '../../src/ticket-index/desk-list.ts';
import { selectViewCounts } from '../../src/ticket-index/view-counts.ts';
import { address, annaTheAgent, aQueue, now } from '../support/builders.ts';
import { indexed } from './index-rows.ts';

const anna = annaTheAgent();
const bert = { address: address('bert@dtnet.de'), name: 'Bert Beispiel' };
const hour = 3_600_000;
const facts = { queues: [aQueue(), aQueue({ id: 2, name: 'Zweite Stufe' })], staff: [anna, bert], me: anna.address, at: now };

const asking = (typed: string) => readQuery(typed, { at: now, zone: 'Europe/Berlin' });

async function ask(query: TicketQuery, order: Order = usualOrder, place: Place | null = null) {
  return readDesk(env.DB, { viewer: anna, query, order, place, facts, kept: [] });
}

async function numbers(typed: string): Promise<number[]> {
  return (await ask(asking(typed))).page.rows.map((row) => row.number).toSorted((one, other) => one - other);
}

beforeAll(async () => {
  await indexed(1, { status: 'new', subject: 'Drucker', from: 'max@kunde.example', called: 'Max Müller', says: 'Der Drucker klemmt', dueAt: now - hour });
  await indexed(2, { owner: anna.address, subject: 'Router', from: 'eva@anderswo.example', called: 'Eva Weber', says: 'Der Router blinkt', dueAt: now + hour });
  await indexed(3, { owner: anna.address, status: 'waiting', from: 'eva@anderswo.example', called: 'Eva Weber', queue: 2, dueAt: now - hour });
  await indexed(4, { owner: bert.address, finalPriority: 80, dueAt: now + 100 * hour, createdAt: now - 100 * hour, updatedAt: now - 90 * hour });
  await indexed(5, { status: 'closed', closedAt: now - 50 * hour, owner: anna.address, from: 'max@kunde.example', called: 'Max Müller', dueAt: now - 60 * hour, createdAt: now - 80 * hour, says: 'Der Drucker war leer' });
  await indexed(6, { status: 'rejected', closedAt: now - hour, queue: 2 });
});

describe('a list', () => {
  test.each<[string, number[]]>([
    ['', [1, 2, 3, 4, 5, 6]],
    ['owner:me', [2, 3, 5]],
    ['owner:me is:open', [2, 3]],
    ['-owner:me is:open', [1, 4]],
    ['owner:nobody', [1, 6]],
    ['owner:beispiel,nobody is:open', [1, 4]],
    ['owner:gibtesnicht', []],
    ['status:new,waiting', [1, 3]],
    ['-status:new', [2, 3, 4, 5, 6]],
    ['status:closed', [5]],
    ['is:closed', [5, 6]],
    ['is:overdue', [1]],
    ['is:due', [1, 2]],
    ['due:<2h', [1, 2, 3]],
    ['due:>2d', [4]],
    ['queue:zweite', [3, 6]],
    ['queue:2', [3, 6]],
    ['requester:mueller', [1, 5]],
    ['requester:max@kunde.example is:open', [1]],
    ['requester:mueller,weber', [1, 2, 3, 5]],
    ['-requester:mueller is:open', [2, 3, 4]],
    ['domain:anderswo.example', [2, 3]],
    ['priority:>50', [4]],
    ['priority:50..79 is:open', [1, 2, 3]],
    ['created:>2d', [4, 5]],
    ['created:<2d is:open', [1, 2, 3]],
    ['closed:<2h', [6]],
    ['drucker', [1, 5]],
    ['drucker is:open', [1]],
    ['drucker owner:me', [5]],
    ['weber', [2, 3]],
    ['router status:purple', [2]],
  ])('of "%s" has %j', async (typed, expected) => {
    expect(await numbers(typed)).toEqual(expected);
  });

  test('says how many there are, and what was said last', async () => {
    const { page } = await ask(asking('owner:me is:open'));

    expect(page).toMatchObject({ total: 2, newer: false, older: false });
    expect(page.rows.map((row) => row.passage?.text ?? null)).toEqual([null, 'Der Router blinkt']);
  });

  test('knows the counts of all views, also after tickets were reopened and moved', async () => {
    const before = (await ask(asking(''))).counts;
    await indexed(5, { version: 4, status: 'open', owner: anna.address, queue: 2 });
    await indexed(6, { version: 4, status: 'rejected', closedAt: now - hour, queue: 1 });
    const after = (await ask(asking(''))).counts;
    await indexed(5, { version: 5, status: 'closed', closedAt: now - 50 * hour, owner: anna.address, from: 'max@kunde.example', called: 'Max Müller', createdAt: now - 80 * hour });

    expect(before).toEqual({ mine: 2, nobody: 1, open: 4, waiting: 1, due: 2, closed: 2, door: 0, letters: 0, saved: [] });
    expect(after).toEqual({ mine: 3, nobody: 1, open: 5, waiting: 1, due: 2, closed: 1, door: 0, letters: 0, saved: [] });
  });
});

describe('pages', () => {
  const ordered = asking('domain:viele.example');
  beforeAll(async () => {
    for (let number = 101; number <= 230; number += 1) {
      await indexed(number, { from: `p${number}@viele.example`, called: `Name ${number % 7}`, updatedAt: now + (number % 50), dueAt: now + (number % 11) * hour, finalPriority: number % 5, owner: number % 3 === 0 ? anna.address : null, minutesSpent: number % 6, ...(number % 4 === 0 ? { status: 'waiting', waitingUntil: number % 8 === 0 ? now + (number % 13) * hour : null } : { says: number % 5 === 0 ? '' : 'Hilfe' }) });
    }
  });

  const orders = sortKeys.flatMap((by): Order[] => [{ by, down: true }, { by, down: false }]);

  test.each(orders)('in the order $by (down: $down) follow each other without gap or repetition, and lead back', async (order) => {
    const seen: DeskRow[] = [];
    let place: Place | null = null;
    for (let more = true; more; ) {
      const { page } = await ask(ordered, order, place);
      seen.push(...page.rows);
      const last = page.rows.at(-1);
      place = last === undefined ? null : { side: 'after', value: valueOf(last, order.by), number: last.number };
      more = page.older;
    }
    const first = seen[50];
    const back = await ask(ordered, order, first === undefined ? null : { side: 'before', value: valueOf(first, order.by), number: first.number });

    expect(new Set(seen.map((row) => row.number)).size).toBe(130);
    const sign = order.down ? -1 : 1;
    const keys = seen.map((row) => ({ value: valueOf(row, order.by), number: row.number }));
    const having = keys.flatMap(({ value, number }): [number | string, number][] => (value === null ? [] : [[value, number]]));
    const nothing = keys.filter(({ value }) => value === null).map(({ number }) => number);
    expect(having).toEqual(having.toSorted(([one, n], [other, m]) => (one < other ? -1 : one > other ? 1 : n - m) * sign));
    expect(nothing).toEqual(nothing.toSorted((one, other) => (one - other) * sign));
    expect(keys.slice(having.length).map(({ number }) => number)).toEqual(nothing);
    expect(having).not.toEqual([]);
    expect(nothing.length > 0).toBe(canBeNothing(order.by));
    expect(back.page.rows).toEqual(seen.slice(0, 50));
    expect([back.page.newer, back.page.older]).toEqual([false, true]);
  });

  test.each(['until', 'waits'] as const)('in the order %s go on among those that have nothing of it, and lead back', async (by) => {
    const order = { by, down: true };
    const seen: DeskRow[] = [];
    for (let place: Place | null = null, more = true; more; ) {
      const { page } = await ask(ordered, order, place);
      seen.push(...page.rows);
      const last = page.rows.at(-1);
      place = last === undefined ? null : { side: 'after', value: valueOf(last, by), number: last.number };
      more = page.older;
    }
    const last = seen.at(-1);
    const back = await ask(ordered, order, last === undefined ? null : { side: 'before', value: valueOf(last, by), number: last.number });

    expect(last === undefined ? 0 : valueOf(last, by)).toBeNull();
    expect(back.page.rows).toEqual(seen.slice(-51, -1));
  });

  test('neither skip nor repeat a ticket while others come to the top', async () => {
    const { page } = await ask(ordered);
    const last = page.rows.at(-1);
    await indexed(999, { from: 'neu@viele.example', updatedAt: now + 10_000 });
    const next = await ask(ordered, usualOrder, last === undefined ? null : { side: 'after', value: last.updatedAt, number: last.number });

    expect(page.rows.map((row) => row.number)).not.toContain(next.page.rows[0]?.number);
    expect(next.page.rows[0]?.updatedAt).toBeLessThanOrEqual(last?.updatedAt ?? 0);
    expect(next.page.rows).toHaveLength(50);
  });
});

describe('the database', () => {
  const db = drizzle(env.DB);
  async function plan(query: { sql: string; params: unknown[] }): Promise<string[]> {
    const { results } = await env.DB.prepare(`explain query plan ${query.sql}`).bind(...query.params).all<{ detail: string }>();
    return results.map((row) => row.detail);
  }
  const place: Place = { side: 'after', value: now, number: 5 };

  test.each(deskViews.flatMap((view) => [[view, null], [view, place]] as const))('reads the view %s (place %j) by an index, and sorts nothing', async (view, from) => {
    const steps = await plan(selectRows(db, env.DB, { viewer: anna, query: queryOf(view), order: view === 'due' ? { by: 'due', down: false } : usualOrder, place: from, facts, kept: [] }).toSQL());
    const onTickets = steps.filter((step) => /\btickets\b/.test(step) && /^(SCAN|SEARCH)/.test(step));

    expect(onTickets).toHaveLength(1);
    expect(onTickets[0]).toMatch(/USING (COVERING )?INDEX tickets_/);
    expect(steps.filter((step) => /TEMP B-TREE/.test(step) && !/COUNT/.test(step)).length).toBeLessThanOrEqual(1);
  });

  test('finds words by the index of words, newest first, and each ticket by its number', async () => {
    const steps = await plan(selectRows(db, env.DB, { viewer: anna, query: asking('drucker is:open'), order: usualOrder, place: null, facts, kept: [] }).toSQL());

    expect(steps.some((step) => /SCAN ticket_words VIRTUAL TABLE INDEX/.test(step))).toBe(true);
    expect(steps).toContain('SEARCH tickets USING INTEGER PRIMARY KEY (rowid=?)');
  });

  test('counts the views by indexes', async () => {
    for (const query of selectViewCounts(db, env.DB, { viewer: anna, facts, kept: [] })) {
      for (const step of await plan(query.toSQL())) expect(step).not.toMatch(/^SCAN (tickets|intake)$/);
    }
  });
});
