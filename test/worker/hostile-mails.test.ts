import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { claimIntake, intakeTotals } from '../../src/directory/intake.ts';
import { claimNumber } from '../../src/directory/numbers.ts';
import { findPeople } from '../../src/directory/people.ts';
import { intakeKey, readRaw } from '../../src/inbound/raw-mails.ts';
import { ticketOf } from '../../src/ticket/tickets.ts';
import { address, everywhere, now } from '../support/builders.ts';
import { headers, htmls, mailWithFile, packed, structures, texts, type HostileShape } from '../support/hostile-shapes.ts';
import { anna, articlesOf, bring, bringToTicket, bytesOf, plainMail, ticketPage } from './inbox.ts';
import { signedIn } from './portal-visitor.ts';

// What the parser refuses is told to the log; here that is every other mail.
beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));

const MiB = 1024 * 1024;

describe.each([
  ['structure', structures],
  ['header', headers],
  ['text', texts],
  ['HTML', htmls],
  ['packing', packed],
])('a mail of hostile %s', (_, shapes) => {
  test.each(shapes)('ends somewhere, once, and its bytes are kept: $name (M10, SP08)', async ({ raw, n }) => {
    const bytes = raw(n);
    const before = await intakeTotals(env.DB);

    const row = await bring(bytes);

    const after = await intakeTotals(env.DB);
    expect(after.total).toBe(before.total + 1);
    expect(row.outcome).toMatch(/^(filed|door|machine)$/);
    expect(await isSame(await readRaw(env.BYTES, row.key), bytes)).toBe(true);
    if (row.number !== null) expect(await bytesInRow(row.number)).toBeLessThan(1_600_000);
  }, 30_000);
});

test('mails past the limits are shown as such, with the original for agents and for whoever wrote it (M10, SP03)', async () => {
  const number = await bringToTicket(shapeNamed('files without end').raw(300));

  const [first] = (await ticketPage(number)).entries.filter((entry) => entry.kind === 'article');
  const writer = await ticketPage(number, { address: 'max@kunde.example', role: 'requester' });

  expect(first).toMatchObject({ extent: 'nothing', article: { text: '', attachments: [{ name: 'mail.eml' }] } });
  expect(writer.entries.some((entry) => entry.kind === 'article' && entry.article.attachments.length === 1)).toBe(true);
});

test('the portal says that a mail could not be displayed, and gives agents its original (M10, M12)', async () => {
  const number = await bringToTicket(shapeNamed('files without end').raw(301));
  const anna = await signedIn('anna.liest@dtnet.de', 'agent');

  const { page } = await anna.get(`/tickets/${number}`);
  const original = await anna.get(/\/tickets\/\d+\/attachments\/[^"]+mail\.eml/.exec(page)?.[0] ?? '');

  expect(page).toContain('(This mail could not be displayed. The agents have the original.)');
  expect(original.status).toBe(200);
  expect(original.page).toContain('Content-Type: image/png');
});

test('other people on the ticket do not get the original, which holds its writer’s reply key (A01)', async () => {
  const number = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'x', headers: ['Cc: eva@kunde.example'] }));
  await bring(tooManyParts(`[dtnet.de #${number}]`));

  const staff = await articlesOf(number);
  const eva = await ticketPage(number, { address: 'eva@kunde.example', role: 'requester' });

  const file = staff[1]?.attachments[0];
  expect(file?.name).toBe('mail.eml');
  expect(eva.entries.flatMap((entry) => (entry.kind === 'article' ? entry.article.attachments : []))).toEqual([]);
  expect(await ticketOf(env, number).attachment(file?.id ?? '', { address: address('eva@kunde.example'), role: 'requester', reach: everywhere })).toBeNull();
  expect(await ticketOf(env, number).attachment(file?.id ?? '', anna)).toEqual(file);
});

test('a reply key that a mail program wrote above what it quotes is not in the article (A01)', async () => {
  const number = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'x', text: 'Noch einmal.\r\n\r\nAn: support+427637-1-abcdefghijklmnop@dtnet.de\r\nBetreff: x\r\n' }));

  expect((await articlesOf(number))[0]?.text).toContain('An: support@dtnet.de');
});

test('of a mail to thousands none joins and none is remembered (SP06)', async () => {
  const number = await bringToTicket(shapeNamed('addressees').raw(8001));

  expect((await ticketPage(number)).people.map((person) => person.address)).toEqual(['max@kunde.example']);
  expect(await findPeople(env.DB, [address('a1@b.example')])).toEqual([]);
});

test('a text longer than an article is cut within a character and a row’s size, and says so (M10)', async () => {
  const number = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'x', text: `a${'漢'.repeat(400_000)}` }));

  const [entry] = (await ticketPage(number)).entries.filter((one) => one.kind === 'article');

  expect(entry?.extent).toBe('cut');
  expect(new TextEncoder().encode(entry?.article.text).length).toBeLessThanOrEqual(500_000);
  expect(entry?.article.text).toMatch(/^a漢+$/);
});

