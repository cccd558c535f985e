/** Words of the admins' page about how the desk is. */

import type { Ailment } from '../../rules/health.ts';
import type { JobName } from '../../rules/jobs.ts';

const jobs: Record<JobName, string> = {
  ledgerCheck: 'Compare mails with the ledger',
  digests: 'Write agents the letter of the day',
  readdressing: 'Carry on with changed and erased addresses',
  export: 'Export the desk to its bucket',
  exportRest: 'Carry on with an export that took more than a night',
};

const some = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`);

const says = {
  mailsWait: (mails: number) => `${some(mails, 'mail', 'mails')} should have been finished hours ago. ${mails === 1 ? 'It is' : 'They are'} kept. Look for the fault in the Worker’s log.`,
  mailsMissing: (mails: number) => `The raw source of ${some(mails, 'mail', 'mails')} is missing in the store. What is on tickets is still there.`,
  mailsChanged: (mails: number) => `The raw source of ${some(mails, 'mail', 'mails')} in the store is not the one that arrived. The intake ledger shows of which. What is on tickets is as it was.`,
  mailsLeft: (mails: number) => `${some(mails, 'kept mail', 'kept mails')} could not be brought in by the last check. It tries again every hour.`,
  mailsUnstamped: (mails: number) => `${some(mails, 'mail', 'mails')} of the last week came without the stamp by which senders are checked. Nothing in ${mails === 1 ? 'it' : 'them'} was believed. Look at the mail routing of your addresses.`,
  lettersFailed: (letters: number) => `${some(letters, 'letter has not reached its reader', 'letters have not reached their readers')}, see “Letter trouble”.`,
  jobFails: (job: string) => `“${job}” has failed several times in a row.`,
  jobLate: (job: string) => `“${job}” is not done any more. Look at the Worker’s cron triggers.`,
  jobNeverRan: (job: string) => `“${job}” has never been done since this desk was set up. Look at the Worker’s cron triggers: the ones of wrangler.toml must be there.`,
} satisfies Record<Ailment['kind'], unknown>;

const figures: Record<string, string> = {
  compared: 'compared:',
  unknown: 'brought in:',
  unfinished: 'unfinished:',
  left: 'could not be brought in:',
  missing: 'newly missing:',
  changed: 'newly changed:',
  found: 'as before again:',
  rounds: 'rounds ended:',
  rows: 'rows:',
  tickets: 'tickets:',
  whole: 'exports finished:',
  visits: 'places visited:',
  sent: 'sent:',
  early: 'not yet morning:',
  done: 'sent before:',
  nothing: 'nothing to say:',
  later: 'tried again later:',
  failed: 'failed:',
  inDoubt: 'in doubt:',
};

export const health = {
  title: 'Health',
  lead: 'Whether mails come in and go out, and what the desk does by itself.',
  well: 'All is well.',
  says,
  counts: 'Mails and letters',
  since: 'the oldest since',
  never: 'never yet',
  rows: { lastReceived: 'Last mail received', atWork: 'Mails in progress', atDoor: 'Mails at the door', missing: 'Mails whose raw source is missing', changed: 'Mails whose raw source is another', unstamped: 'Mails without a check of their sender, last week' },
  letters: (trouble: string) => `Letters: ${trouble}`,
  jobsTitle: 'Done by the clock',
  noClock: 'On this machine nothing calls these by itself; the deployed desk does them every hour and every night.',
  neverRan: 'never yet, due since',
  columns: { job: 'What', began: 'Last begun', took: 'Took', outcome: 'Outcome', counted: 'Counted' },
  jobs,
  figures,
  underWay: 'under way',
  cutOff: 'ended by the platform before it was done',
  wentWell: 'went well',
  seconds: (seconds: number) => `${seconds.toFixed(1)} s`,
  failed: 'failed:',
  lastWell: 'went well last:',
  monitors: 'Monitors ask this same address without signing in and get “ok” or the status 503. The same as data:',
};
