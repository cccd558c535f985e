/** Whether the desk does what it should: what an admin and a monitor want to know of it. */

import { LONGEST_RUN_MS, type Figures, type JobName } from './jobs.ts';
import type { Trouble } from './letter-trouble.ts';
import type { Instant } from './ticket.ts';

/** `atWork`: mails that came and are not finished yet; `missing`, `changed`: their raw source is gone, or another; `unstamped`: those of a week that nobody has checked on their way in. Instants are null where there is no such mail. */
export type MailVitals = { atWork: number; oldestAtWork: Instant | null; atDoor: number; oldestAtDoor: Instant | null; missing: number; changed: number; unstamped: number; lastReceived: Instant | null };

/** The last run of a job, as in `scheduled/schema`, and how often there should be one. */
export type JobVitals = { name: JobName; knownAt: Instant; startedAt: Instant | null; endedAt: Instant | null; wellAt: Instant | null; fault: string | null; figures: Figures; everyMs: number };

/** `clockRuns`: something calls the jobs by itself, as on the platform. On a machine where somebody tries the desk out nothing does. */
export type Vitals = { mails: MailVitals; jobs: JobVitals[]; clockRuns: boolean };

/** Something that somebody should look at. */
export type Ailment =
  /** A mail has waited for so long that the hourly check should have finished it. */
  | { kind: 'mailsWait'; mails: number }
  | { kind: 'jobFails'; job: JobName }
  | { kind: 'jobLate'; job: JobName }
  | { kind: 'jobNeverRan'; job: JobName }
  /** These stop nothing, and a monitor is not to wake anybody for them. */
  | { kind: 'mailsMissing'; mails: number }
  | { kind: 'mailsChanged'; mails: number }
  | { kind: 'mailsLeft'; mails: number }
  /** The platform let mails past its own check of senders, or somebody else brings mails in (SA06). */
  | { kind: 'mailsUnstamped'; mails: number }
  | { kind: 'lettersFailed'; letters: number };

/** Longer than two hourly checks are apart. */
const LONGEST_AT_WORK_MS = 2 * 3_600_000;
/** Runs of a job that may be missed, or fail, before it counts. */
const MISSED_RUNS = 3;

/** What keeps mails or jobs from being done. Nothing of it: a monitor hears that all is well. */
export function ailmentsOf({ mails, jobs, clockRuns }: Vitals, at: Instant): Ailment[] {
  const wait = mails.oldestAtWork !== null && at - mails.oldestAtWork > LONGEST_AT_WORK_MS;
  return [...(wait ? [{ kind: 'mailsWait', mails: mails.atWork } as const] : []), ...jobs.flatMap((job) => ailmentOf(job, clockRuns, at))];
}

/** A new desk has some time to come to its hour; one whose clock nobody set up does not go on looking well. */
function ailmentOf(job: JobVitals, clockRuns: boolean, at: Instant): Ailment[] {
  const { name, knownAt, startedAt, wellAt, everyMs } = job;
  const patience = MISSED_RUNS * everyMs;
  if (startedAt === null) return clockRuns && at - knownAt > patience ? [{ kind: 'jobNeverRan', job: name }] : [];
  if ((job.fault !== null || isCutOff(job, at)) && startedAt - (wellAt ?? 0) >= patience) return [{ kind: 'jobFails', job: name }];
  return clockRuns && at - startedAt > patience ? [{ kind: 'jobLate', job: name }] : [];
}

/** The platform has ended its last run without a word. */
export function isCutOff({ startedAt, endedAt }: Pick<JobVitals, 'startedAt' | 'endedAt'>, at: Instant): boolean {
  return startedAt !== null && endedAt === null && at - startedAt > LONGEST_RUN_MS;
}

/** What else an admin should look at. */
export function concernsOf({ mails, jobs }: Vitals, letters: Record<Trouble, number>): Ailment[] {
  const left = jobs.find((job) => job.name === 'ledgerCheck')?.figures['left'] ?? 0;
  const failed = letters.failed + letters.undelivered;
  return [
    ...(mails.missing > 0 ? [{ kind: 'mailsMissing', mails: mails.missing } as const] : []),
    ...(mails.changed > 0 ? [{ kind: 'mailsChanged', mails: mails.changed } as const] : []),
    ...(mails.unstamped > 0 ? [{ kind: 'mailsUnstamped', mails: mails.unstamped } as const] : []),
    ...(left > 0 ? [{ kind: 'mailsLeft', mails: left } as const] : []),
    ...(failed > 0 ? [{ kind: 'lettersFailed', letters: failed } as const] : []),
  ];
}
