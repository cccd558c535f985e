import { describe, expect, test } from 'vitest';
import { ailmentsOf, concernsOf, type JobVitals, type MailVitals, type Vitals } from '../../src/rules/health.ts';
import { now } from '../support/builders.ts';

const HOUR_MS = 3_600_000;
const mails: MailVitals = { atWork: 0, oldestAtWork: null, atDoor: 3, oldestAtDoor: now - 90 * 24 * HOUR_MS, missing: 0, changed: 0, unstamped: 0, lastReceived: null };
const job: JobVitals = { name: 'ledgerCheck', knownAt: now - 99 * HOUR_MS, startedAt: now - HOUR_MS, endedAt: now - HOUR_MS, wellAt: now - HOUR_MS, fault: null, figures: {}, everyMs: HOUR_MS };
const vitals = (with_: { mails?: Partial<MailVitals>; job?: Partial<JobVitals>; clockRuns?: boolean } = {}): Vitals => ({ mails: { ...mails, ...with_.mails }, jobs: [{ ...job, ...with_.job }], clockRuns: with_.clockRuns ?? true });
const never = { startedAt: null, endedAt: null, wellAt: null };
const noLetters = { inDoubt: 0, failed: 0, undelivered: 0, twice: 0 };

describe('a monitor', () => {
  test.each<[string, Vitals]>([
    ['on a new desk', vitals({ job: { knownAt: now - 3 * HOUR_MS, ...never } })],
    ['where no clock runs and nothing was ever done', vitals({ job: never, clockRuns: false })],
    ['while a run is under way after others that were missed', vitals({ job: { startedAt: now - 60_000, endedAt: null, wellAt: now - 9 * HOUR_MS } })],
    ['after one run that the platform ended', vitals({ job: { startedAt: now - HOUR_MS, endedAt: null, wellAt: now - 2 * HOUR_MS } })],
    ['while mails are being finished, or wait for agents', vitals({ mails: { atWork: 2, oldestAtWork: now - 2 * HOUR_MS } })],
    ['after one run that failed', vitals({ job: { fault: 'R2 is away', wellAt: now - 2 * HOUR_MS } })],
    ['after two runs that were missed', vitals({ job: { startedAt: now - 3 * HOUR_MS } })],
    ['on a machine where no clock runs', vitals({ job: { startedAt: now - 90 * 24 * HOUR_MS }, clockRuns: false })],
    ['a day after a night’s job', vitals({ job: { everyMs: 24 * HOUR_MS, startedAt: now - 30 * HOUR_MS } })],
  ])('hears that all is well %s', (_, of) => {
    expect(ailmentsOf(of, now)).toEqual([]);
  });

  test.each<[string, Vitals, object]>([
    ['a mail waits longer than two checks', vitals({ mails: { atWork: 2, oldestAtWork: now - 2 * HOUR_MS - 1 } }), { kind: 'mailsWait', mails: 2 }],
    ['a job has failed three times', vitals({ job: { fault: 'R2 is away', startedAt: now, wellAt: now - 3 * HOUR_MS } }), { kind: 'jobFails', job: 'ledgerCheck' }],
    ['a job has never gone well', vitals({ job: { fault: 'R2 is away', wellAt: null } }), { kind: 'jobFails', job: 'ledgerCheck' }],
    ['a job is not done any more', vitals({ job: { startedAt: now - 3 * HOUR_MS - 1 } }), { kind: 'jobLate', job: 'ledgerCheck' }],
    ['a job was never done since the desk was set up', vitals({ job: { knownAt: now - 3 * HOUR_MS - 1, ...never } }), { kind: 'jobNeverRan', job: 'ledgerCheck' }],
    ['the platform ends a job again and again before it is done', vitals({ job: { startedAt: now - HOUR_MS, endedAt: null, wellAt: now - 4 * HOUR_MS } }), { kind: 'jobFails', job: 'ledgerCheck' }],
  ])('hears of it when %s (SR1)', (_, of, ailment) => {
    expect(ailmentsOf(of, now)).toEqual([ailment]);
  });
});

test('an admin hears as well of what stops nothing: missing mails, unchecked ones, mails that could not be brought in, failed letters', () => {
  const of = vitals({ mails: { missing: 1, changed: 2, unstamped: 3 }, job: { figures: { left: 2 } } });

  expect(ailmentsOf(of, now)).toEqual([]);
  expect(concernsOf(of, { ...noLetters, failed: 2, undelivered: 1, twice: 9 })).toEqual([{ kind: 'mailsMissing', mails: 1 }, { kind: 'mailsChanged', mails: 2 }, { kind: 'mailsUnstamped', mails: 3 }, { kind: 'mailsLeft', mails: 2 }, { kind: 'lettersFailed', letters: 3 }]);
  expect(concernsOf(vitals(), noLetters)).toEqual([]);
});
