/** Which part of a ticket's history the address asks for: `?before=412`, `?after=412`, `?article=7`. */

import type { Context } from 'hono';
import type { Part, Place } from '../../rules/page.ts';
import type { PortalEnv } from '../portal-env.ts';
import { numberIn } from './asked-number.ts';

/** Anything else than such an address asks for the newest part. */
export function askedPart(c: Context<PortalEnv>): Part {
  const article = numberIn(c.req.query('article') ?? '');
  if (article !== null) return { kind: 'from', article };
  for (const kind of ['before', 'after'] as const) {
    const place = placeIn(c.req.query(kind) ?? '');
    if (place !== null) return { kind, place };
  }
  return { kind: 'newest' };
}

/** As it stands in an address: the number of an event, or `a` and that of an article. */
export function placeName(place: Place): string {
  return 'seq' in place ? String(place.seq) : `a${place.article}`;
}

function placeIn(text: string): Place | null {
  const number = numberIn(text.replace(/^a/, ''));
  if (number === null) return null;
  return text.startsWith('a') ? { article: number } : { seq: number };
}
