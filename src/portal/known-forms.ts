/** Lets only forms through that the portal has, with no field but theirs (SW20, ASVS 15.3.3). */

import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import * as v from 'valibot';
import { boundaryOf, countParts } from './count-parts.ts';
import { errorPage } from './errors.tsx';
import { forms } from './forms.ts';
import type { PortalEnv } from './portal-env.ts';

/** Parts of a multipart form: twenty files, every field, and room to spare. Each costs memory before anybody sees what it is. */
const MOST_PARTS = 100;

/** Before the reader's rights are asked: the answer is the same for everybody, and tells nothing. */
export const knownForms: MiddlewareHandler<PortalEnv> = async (c, next) => {
  const pattern = matchedRoutes(c).findLast(({ method }) => method === 'POST')?.path;
  if (c.req.method !== 'POST' || pattern === undefined) return next();
  const known = forms[pattern];
  if (known === 'json') return next();
  return known !== undefined && v.is(known, await sentBy(c)) ? next() : errorPage(c, 'badInput');
};

/** All that was sent, by field; null if it is no form. */
async function sentBy(c: Context<PortalEnv>): Promise<Record<string, (string | File)[]> | null> {
  const boundary = boundaryOf(c.req.header('Content-Type'));
  if (boundary !== null && c.req.raw.body !== null) c.req.raw = new Request(c.req.raw, { body: c.req.raw.body.pipeThrough(countParts(boundary, MOST_PARTS)) });
  try {
    const sent = await c.req.formData();
    return Object.fromEntries([...new Set(sent.keys())].map((name) => [name, sent.getAll(name)]));
  } catch {
    return null;
  }
}