test('other mails flow while hostile ones are read (SP08)', async () => {
  const hostile = ['mails within mails', 'files without end', 'rules', 'line breaks'].map(shapeNamed).map(({ raw, n }) => bring(raw(Math.ceil(n * 1.1))));
  const friendly = Array.from({ length: 20 }, (_, at) => bring(plainMail({ from: `kunde${at}@kunde.example`, subject: `Frage ${at}` })));

  const rows = await Promise.all([...friendly, ...hostile]);

  expect(rows.map((row) => row.outcome)).toEqual(rows.map(() => 'filed'));
}, 30_000);

describe('a mail of 25 MiB', () => {
  test('is filed with its file, byte for byte (M11, SP07)', async () => {
    const raw = mailWithFile(18.2 * MiB);

    const number = await bringToTicket(raw);

    const [article] = await articlesOf(number);
    const [file] = article?.attachments ?? [];
    const kept = await env.BYTES.get(file?.key ?? '');
    expect(raw.length).toBeGreaterThan(24.5 * MiB);
    expect(file?.size).toBeGreaterThan(18 * MiB);
    expect(new TextDecoder().decode((await kept?.bytes())?.subarray(-6))).toBe('ABCABC');
  }, 60_000);

  test('is filed though others as large come at the same time (SF30)', async () => {
    const rows = await Promise.all([1, 2, 3, 4].map((at) => bring(mailWithFile(15 * MiB + at * 57))));

    expect(rows.map((row) => row.outcome)).toEqual(rows.map(() => 'filed'));
  }, 120_000);

  test('and a byte is refused with a reason, and leaves nothing behind (M11)', async () => {
    const before = await intakeTotals(env.DB);

    await expect(bring(new Uint8Array(25 * MiB + 1))).rejects.toThrow(/larger than 25 MiB/);

    expect(await intakeTotals(env.DB)).toEqual(before);
  });
});

describe('a mail that breaks us', () => {
  test('is filed unread at the third time that reading it did not end (SP09)', async () => {
    const raw = plainMail({ from: 'max@kunde.example', subject: 'Poison', text: 'Never read.' });
    await beginReading(raw);
    await beginReading(raw);

    const row = await bring(raw, { at: now + 5 * MINUTE });

    const [article] = await articlesOf(row.number ?? 0);
    expect(row).toMatchObject({ outcome: 'filed', attempts: 3, subject: 'Poison' });
    expect(article).toMatchObject({ text: '', attachments: [{ name: 'mail.eml' }] });
  });

  test('is filed unread after three failures of its ticket, once they last for more than an hour (SP09)', async () => {
    const raw = plainMail({ from: 'max@kunde.example', subject: 'Not so harmless', text: 'Never filed as read.' });
    const repair = await breakTicket(await claimNumber(env.DB, await intakeKey(bytesOf(raw)), 427637));
    for (const minutes of [0, 1, 5, 30]) await expect(bring(raw, { at: now + minutes * MINUTE })).rejects.toThrow();
    for (const minutes of [61, 90]) await expect(bring(raw, { at: now + minutes * MINUTE })).rejects.toThrow();

    await repair();
    const row = await bring(raw, { at: now + 120 * MINUTE });

    expect((await articlesOf(row.number ?? 0))[0]).toMatchObject({ text: '', attachments: [{ name: 'mail.eml' }] });
  });
});

const MINUTE = 60_000;

/** What a reading leaves behind that crashed or ran out of memory or time. */
async function beginReading(raw: string, to = 'support@dtnet.de'): Promise<void> {
  const bytes = bytesOf(raw);
  await env.BYTES.put(`raw/${await intakeKey(bytes)}`, bytes);
  await claimIntake(env.DB, { key: await intakeKey(bytes), receivedAt: now, size: bytes.length, etag: null, envelopeFrom: 'max@kunde.example', envelopeTo: to });
}

/** Leaves the ticket object with a table that is not its own; `repair` takes it away. */
async function breakTicket(number: number): Promise<() => Promise<void>> {
  const stub = env.TICKETS.getByName(String(number));
  const run = (statement: string) => runInDurableObject(stub, (_, state) => void state.storage.sql.exec(statement));
  await run('create table ticket (broken integer)');
  return () => run('drop table ticket');
}

function tooManyParts(subject: string): string {
  const parts = '--b\r\nContent-Type: image/png\r\n\r\nx\r\n'.repeat(300);
  return `From: max@kunde.example\r\nTo: support@dtnet.de\r\nSubject: ${subject}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts}`;
}

/** A row may have 2 MB in production, which is not enforced here. */
async function bytesInRow(number: number): Promise<number> {
  const size = "length(cast(text as blob)) + length(cast(coalesce(html, '') as blob))";
  return runInDurableObject(env.TICKETS.getByName(String(number)), (_, { storage }) => Number(storage.sql.exec(`select max(${size}) as bytes from articles`).one()['bytes']));
}

function shapeNamed(name: string): HostileShape {
  const found = [...structures, ...headers, ...texts, ...htmls].find((shape) => shape.name === name);
  if (found === undefined) throw new Error(`There is no shape ${name}`);
  return found;
}

async function isSame(one: Uint8Array<ArrayBuffer>, other: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map(async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).join()));
  return one.length === other.length && a === b;
}
