/** What the address asks to be found among the reader's own tickets. */

import type { Context } from 'hono';
import { soughtWords } from '../rules/search-text.ts';
import { searchOwn } from '../ticket-index/search.ts';
import type { Search } from './parts/found-tickets.tsx';
import type { PortalEnv } from './portal-env.ts';
import { viewerOf } from './reader.ts';
import { numberIn } from './tickets/asked-number.ts';

/** Null where nothing is asked for. */
export async function askedSearch(c: Context<PortalEnv>): Promise<Search | null> {
  const typed = (c.req.query('q') ?? '').trim().slice(0, 300);
  if (typed === '') return null;
  const sought = soughtWords(typed);
  const found = await searchOwn(c.env.DB, viewerOf(c), { words: sought, below: numberIn(c.req.query('below') ?? '') });
  return { typed, sought, found };
}
