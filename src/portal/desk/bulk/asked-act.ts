import type { Context } from 'hono';
import { readAct, type BulkAct } from '../../../rules/bulk.ts';
import type { PortalEnv } from '../../portal-env.ts';
import { askedMoment, uses } from '../../tickets/asked-moment.ts';

/** The change that the form of the list asks for, or the sentence that says what is wrong with it. Words of a moment are understood here, once, so that all tickets get the moment that the preview shows. */
export function askedAct(c: Context<PortalEnv>): BulkAct | string {
  const { bulk, moments } = c.var.text.portal;
  const [act, value] = [c.req.query('act') ?? '', c.req.query('value') ?? ''];
  const kind = uses.find((use) => use === act);
  if (kind === undefined) return readAct(act, value) ?? bulk.wrong;
  const to = askedMoment(c, value, kind);
  return typeof to === 'string' ? `${to} ${moments.hint}` : { kind, to };
}
