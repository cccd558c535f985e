/** `GET /desk/moment?use=due&words=…`: how words are understood, for the line below the field in which they are being typed. */

import type { Context } from 'hono';
import * as v from 'valibot';
import { errorPage } from '../errors.tsx';
import { fullTime } from '../parts/times.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf } from '../reader.ts';
import { askedMoment, uses } from './asked-moment.ts';

/** Longer words are none of a moment. */
const LONGEST_WORDS = 200;

export function understoodMoment(c: Context<PortalEnv>) {
  const use = v.safeParse(v.picklist(uses), c.req.query('use'));
  if (!use.success) return errorPage(c, 'badInput');
  const understood = askedMoment(c, (c.req.query('words') ?? '').slice(0, LONGEST_WORDS), use.output);
  const says = typeof understood === 'string' ? understood : c.var.text.portal.moments.understood(fullTime(understood, clockOf(c)));
  return c.text(says, 200, { 'Cache-Control': 'no-store' });
}
