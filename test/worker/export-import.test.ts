/** Everything is exported, and a desk that nobody has used becomes the same desk. */

import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import * as v from 'valibot';
import { verifyAudit } from '../../src/directory/audit-log.ts';
import { readdressEverywhere, SETTLING_MS } from '../../src/readdressing/everywhere.ts';
import { crons } from '../../src/rules/jobs.ts';
import { doScheduled } from '../../src/scheduled/jobs.ts';
import { readRuns } from '../../src/scheduled/job-runs.ts';
import { settings } from '../../src/settings-of-worker.ts';
import { indexSnapshot, type IndexSnapshot } from './index-snapshot.ts';
import { anna, articlesOf, bring, bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { keysInBytes, newDesk } from './new-desk.ts';
import { personWith, signedIn } from './portal-visitor.ts';
import { upkeeper } from './upkeep-key.ts';

const max = 'max@kunde.example';
type Files = Record<string, string>;

let numbers: number[];
let before: { index: IndexSnapshot; exported: Files; bytes: Map<string, ArrayBuffer>; page: unknown };
let waiting: number;

beforeAll(async () => {
  const admin = await signedIn('chef@dtnet.de', 'admin');
  const agent = await signedIn(anna.address, 'agent');
  const opened = (from: string, subject: string, headers: string[] = []) => bringToTicket(plainMail({ from, subject, text: `${subject}, schreibt ${from}.`, headers }));
  await admin.post('/admin/people', { address: 'neu@dtnet.de', name: 'Neue Agentin', role: 'agent' });
  await admin.post('/admin/canned', { shortcut: 'danke', de: 'Vielen Dank.', en: 'Thank you.' });
  await admin.post('/admin/organisations', { name: 'Kunde GmbH', domains: 'kunde.example', people: max });
  numbers = [await opened(max, 'Drucker', ['Cc: boss@kunde.example']), await opened('karla@kunde.example', 'Fax'), await opened('eva@anderswo.example', 'Telefon')];
  const [printer = 0, fax = 0, telephone = 0] = numbers;
  await agent.post(`/tickets/${printer}/replies`, { text: 'Ist er eingeschaltet?' }, [new File(['a;b'], 'liste.csv', { type: 'text/csv' })]);
  await agent.post(`/tickets/${printer}/comments`, { text: 'Vermutlich der Stecker. 😀 Zeile\nzwei' });
  await agent.post(`/tickets/${printer}/labels`, { label: 'Außendienst' });
  await agent.post(`/tickets/${printer}/draft`, { text: 'Angefangen', form: 'comment' });
  await agent.post(`/tickets/${printer}/secrets`, { label: 'WLAN' });
  await agent.post(`/tickets/${fax}/merge`, { into: String(printer) });
  await agent.post(`/tickets/${telephone}/links`, { relation: 'relates', number: String(printer) });
  await agent.post('/desk/views', { name: 'Meine', q: 'is:open' });
  await bring(plainMail({ from: 'fremd@evil.example', subject: 'Delivery failed', headers: ['Auto-Submitted: auto-generated'] }));
  await allLeft([...numbers]);
  // A ticket that does not fit into one answer of its object.
  await rows(telephone, "with recursive n (i) as (select 1 union all select i + 1 from n where i < 30) insert into drafts (by, by_name, form, text, attachments, seen, saved_at) select i || '@dtnet.de', '', 'reply', hex(zeroblob(100000)), '[]', 0, 0 from n");
  waiting = await opened('otto@kunde.example', 'Wartet');
  numbers.push(waiting);
  await rows(waiting, "update letters set state = 'queued', due_at = 9999999999999");
});

const object = (number: number) => env.TICKETS.getByName(String(number));
const rows = (number: number, query: string): Promise<Record<string, SqlStorageValue>[]> => runInDurableObject(object(number), (_, { storage }) => storage.sql.exec(query).toArray());

async function allLeft(tickets: number[]): Promise<void> {
  await vi.waitFor(async () => {
    for (const number of tickets) {
      await runDurableObjectAlarm(object(number));
      expect(await rows(number, "select * from letters where state in ('queued', 'sending')")).toEqual([]);
    }
  }, { timeout: 60_000 });
}

/** What the night's export wrote, but what says when. */
async function exported(): Promise<Files> {
  const keys = (await keysInBytes('export/')).filter((key) => !key.endsWith('about.json'));
  return Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await (await env.BYTES.get(key))?.text()])));
}

