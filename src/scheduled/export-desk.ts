/** The nightly export: everything that is not in R2 anyway is written there. */

import * as v from 'valibot';
import type { Figures } from '../rules/jobs.ts';
import type { Instant } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import { beginExport, exportRun, type ExportRun } from '../upkeep/export-run.ts';
import { exportStep } from '../upkeep/export-step.ts';
import { keepPlace, readPlace } from './job-runs.ts';

/** What one invocation may ask of others: some 200 for each step. The hourly job goes on where a night's ended. */
const STEPS_A_RUN = 45;

/** Goes on with the export that is under way, or begins one. */
export async function exportDesk(env: Env, settings: Settings, at: Instant): Promise<Figures> {
  return go(env, settings, (await underWay(env)) ?? (await beginExport(env, false, at)));
}

/** Goes on with the export that is under way, if there is one. */
export async function goOnExporting(env: Env, settings: Settings): Promise<Figures> {
  const run = await underWay(env);
  return run === null ? {} : go(env, settings, run);
}

async function underWay(env: Env): Promise<ExportRun | null> {
  const place = await readPlace(env.DB, 'export');
  return place === '' ? null : v.parse(exportRun, JSON.parse(place));
}

async function go(env: Env, settings: Settings, begun: ExportRun): Promise<Figures> {
  let run = begun;
  let whole = false;
  for (let steps = 0; steps < STEPS_A_RUN && !whole; steps += 1) {
    ({ run, whole } = await exportStep(env, settings, run, Date.now()));
    await keepPlace(env.DB, 'export', whole ? '' : JSON.stringify(run));
  }
  return { rows: run.rows, tickets: run.tickets, whole: whole ? 1 : 0 };
}
