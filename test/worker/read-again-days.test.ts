/** All mails of some days are read again, as `npm run read-again` asks for it. What was misread is written into the tickets first. */

import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, test, vi } from 'vitest';
import * as v from 'valibot';
import { verifyAudit } from '../../src/directory/audit-log.ts';
import { crons } from '../../src/rules/jobs.ts';
import { doScheduled } from '../../src/scheduled/jobs.ts';
import { settings } from '../../src/settings-of-worker.ts';
import { readAgainStep } from '../../src/upkeep/read-again-step.ts';
import { rawMail } from '../support/raw-mail.ts';
import { anna, articlesOf, bring, bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { keysInBytes } from './new-desk.ts';
import { signedIn } from './portal-visitor.ts';
import { upkeeper } from './upkeep-key.ts';

const max = 'max@kunde.example';
const answered = v.object({ next: v.nullable(v.object({ receivedAt: v.number(), key: v.string() })), mails: v.number(), differing: v.array(v.object({ number: v.number(), article: v.number(), sender: v.string(), subject: v.string(), parts: v.array(v.string()) })), left: v.number(), faults: v.array(v.string()) });

const rows = (number: number, query: string) => runInDurableObject(env.TICKETS.getByName(String(number)), (_, { storage }) => storage.sql.exec(query).toArray());
const misread = (number: number) => rows(number, "update articles set text = 'Ãpfel' where id = 1");
const textOf = async (number: number) => (await articlesOf(number))[0]?.text;

/** Noon of the day in the desk's zone, by which nothing else has mails. */
const noon = (day: string) => Date.parse(`${day}T11:00:00Z`);
const onDay = (day: string, subject: string) => bringToTicket(plainMail({ from: max, subject, text: 'Äpfel' }), { at: noon(day) });

async function readAgain(asked: { from: string; to?: string; apply?: boolean; after?: object | null }) {
  const { to = asked.from, apply = false, after = null } = asked;
  const answer = await (await upkeeper())('read-again', { body: JSON.stringify({ from: asked.from, to, after, apply }) });
  return { status: answer.status, ...(answer.status === 200 ? v.parse(answered, JSON.parse(answer.page)) : { next: null, mails: 0, differing: [], left: 0, faults: [] }) };
}

describe('mails of some days', () => {
  test('are compared with what today’s parser reads, and nothing is changed until that is asked for (M12)', async () => {
    const number = await bringToTicket(rawMail({ from: max, to: 'support@dtnet.de', subject: 'Anders', text: 'Äpfel', files: [{ name: 'liste.csv', type: 'text/csv', bytes: new TextEncoder().encode('a;b') }] }), { at: noon('2026-01-10') });
    const [file] = (await articlesOf(number))[0]?.attachments ?? [];
    await onDay('2026-01-10', 'Gleich');
    await misread(number);
    await env.BYTES.put(file?.key ?? '', 'a');
    const before = { version: (await ticketPage(number)).version, bytes: await keysInBytes() };

    const told = await readAgain({ from: '2026-01-10' });

    expect(told).toMatchObject({ mails: 2, next: null, left: 0, differing: [{ number, article: 1, sender: max, subject: 'Anders', parts: ['text', 'attachments'] }] });
    expect({ version: (await ticketPage(number)).version, bytes: await keysInBytes() }).toEqual(before);
  });

  test('say what they are read as today, once; history and audit log know it, lists and readers do not (M12, SW18)', async () => {
    const number = await onDay('2026-01-11', 'Neu gelesen');
    await misread(number);
    const before = await ticketPage(number);
    const letters = await rows(number, 'select id from letters');

    expect((await readAgain({ from: '2026-01-11', apply: true })).differing).toHaveLength(1);
    expect((await readAgain({ from: '2026-01-11', apply: true })).differing).toEqual([]);

    const after = await ticketPage(number);
    expect(await textOf(number)).toBe('Äpfel');
    expect(after).toMatchObject({ version: before.version + 1, updatedAt: before.updatedAt, updatedBy: before.updatedBy });
    expect(after.entries[0]).toMatchObject({ kind: 'fact', by: null, fact: { kind: 'readAgain', article: 1 } });
    expect(await rows(number, 'select text from readings')).toEqual([{ text: 'Ãpfel' }]);
    expect(await rows(number, 'select id from letters')).toEqual(letters);
    const { results } = await env.DB.prepare("select ticket, target, by from audit_log where action = 'mailReadAgain'").all();
    expect(results).toEqual([{ ticket: number, target: '1 command', by: null }]);
    expect(await verifyAudit(env.DB)).toMatchObject({ broken: null });
  });

  test('are those of the desk’s own clocks, first and last day included', async () => {
    for (const at of ['2026-01-19T22:59:59Z', '2026-01-19T23:00:00Z', '2026-01-21T22:59:59Z', '2026-01-21T23:00:00Z']) await bring(plainMail({ from: max, subject: at }), { at: Date.parse(at) });

    expect((await readAgain({ from: '2026-01-20' })).mails).toBe(1);
    expect((await readAgain({ from: '2026-01-20', to: '2026-01-21' })).mails).toBe(2);
  });

  test('are read twenty at a time, and go on where a step ended', async () => {
    const numbers: number[] = [];
    for (let mail = 0; mail < 23; mail += 1) numbers.push(await onDay('2026-02-01', `Nummer ${mail}`));
    for (const number of numbers) await misread(number);

    const first = await readAgain({ from: '2026-02-01', apply: true });
    const second = await readAgain({ from: '2026-02-01', apply: true, after: first.next });

    expect([first.mails, second.mails, second.next]).toEqual([20, 3, null]);
    expect(await Promise.all(numbers.map(textOf))).toEqual(numbers.map(() => 'Äpfel'));
  });

  test('are read where they are now, after a merge', async () => {
    const survivor = await bringToTicket(plainMail({ from: max, subject: 'Bleibt' }));
    const merged = await onDay('2026-02-02', 'Geht auf');
    await misread(merged);
    const agent = await signedIn(anna.address, 'agent');
    await agent.post(`/tickets/${merged}/merge`, { into: String(survivor) });

    const { differing } = await readAgain({ from: '2026-02-02', apply: true });

    expect(differing).toMatchObject([{ number: survivor, article: 2, parts: ['text'] }]);
    expect((await articlesOf(survivor)).map((article) => article.text)).toContain('Äpfel');
  });

  test('stay as they are where something was taken out for good, or the source is gone (S18)', async () => {
    const [redacted, gone] = [await onDay('2026-02-03', 'Entfernt'), await onDay('2026-02-03', 'Fort')];
    await rows(redacted, "update articles set redacted = 1, text = '…'");
    const [row] = await rows(gone, 'select intake from articles where id = 1');
    await misread(gone);
    await env.BYTES.delete(`raw/${row?.['intake']}`);

    expect(await readAgain({ from: '2026-02-03', apply: true })).toMatchObject({ mails: 2, left: 2, differing: [] });
    expect(await textOf(redacted)).toBe('…');
  });

  test('are read although one of them cannot be', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const [bad, good] = [await onDay('2026-02-04', 'Schlecht'), await onDay('2026-02-04', 'Gut')];
    await misread(good);
    const [row] = await rows(bad, 'select intake from articles where id = 1');
    const away = `raw/${row?.['intake']}`;
    const BYTES = new Proxy(env.BYTES, { get: (bucket, name) => (name === 'get' ? (key: string) => (key === away ? Promise.reject(new Error('R2 is away')) : bucket.get(key)) : Reflect.get(bucket, name).bind(bucket)) });

    const done = await readAgainStep({ ...env, BYTES }, { span: { from: noon('2026-02-04'), until: noon('2026-02-04') + 1 }, after: null }, async () => undefined, Date.now());

    expect(done).toMatchObject({ mails: 2, faults: [row?.['intake']], differing: [{ number: good }] });
    expect(error).toHaveBeenCalledOnce();
    error.mockRestore();
  });

  test.each([
    ['no day', { from: 'gestern' }],
    ['a day that there is not', { from: '2026-02-30' }],
    ['an end before its beginning', { from: '2026-02-02', to: '2026-02-01' }],
  ])('are not read where %s is asked for', async (_, asked) => {
    expect((await readAgain(asked)).status).toBe(422);
  });
});

test('a mail that was read again is in the next export, though its ticket does not rise', async () => {
  const number = await onDay('2026-03-01', 'Exportiert');
  await misread(number);
  await doScheduled(crons.nightly, env, settings);
  await readAgain({ from: '2026-03-01', apply: true });
  await env.DB.prepare('update tickets set updated_at = 0').run();

  await doScheduled(crons.nightly, env, settings);

  const kept = await env.BYTES.get(`export/tickets/${String(number).padStart(10, '0')}/0001.jsonl`);
  expect(await kept?.text()).toContain('"kind\\":\\"readAgain');
});
