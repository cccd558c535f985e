/** The few tickets that come first while somebody still types what they look for. */

import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Viewer } from '../rules/page.ts';
import { passageIn, selectOwn, type FoundRow } from './search.ts';
import { selectRows, type Asked } from './desk-list.ts';
import { asRow } from './list.ts';
import { tickets } from './schema.ts';
import { visibleTo } from './visible.ts';

const MOST_HITS = 8;

/** Of all tickets that the viewer works on; the one with that very number, if it is one, before all. One batch. */
export async function hitsAtDesk(binding: D1Database, asked: Omit<Asked, 'place' | 'kept'>, number: number | null): Promise<FoundRow[]> {
  const db = drizzle(binding);
  const itself = db.select().from(tickets).where(and(eq(tickets.number, number ?? 0), visibleTo(binding, asked.viewer)));
  const [numbered, found] = await db.batch([itself, selectRows(db, binding, { ...asked, place: null, kept: [] }, MOST_HITS)]);
  const rows = found.filter(({ ticket }) => ticket.number !== number).map(({ ticket, passage }) => ({ ...asRow(ticket), passage: passageIn(passage) }));
  return [...numbered.map((row) => ({ ...asRow(row), passage: null })), ...rows].slice(0, MOST_HITS);
}

/** Of the reader's own tickets, as `searchOwn` finds them. */
export async function hitsOfOwn(binding: D1Database, reader: Viewer, words: string[]): Promise<FoundRow[]> {
  if (words.length === 0) return [];
  const found = await selectOwn(binding, reader, { words, below: null }, MOST_HITS);
  return found.map(({ ticket, passage }) => ({ ...asRow(ticket), passage: passageIn(passage) }));
}
