/** The hourly check: kept mails and ledger are compared both ways, and what an outage left is mended. */

import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findIntake, intakeTotals } from '../../src/directory/intake.ts';
import { mailVitals } from '../../src/directory/ledger.ts';
import { intakeKey, keepRaw, rawKey } from '../../src/inbound/raw-mails.ts';
import { crons } from '../../src/rules/jobs.ts';
import { AT_WORK_MS } from '../../src/rules/ledger.ts';
import { checkLedger } from '../../src/scheduled/check-ledger.ts';
import { readRuns } from '../../src/scheduled/job-runs.ts';
import { runJobs } from '../../src/scheduled/run-jobs.ts';
import { settings } from '../../src/settings-of-worker.ts';
import worker from '../../src/worker.ts';
import { articlesOf, bring, bringToTicket, bytesOf, plainMail, stamped } from './inbox.ts';
import { signedIn } from './portal-visitor.ts';

const max = 'max@kunde.example';
const later = () => Date.now() + AT_WORK_MS + 1000;

// What is made to fail here is reported, as it should be, and would only hide what fails by itself.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(async () => {
  await refuse(null);
  vi.restoreAllMocks();
});

describe('a mail that was kept while the database was away', () => {
  test('and never came again is brought in, as if it had just arrived, once (SR1, SR2)', async () => {
    const raw = plainMail({ from: max, subject: 'Verwaist' });
    await refuse('insert on intake');
    await expect(bring(raw)).rejects.toThrow();
    await refuse(null);

    const first = await checkLedger(env, settings, later());
    const second = await checkLedger(env, settings, later());

    const row = await rowOf(raw);
    expect([first.unknown, second.unknown]).toEqual([1, 0]);
    expect(row).toMatchObject({ outcome: 'filed', sender: max, envelopeFrom: 'envelope@kunde.example', envelopeTo: ['support@dtnet.de'] });
    expect(Math.abs((row?.receivedAt ?? 0) - Date.now())).toBeLessThan(AT_WORK_MS);
    expect(await articlesOf(row?.number ?? 0)).toHaveLength(1);
  });

  test('is left to its sender’s server for five minutes', async () => {
    await kept(plainMail({ from: max, subject: 'Noch unterwegs' }));

    expect((await checkLedger(env, settings, Date.now())).unknown).toBe(0);
    expect((await checkLedger(env, settings, later())).unknown).toBe(1);
  });

  test('stays for the next run where there is no room for it in this one', async () => {
    for (const subject of ['Eins', 'Zwei', 'Drei']) await kept(plainMail({ from: max, subject }));
    const within = { stretches: 5, mailsInStretch: 2, broughtIn: 1 };

    const runs = [];
    for (let run = 0; run < 4; run += 1) runs.push((await checkLedger(env, settings, later(), within)).unknown);

    expect(runs.slice(0, 3)).toEqual([1, 1, 1]);
    expect((await checkLedger(env, settings, later())).unknown).toBe(0);
  });
});

describe('a mail that nobody finished', () => {
  test('is finished, and is on the ticket that it opened before (SR1)', async () => {
    const raw = plainMail({ from: max, subject: 'Halb fertig' });
    await refuse("update on intake when new.outcome = 'filed'");
    await expect(bring(raw)).rejects.toThrow();
    await refuse(null);
    expect(await rowOf(raw)).toMatchObject({ outcome: 'received' });
    expect((await mailVitals(env.DB, Date.now())).atWork).toBe(1);

    const { unfinished, left } = await checkLedger(env, settings, later());

    expect([unfinished, left]).toEqual([1, 0]);
    const row = await rowOf(raw);
    expect(row?.outcome).toBe('filed');
    expect(await articlesOf(row?.number ?? 0)).toHaveLength(1);
    expect((await mailVitals(env.DB, Date.now())).atWork).toBe(0);
  });

  test('does not keep others from being finished when it fails again (SO10)', async () => {
    const [bad, good] = [plainMail({ from: max, subject: 'Bleibt stecken' }), plainMail({ from: max, subject: 'Geht' })];
    await refuse("update on intake when new.outcome = 'filed'");
    for (const raw of [bad, good]) await expect(bring(raw)).rejects.toThrow();
    await refuse(`update on intake when new.outcome = 'filed' and new.key = '${await keyOf(bad)}'`);

    expect((await checkLedger(env, settings, later())).left).toBe(1);

    expect((await rowOf(good))?.outcome).toBe('filed');
    await refuse(null);
    await checkLedger(env, settings, later());
    expect((await rowOf(bad))?.outcome).toBe('filed');
  });
});

test('a mail whose raw source is gone is noted, counted, and no longer so when it is back (SR2)', async () => {
  const raw = plainMail({ from: max, subject: 'Quelle fort' });
  await bringToTicket(raw);
  const key = await keyOf(raw);
  await env.BYTES.delete(rawKey(key));

  expect((await checkLedger(env, settings, later())).missing).toBe(1);
  expect((await checkLedger(env, settings, later())).missing).toBe(0);
  expect((await mailVitals(env.DB, Date.now())).missing).toBe(1);
  expect((await rowOf(raw))?.missingAt).not.toBeNull();

  await kept(raw);
  expect((await checkLedger(env, settings, later())).found).toBe(1);
  expect((await rowOf(raw))?.missingAt).toBeNull();
});

