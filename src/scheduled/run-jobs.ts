/** Runs jobs and notes how each ended. One that fails is reported, and the others are done all the same. */

import type { Figures, JobName } from '../rules/jobs.ts';
import type { Instant } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import { beginRun, endRun, type Ended } from './job-runs.ts';

/** A job can be ended at any place and begun again. It returns what it counted and throws what it could not do. */
export type Job = { name: JobName; run: (env: Env, settings: Settings, at: Instant) => Promise<Figures> };

/** One after the other: they share what one invocation may use. */
export async function runJobs(jobs: Job[], env: Env, settings: Settings): Promise<void> {
  for (const job of jobs) await runJob(job, env, settings);
}

/** Never throws: what it does not come to is done by its next run. */
async function runJob(job: Job, env: Env, settings: Settings): Promise<void> {
  const startedAt = Date.now();
  try {
    if (!(await beginRun(env.DB, job.name, startedAt))) return;
    const ended = await outcomeOf(job, env, settings, startedAt);
    await endRun(env.DB, { name: job.name, startedAt }, ended, Date.now());
  } catch (fault) {
    console.error('The run of a job could not be recorded', { job: job.name, fault });
  }
}

async function outcomeOf({ name, run }: Job, env: Env, settings: Settings, at: Instant): Promise<Ended> {
  try {
    return { fault: null, figures: await run(env, settings, at) };
  } catch (fault) {
    console.error('A job failed', { job: name, fault });
    return { fault: (fault instanceof Error ? fault.message : String(fault)).slice(0, LONGEST_FAULT) };
  }
}

const LONGEST_FAULT = 300;
