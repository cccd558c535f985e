/**
 * The list that somebody looked at last, as it stood then: its address, its tickets, and where the pages beside it begin. A cookie
 * of their browser has it, so that a ticket knows its neighbours there without asking anything of the desk.
 */

import type { Context } from 'hono';
import * as v from 'valibot';
import { readOwnCookie, setOwnCookie } from '../own-cookie.ts';
import type { PortalEnv } from '../portal-env.ts';
import { signedIn } from '../reader.ts';

const NAME = 'list';
/** Browsers drop cookies of more than 4,096 characters, and a long question needs three for each of its own. */
const LONGEST = 3_500;
const DAY_S = 86_400;

const keptList = v.object({ person: v.number(), address: v.pipe(v.string(), v.regex(/^\/desk(\?|$)/)), tickets: v.array(v.number()), newer: v.nullable(v.string()), older: v.nullable(v.string()) });

/** `newer`, `older`: where the page before ends and the next begins, as an address says it; null: there is none. */
export type KeptList = Omit<v.InferOutput<typeof keptList>, 'person'>;

/** A page that follows its list by itself leaves what its reader looks at in another window. */
export function keepList(c: Context<PortalEnv>, list: KeptList): void {
  if (c.req.header('Sec-Fetch-Dest') === 'empty') return;
  const value = JSON.stringify({ person: signedIn(c).id, ...list });
  if (encodeURIComponent(value).length <= LONGEST) setOwnCookie(c, NAME, value, DAY_S);
}

/** Null if there is none, or it is somebody else's. */
export function readKeptList(c: Context<PortalEnv>): KeptList | null {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), keptList), readOwnCookie(c, NAME));
  return read.success && read.output.person === signedIn(c).id ? read.output : null;
}