const answered = v.object({ next: v.nullable(v.unknown()), rows: v.number(), tickets: v.number(), stopped: v.array(v.number()) });

/** As the command does: puts the export where it is read from, and asks for one step after the other. */
async function importAll(files: Files): Promise<{ rows: number; tickets: number; stopped: number[] }> {
  const keeper = await upkeeper();
  for (const [key, text] of Object.entries(files)) await keeper(`bytes/${key.replace('export/', 'import/')}`, { method: 'PUT', body: text });
  let at: unknown = { part: 'begin' };
  const sum = { rows: 0, tickets: 0, stopped: [0].slice(1) };
  while (at !== null) {
    const answer = v.parse(answered, JSON.parse((await keeper('import', { body: JSON.stringify({ at }) })).page));
    sum.rows += answer.rows;
    sum.tickets += answer.tickets;
    sum.stopped.push(...answer.stopped);
    at = answer.next;
  }
  return sum;
}

async function exportNow(): Promise<void> {
  await doScheduled(crons.nightly, env, settings);
  const run = (await readRuns(env.DB)).find((one) => one.name === 'export');
  expect(run).toMatchObject({ fault: null, figures: { whole: 1 }, place: '' });
}

describe('a desk', () => {
  test('is exported by night: tables, and each ticket in a file of its own', async () => {
    await exportNow();

    const files = await exported();
    expect(Object.keys(files).filter((key) => key.startsWith('export/tickets/'))).toHaveLength(numbers.length + 1);
    expect(files[`export/tickets/${String(numbers[2]).padStart(10, '0')}/0002.jsonl`]).toMatch(/^\{"format":1,"ticket":\d+,"piece":2,"last":true\}/);
    expect(files['export/desk/people/000001.jsonl']).toContain('"address":"neu@dtnet.de"');
    expect(files[`export/tickets/${String(numbers[0]).padStart(10, '0')}/0001.jsonl`]).toMatch(/^\{"format":1,"ticket":\d+,"piece":1,"last":true\}\n\{"table":"ticket"/);
    before = { index: await indexSnapshot(), exported: files, bytes: await allBytes(), page: await shown(numbers[0] ?? 0) };
  });

  test('leaves what opens something out of its export', async () => {
    const whole = Object.values(before.exported).join('');

    expect(Object.keys(before.exported).join()).not.toMatch(/credentials|sessions|passkeys|authenticators|recovery|links\/|upkeep/);
    expect(whole).not.toMatch(/password_hash|token_hash|"sealed"/);
  });

  test('that was used takes in nothing', async () => {
    const keeper = await upkeeper();
    await keeper('bytes/import/about.json', { method: 'PUT', body: await (await env.BYTES.get('export/about.json'))?.text() ?? '' });

    expect(JSON.parse((await keeper('import', { body: JSON.stringify({ at: { part: 'begin' } }) })).page)).toEqual({ refused: 'used' });
    await env.BYTES.delete('import/about.json');
  });

  test('that nobody has used becomes the same desk by an import, index and all', async () => {
    const about = await (await env.BYTES.get('export/about.json'))?.text() ?? '';
    await newDesk(numbers);

    const sum = await importAll({ ...before.exported, 'export/about.json': about });

    expect(sum).toMatchObject({ tickets: numbers.length, stopped: [waiting] });
    expect(await keysInBytes('import/')).toEqual([]);
    const index = await indexSnapshot();
    expect({ ...index, troubled: [] }).toEqual({ ...before.index, troubled: [] });
    expect(await verifyAudit(env.DB)).toMatchObject({ broken: null });
  });

  test('sends no letter that waited when it was exported, and shows it for people to decide (SR6)', async () => {
    await runDurableObjectAlarm(object(waiting));

    expect(await rows(waiting, 'select state, reason from letters')).toEqual([{ state: 'failed', reason: 'restored' }]);
  });

  test('has the same export again, byte by byte, but for letters that were stopped', async () => {
    await exportNow();

    const again = await exported();
    const stopped = `export/tickets/${String(waiting).padStart(10, '0')}/0001.jsonl`;
    expect(Object.keys(again)).toEqual(Object.keys(before.exported));
    for (const [key, text] of Object.entries(before.exported)) if (key !== stopped) expect(again[key], key).toBe(text);
    expect(again[stopped]).toContain('"reason":"restored"');
  });

  test('has its mails and files back when their bytes are put back, and nobody can put others in their place', async () => {
    const keeper = await upkeeper();
    for (const [key, bytes] of before.bytes) await keeper(`bytes/${key}`, { method: 'PUT', body: bytes, headers: { 'Kept-From': encodeURIComponent(max), 'Kept-To': 'support%40dtnet.de' } });
    const [key = ''] = before.bytes.keys();
    await keeper(`bytes/${key}`, { method: 'PUT', body: 'etwas anderes' });

    expect(await allBytes()).toEqual(before.bytes);
    expect(await shown(numbers[0] ?? 0)).toEqual(before.page);
  });

  test('goes on: replies by reply key find their ticket, new tickets get new numbers', async () => {
    const [printer = 0] = numbers;
    const [key] = await rows(printer, `select pid, secret from people where address = '${max}'`);
    const reply = await bring(plainMail({ from: max, subject: 'ohne Nummer', to: `support+${printer}-${key?.['pid']}-${key?.['secret']}@dtnet.de` }), { to: `support+${printer}-${key?.['pid']}-${key?.['secret']}@dtnet.de` });

    expect(reply).toMatchObject({ outcome: 'filed', number: printer });
    expect(await bringToTicket(plainMail({ from: max, subject: 'Neu' }))).toBe(Math.max(...numbers) + 1);
    expect((await articlesOf(printer)).length).toBeGreaterThan(4);
  });

  test('has nobody in the next export who was erased, though their tickets did not rise in lists (P11)', async () => {
    const admin = await signedIn('chef@dtnet.de', 'admin');
    const eva = await personWith('eva@anderswo.example');
    expect(Object.values(await exported()).join('')).toContain('eva@anderswo.example');

    await admin.post(`/admin/people/${eva.id}/erase`, { sure: 'yes' });
    await readdressEverywhere(env, Date.now() + SETTLING_MS);
    await env.DB.prepare('update tickets set updated_at = 0').run();
    await exportNow();

    const left = Object.entries(await exported()).filter(([key]) => !key.includes('audit_log'));
    expect(left.filter(([, text]) => text.includes('"eva@anderswo.example"')).map(([key]) => key)).toEqual([]);
  });

  test('that has lost tickets does not write over the export that still has them', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const kept = Object.keys(await exported());
    await env.DB.prepare('delete from numbers').run();

    await doScheduled(crons.nightly, env, settings);

    expect((await readRuns(env.DB)).find((one) => one.name === 'export')?.fault).toMatch(/The last export knows tickets up to #\d+/);
    expect(Object.keys(await exported())).toEqual(kept);
    error.mockRestore();
  });
});

async function allBytes(): Promise<Map<string, ArrayBuffer>> {
  const keys = [...(await keysInBytes('raw/')), ...(await keysInBytes('files/'))];
  return new Map(await Promise.all(keys.map(async (key): Promise<[string, ArrayBuffer]> => [key, (await (await env.BYTES.get(key))?.arrayBuffer()) ?? new ArrayBuffer()])));
}

async function shown(number: number): Promise<unknown> {
  const { entries, people, fields, drafts } = await ticketPage(number);
  return { entries, people, fields, drafts };
}