describe('a mail whose raw source is another', () => {
  test('is noted, counted, shown in the ledger, and no longer so when its own is back (SR2, SF29)', async () => {
    const raw = plainMail({ from: max, subject: 'Quelle vertauscht' });
    await bringToTicket(raw);
    const admin = await signedIn('admin@dtnet.de', 'admin');
    await env.BYTES.put(rawKey(await keyOf(raw)), raw.replace('Quelle', 'Quaale'));

    expect((await checkLedger(env, settings, later())).changed).toBe(1);
    expect((await checkLedger(env, settings, later())).changed).toBe(0);
    expect((await mailVitals(env.DB, Date.now())).changed).toBe(1);
    expect((await admin.get('/healthz')).page).toContain('is not the one that arrived');
    expect((await admin.get('/desk/intake')).page).toContain('its raw source in the store is not the one that arrived');

    await env.BYTES.put(rawKey(await keyOf(raw)), raw);
    expect((await checkLedger(env, settings, later())).found).toBe(1);
    expect((await rowOf(raw))?.changedAt).toBeNull();
  });

  test('can be noticed of a mail that came before bytes were noted: the check notes them (SF29)', async () => {
    const raw = plainMail({ from: max, subject: 'Früher gekommen' });
    await bringToTicket(raw);
    const noted = (await rowOf(raw))?.etag;
    await env.DB.prepare('update intake set etag = null where key = ?').bind(await keyOf(raw)).run();

    await checkLedger(env, settings, later());

    expect((await rowOf(raw))?.etag).toBe(noted);
  });

  test('is none where a server brought the mail again after its bytes were gone (SF29)', async () => {
    const raw = plainMail({ from: max, subject: 'Noch einmal gebracht' });
    await bringToTicket(stamped(raw));
    await env.BYTES.delete(rawKey(await intakeKey(bytesOf(stamped(raw)))));

    await bring(stamped(raw, { to: 'hilfe@dtnet.de' }));

    expect(await checkLedger(env, settings, later())).toMatchObject({ missing: 0, changed: 0 });
  });
});

test('mails with all their bytes and all rows are compared, however small the stretches (SR2)', async () => {
  const { total } = await intakeTotals(env.DB);

  const { compared, rounds } = await checkLedger(env, settings, later(), { stretches: 100, mailsInStretch: 1, broughtIn: 50 });

  expect([compared, rounds]).toEqual([total, 1]);
});

describe('the clock', () => {
  test('has the check done, and its run is recorded', async () => {
    await worker.scheduled(createScheduledController({ cron: crons.hourly }), env);

    const run = (await readRuns(env.DB)).find(({ name }) => name === 'ledgerCheck');
    expect(run).toMatchObject({ name: 'ledgerCheck', fault: null, figures: { left: 0, rounds: 1 } });
    expect(run?.endedAt).toBeGreaterThanOrEqual(run?.startedAt ?? Infinity);
    expect(run?.wellAt).toBe(run?.endedAt);
  });

  test('has every other job done when one fails, and remembers when that one last went well', async () => {
    const done: string[] = [];
    const fails = { name: 'ledgerCheck', run: () => Promise.reject(new Error('R2 is away')) } as const;
    const works = { name: 'ledgerCheck', run: async () => ({ done: done.push('works') }) } as const;

    await runJobs([fails, works, fails], env, settings);

    expect(done).toEqual(['works']);
    const run = (await readRuns(env.DB)).find(({ name }) => name === 'ledgerCheck');
    expect(run).toMatchObject({ fault: 'R2 is away', figures: { done: 1 } });
    expect(run?.wellAt).not.toBeNull();
  });

  test('begins no job that is still at work', async () => {
    const inside: number[] = [];
    const inner = { name: 'ledgerCheck', run: async () => ({ inner: inside.push(1) }) } as const;
    const outer = { name: 'ledgerCheck', run: async () => (await runJobs([inner], env, settings), {}) } as const;

    await runJobs([outer], env, settings);

    expect(inside).toEqual([]);
  });
});

async function kept(raw: string): Promise<void> {
  await keepRaw(env.BYTES, await keyOf(raw), bytesOf(raw), { from: max, to: 'support@dtnet.de' });
}

async function rowOf(raw: string) {
  return findIntake(env.DB, await keyOf(raw));
}

function keyOf(raw: string): Promise<string> {
  return intakeKey(bytesOf(raw));
}

/** The database refuses this from now on; null: nothing any more. */
async function refuse(what: string | null): Promise<void> {
  await env.DB.exec('drop trigger if exists refused');
  if (what !== null) await env.DB.exec(`create trigger refused before ${what} begin select raise(abort, 'no writes'); end`);
}
