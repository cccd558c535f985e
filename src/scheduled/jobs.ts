/** What is done by the clock, and when. */

import { readdressEverywhere } from '../readdressing/everywhere.ts';
import { crons, type JobName } from '../rules/jobs.ts';
import { DAY_MS } from '../rules/wall-clock.ts';
import type { Settings } from '../settings.ts';
import { checkLedger } from './check-ledger.ts';
import { exportDesk, goOnExporting } from './export-desk.ts';
import { sendDigests } from './send-digests.ts';
import { runJobs, type Job } from './run-jobs.ts';

const hourly: Job[] = [
  { name: 'ledgerCheck', run: checkLedger },
  { name: 'digests', run: sendDigests },
  { name: 'readdressing', run: (env, _, at) => readdressEverywhere(env, at) },
  { name: 'exportRest', run: goOnExporting },
];
const nightly: Job[] = [{ name: 'export', run: exportDesk }];

const jobsAt: Record<string, Job[]> = { [crons.hourly]: hourly, [crons.nightly]: nightly };

/** Does what is due at this cron expression. Throws only if nothing ever is. */
export async function doScheduled(cron: string, env: Env, settings: Settings): Promise<void> {
  const jobs = jobsAt[cron];
  if (jobs === undefined) throw new Error(`Nothing is to be done at ${cron}`);
  await runJobs(jobs, env, settings);
}

/** How long after one run the next should begin. */
export function everyMs(name: JobName): number {
  return nightly.some((job) => job.name === name) ? DAY_MS : HOUR_MS;
}

const HOUR_MS = 3_600_000;
