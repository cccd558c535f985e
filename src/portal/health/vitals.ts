import { mailVitals } from '../../directory/ledger.ts';
import type { Vitals } from '../../rules/health.ts';
import type { Instant } from '../../rules/ticket.ts';
import { readRuns } from '../../scheduled/job-runs.ts';
import { everyMs } from '../../scheduled/jobs.ts';
import type { Settings } from '../../settings.ts';
import { isLoopback } from '../loopback.ts';

/** A few rows by their indexes: monitors ask every minute. */
export async function readVitals(env: Env, settings: Settings, at: Instant): Promise<Vitals> {
  const [mails, runs] = await Promise.all([mailVitals(env.DB, at), readRuns(env.DB)]);
  return { mails, jobs: runs.map(({ place: _, ...run }) => ({ ...run, everyMs: everyMs(run.name) })), clockRuns: !isLoopback(settings.publicUrl) };
}
