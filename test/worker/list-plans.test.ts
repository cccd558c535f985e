/** How SQLite goes about the desk's lists: what they read must not grow with the tickets that are over. */

import { env } from 'cloudflare:workers';
import { drizzle } from 'drizzle-orm/d1';
import { expect, test } from 'vitest';
import { deskViews, queryOf } from '../../src/rules/desk-views.ts';
import type { Place } from '../../src/rules/list-order.ts';
import type { Reach } from '../../src/rules/reach.ts';
import { selectRows } from '../../src/ticket-index/desk-list.ts';
import { selectViewCounts } from '../../src/ticket-index/view-counts.ts';
import { aQueue, everywhere } from '../support/builders.ts';
import { anna } from './inbox.ts';

const db = drizzle(env.DB);
const at = Date.now();
const facts = { queues: [aQueue()], staff: [], me: anna.address, at };
const asked = { viewer: anna, facts, kept: [] };

test.each([
  ['all', everywhere],
  ['some', { queues: [1, 2], domains: [] }],
] satisfies [string, Reach][])('the counts of views of an agent of %s queues are read from indexes of open tickets, or were counted as they ended', async (_, reach) => {
  const counts = selectViewCounts(db, env.DB, { ...asked, viewer: { ...anna, reach } });
  const plans = await Promise.all(deskViews.map((__, view) => planOf(counts[view]?.toSQL())));

  for (const plan of plans) expect(plan).toMatch(/tickets_open|tickets_by_owner \(owner=\? AND closed_at=\?|ended_counts/);
});

test.each(['open', 'waiting', 'nobody'] as const)('the list %s is read in its order from an index of open tickets', async (view) => {
  const plan = await planOf(selectRows(db, env.DB, { ...asked, query: queryOf(view), order: { by: 'updated', down: true }, place: null }).toSQL());

  expect(plan).toMatch(/tickets_open_by_update|tickets_by_owner \(owner=\? AND closed_at=\?\)/);
});

test.each([['until', true], ['until', false], ['waits', true], ['waits', false], ['spent', true], ['spent', false]] as const)('in the order %s (down: %s) open tickets alone are read, from any place', async (by, down) => {
  const places: (Place | null)[] = [null, { side: 'after', value: 7, number: 5 }, { side: 'after', value: null, number: 5 }, { side: 'before', value: 7, number: 5 }];
  const queries = deskViews.filter((view) => view !== 'closed').flatMap((view) => places.map((place) => selectRows(db, env.DB, { ...asked, query: queryOf(view), order: { by, down }, place })));
  const plans = await Promise.all(queries.map((query) => planOf(query.toSQL())));

  for (const plan of plans) expect(plan).toMatch(/tickets_open|tickets_by_owner \(owner=\? AND closed_at=\?/);
});

async function planOf(query: { sql: string; params: unknown[] } | undefined): Promise<string> {
  if (query === undefined) throw new Error('There is no such query');
  const { results } = await env.DB.prepare(`explain query plan ${query.sql}`).bind(...query.params).all<{ detail: string }>();
  return results.map((row) => row.detail).join(' | ');
}
