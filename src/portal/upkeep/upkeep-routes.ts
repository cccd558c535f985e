/**
 * `/upkeep`: what the commands of whoever keeps the desk ask for (docs/upkeep.md), step by step. No page, no session and no cookie: a key that only
 * somebody who can write the database can have made. For everybody else there is nothing here.
 */

import { Hono, type Context, type MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import { endUpkeepKey, isUpkeepKey } from '../../directory/upkeep-keys.ts';
import { rebuildIndex } from '../../upkeep/rebuild-index.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';

export const upkeepRoutes = new Hono<PortalEnv>();

const withKey: MiddlewareHandler<PortalEnv> = async (c, next) => ((await isUpkeepKey(c.env.DB, keyIn(c), c.var.at)) ? next() : errorPage(c, 'notFound'));

function keyIn(c: Context<PortalEnv>): string | undefined {
  return /^Bearer (.+)$/.exec(c.req.header('Authorization') ?? '')?.[1];
}

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const step = v.object({ after: whole });

upkeepRoutes.use(withKey);

upkeepRoutes.post('/index', async (c) => {
  const asked = v.safeParse(step, await c.req.json());
  return asked.success ? c.json(await rebuildIndex(c.env, asked.output.after)) : errorPage(c, 'badInput');
});

upkeepRoutes.post('/end', async (c) => {
  await endUpkeepKey(c.env.DB, keyIn(c));
  return c.json({ ended: true });
});
