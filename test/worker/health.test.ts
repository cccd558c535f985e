import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readVitals } from '../../src/portal/health/vitals.ts';
import { portal } from '../../src/portal/portal.tsx';
import { ailmentsOf } from '../../src/rules/health.ts';
import { jobNames } from '../../src/rules/jobs.ts';
import { runJobs } from '../../src/scheduled/run-jobs.ts';
import { settings } from '../../src/settings-of-worker.ts';
import { anna, bring, plainMail, stamped } from './inbox.ts';
import { ask, origin, signedIn, type Visitor } from './portal-visitor.ts';

let admin: Visitor;
beforeAll(async () => {
  admin = await signedIn('admin@dtnet.de', 'admin');
  await bring(plainMail({ from: 'max@kunde.example', subject: 'Drucker' }));
  await runJobs([{ name: 'ledgerCheck', run: async () => ({ compared: 1 }) }], env, settings);
});

describe('a monitor', () => {
  test('hears ok, and nothing else', async () => {
    const { status, page, headers } = await ask('/healthz');

    expect([status, page, headers.get('Cache-Control')]).toEqual([200, 'ok', 'no-store']);
  });

  test('gets 503 while a mail is stuck, without a word about it, and so does every script', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await env.DB.exec("insert into intake (key, received_at, size, envelope_from, envelope_to) values ('stuck', 0, 1, 'geheim@kunde.example', '[]')");

    const plain = await ask('/healthz');
    const data = await admin.get('/healthz.json');

    await env.DB.exec("delete from intake where key = 'stuck'");
    expect([plain.status, plain.page]).toEqual([503, 'not well']);
    expect(data.status).toBe(503);
    expect(JSON.parse(data.page)).toMatchObject({ well: false, ailments: [{ kind: 'mailsWait', mails: 1 }] });
    expect(data.page).not.toContain('geheim');
  });

  test('gets 503 while the database does not answer, and a signed-in one no page of faults', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const DB = new Proxy(env.DB, { get: () => () => { throw new Error('D1_ERROR: away'); } });

    const answer = await portal.fetch(new Request(`${origin}/healthz`), { ...env, DB }, createExecutionContext());

    expect([answer.status, await answer.text()]).toEqual([503, 'not well']);
  });
});

describe('a job of the clock', () => {
  test('has its row on a new desk, so that it is noticed where nothing ever calls it', async () => {
    const { jobs } = await readVitals(env, settings, Date.now());

    expect(jobs.map(({ name }) => name).toSorted()).toEqual(jobNames.toSorted());
    expect(jobs.filter(({ startedAt }) => startedAt === null).map(({ name }) => name)).toEqual(['digests', 'export', 'exportRest', 'readdressing']);
  });

  test('is missed after three of its times on a desk of the platform, and never where somebody tries the desk out', async () => {
    const missed = async (publicUrl: string, hours: number) => {
      const at = Date.now() + hours * 3_600_000;
      return ailmentsOf(await readVitals(env, { ...settings, publicUrl }, at), at).flatMap((ailment) => (ailment.kind === 'jobNeverRan' ? [ailment.job] : []));
    };

    expect(await missed('https://help.example.com', 2.9)).toEqual([]);
    expect(await missed('https://help.example.com', 3.1)).toEqual(['digests', 'exportRest', 'readdressing']);
    expect(await missed('https://help.example.com', 72.1)).toContain('export');
    expect(await missed('http://localhost:8787', 72.1)).toEqual([]);
  });
});

test.each(['requester', 'agent'] as const)('a signed-in %s gets what monitors get', async (role) => {
  const somebody = await signedIn(`${role}@dtnet.de`, role);

  expect((await somebody.get('/healthz')).page).toBe('ok');
  expect((await somebody.get('/healthz.json')).status).toBe(403);
});

describe('an admin', () => {
  test('sees how mails, letters and jobs are doing, and finds the page from the others', async () => {
    const { page } = await admin.get('/healthz');

    const words = page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(words).toContain('All is well.');
    expect(words).toMatch(/Last mail received \d\d:\d\d/);
    expect(words).toMatch(/Compare mails with the ledger \d\d:\d\d \d\.\d s went well compared: 1/);
    expect(words).toMatch(/Export the desk to its bucket never yet, due since \d\d:\d\d/);
    expect((await admin.get('/admin/people')).page).toContain('href="/healthz"');
  });

  test('gets the same as data by its own address or by asking for JSON', async () => {
    const data = JSON.parse((await admin.get('/healthz.json')).page);
    const asked = await ask('/healthz', { headers: { Cookie: admin.cookie, Accept: 'application/json' } });

    expect(data).toMatchObject({ well: true, ailments: [], mails: { atWork: 0, atDoor: 0, missing: 0 }, letters: { failed: 0 } });
    expect(data.jobs).toContainEqual(expect.objectContaining({ name: 'ledgerCheck', fault: null, figures: { compared: 1 } }));
    expect(Date.parse(data.mails.lastReceived)).toBeGreaterThan(0);
    expect({ ...JSON.parse(asked.page), at: '' }).toEqual({ ...data, at: '' });
  });

  test('sees letters that failed, jobs that failed and mails that are missing', async () => {
    await env.DB.exec("insert into troubled_letters (number, letter, kind, recipient, trouble, changed_at) values (1, 1, 'closed', 'max@kunde.example', 'failed', 1)");
    await env.DB.exec('update intake set missing_at = 1');
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await runJobs([{ name: 'ledgerCheck', run: () => Promise.reject(new Error('R2 is away')) }], env, settings);

    const { page } = await admin.get('/healthz');

    expect(page).toContain('1 letter has not reached');
    expect(page).toContain('The raw source of 1 mail is missing');
    expect(page).toContain('R2 is away');
    expect(page).not.toContain(anna.address);
    expect((await ask('/healthz')).status).toBe(200);
  });
});

test('an admin is warned of mails that reached the desk past the check of senders (SA06)', async () => {
  await bring(stamped(plainMail({ from: 'max@kunde.example', subject: 'Gestempelt' })), { authentication: 'cloudflare' });
  const before = JSON.parse((await admin.get('/healthz.json')).page);
  await bring(plainMail({ from: 'max@kunde.example', subject: 'Ohne Stempel' }), { authentication: 'cloudflare' });
  await bring(stamped(plainMail({ from: 'max@kunde.example', subject: 'Für andere gestempelt' }), { to: 'other@dtnet.de' }), { authentication: 'cloudflare' });

  const after = JSON.parse((await admin.get('/healthz.json')).page);
  const { page } = await admin.get('/healthz');

  expect([before.mails.unstamped, after.mails.unstamped, after.well]).toEqual([0, 2, true]);
  expect(after.concerns).toContainEqual({ kind: 'mailsUnstamped', mails: 2 });
  expect(page).toContain('2 mails of the last week came without the stamp');
});
