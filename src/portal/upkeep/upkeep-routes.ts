/**
 * `/upkeep`: what the commands of whoever keeps the desk ask for (docs/upkeep.md), step by step. No page, no session and no cookie: a key that only
 * somebody who can write the database can have made. For everybody else there is nothing here.
 */

import { Hono, type Context, type MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import { endUpkeepKey, isUpkeepKey } from '../../directory/upkeep-keys.ts';
import { beginExport, exportRun } from '../../upkeep/export-run.ts';
import { exportStep } from '../../upkeep/export-step.ts';
import { importPlace, importStep } from '../../upkeep/import-step.ts';
import { rebuildIndex } from '../../upkeep/rebuild-index.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { listBytes, putBytes, readBytes } from './bytes.ts';
import { readMailsAgain } from './read-again.ts';

export const upkeepRoutes = new Hono<PortalEnv>();

const withKey: MiddlewareHandler<PortalEnv> = async (c, next) => ((await isUpkeepKey(c.env.DB, keyIn(c), c.var.at)) ? next() : errorPage(c, 'notFound'));

function keyIn(c: Context<PortalEnv>): string | undefined {
  return /^Bearer (.+)$/.exec(c.req.header('Authorization') ?? '')?.[1];
}

upkeepRoutes.use(withKey);

/** Whoever has the key is told what went wrong: they are the one who can mend it. */
upkeepRoutes.onError((fault, c) => {
  console.error('A step of the desk’s upkeep failed', { path: c.req.path, fault });
  return c.json({ fault: fault.message }, 500);
});

upkeepRoutes.post('/index', async (c) => {
  const asked = v.safeParse(v.object({ after: v.pipe(v.number(), v.integer(), v.minValue(0)) }), await c.req.json());
  return asked.success ? c.json(await rebuildIndex(c.env, asked.output.after)) : errorPage(c, 'badInput');
});

/** `run` null: begin; `all`: with every ticket. */
upkeepRoutes.post('/export', async (c) => {
  const asked = v.safeParse(v.object({ run: v.nullable(exportRun), all: v.boolean() }), await c.req.json());
  if (!asked.success) return errorPage(c, 'badInput');
  const { run, all } = asked.output;
  return c.json(await exportStep(c.env, c.var.settings, run ?? (await beginExport(c.env, all, c.var.at)), c.var.at));
});

upkeepRoutes.post('/import', async (c) => {
  const asked = v.safeParse(v.object({ at: importPlace }), await c.req.json());
  return asked.success ? c.json(await importStep(c.env, asked.output.at)) : errorPage(c, 'badInput');
});

upkeepRoutes.post('/read-again', readMailsAgain);
upkeepRoutes.get('/bytes', listBytes);
upkeepRoutes.get('/bytes/:folder/:name{.+}', readBytes);
upkeepRoutes.put('/bytes/:folder/:name{.+}', putBytes);

upkeepRoutes.post('/end', async (c) => {
  await endUpkeepKey(c.env.DB, keyIn(c));
  return c.json({ ended: true });
});
