/** Mails of all kinds at all times: every day adds up, and every mail is found by all that it says of itself (SR2). */

import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { drizzle } from 'drizzle-orm/d1';
import { beforeAll, describe, expect, test } from 'vitest';
import { readDayTotals, selectDayCounts, selectMails } from '../../src/directory/find-mails.ts';
import { findIntake, intakeTotals, type IntakeRow } from '../../src/directory/intake.ts';
import type { IntakeOutcome } from '../../src/directory/schema.ts';
import { dayNumber, daySpan, isoDate, readMailSearch, type DaySpan } from '../../src/rules/intake-search.ts';
import { ticketOf } from '../../src/ticket/tickets.ts';
import { address, everywhere } from '../support/builders.ts';
import { chance } from '../support/chance.ts';
import { anna, bring, bringToTicket, plainMail, stamped, type Brought } from './inbox.ts';
import { signedIn } from './portal-visitor.ts';

const zone = 'Europe/Berlin';
const max = 'max@kunde.example';
const viewer = { address: address(anna.address), role: 'agent', reach: everywhere } as const;

/** Midnights of plain days, and of those on which clocks go forward (23 hours) and back (25 hours). */
const midnights = ['2026-02-10', '2026-02-11', '2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26'].map((date) => daySpan(dayNumber(date) ?? 0, zone).from);
const [firstDay = 0] = midnights;
const offsets = [-1, 0, 1, -3_600_000, 3_600_000, 7_200_000, 12 * 3_600_000];

type Kind = { outcome: IntakeOutcome; mail: (from: string, subject: string) => { raw: string; brought?: Brought } };

let kinds: Kind[];
let brought: { row: IntakeRow; outcome: IntakeOutcome; at: number; subject: string }[];

beforeAll(async () => {
  const open = await bringToTicket(plainMail({ from: max, subject: 'Offen' }), { at: firstDay });
  const closed = await bringToTicket(plainMail({ from: max, subject: 'Zu' }), { at: firstDay });
  await ticketOf(env, closed).act({ kind: 'changeStatus', to: 'closed' }, anna, Date.now());
  kinds = allKinds({ open, closed, key: await keyOf(open) });
  brought = [];
  const { below, of, happens } = chance(1);
  for (let mail = 0; mail < 42; mail += 1) {
    const kind = of(kinds);
    const [from, subject] = [`absender${mail}@${of(['ofen', 'pumpen'])}.example`, `Anliegen ${mail} Nr${below(1e9)}`];
    const at = of(midnights) + of(offsets);
    const { raw, brought: how = {} } = kind.mail(from, subject);
    await bring(raw, { ...how, at });
    // A sender's server that did not hear our answer brings it once more, later.
    const row = await bring(raw, { ...how, at: happens(0.3) ? at + 86_400_000 : at });
    brought.push({ row, outcome: kind.outcome, at, subject });
  }
});

function allKinds({ open, closed, key }: { open: number; closed: number; key: string }): Kind[] {
  const plain = (from: string, subject: string, headers: string[] = []) => plainMail({ from, subject, headers });
  return [
    { outcome: 'filed', mail: (from, subject) => ({ raw: plain(from, subject) }) },
    { outcome: 'filed', mail: (_, subject) => ({ raw: plain(max, `[dtnet.de #${open}] ${subject}`) }) },
    { outcome: 'filed', mail: (from, subject) => ({ raw: plain(from, subject).replace('text/plain', 'multipart/mixed; boundary=none') }) },
    { outcome: 'door', mail: (from, subject) => ({ raw: stamped(plainMail({ from, to: key, subject }), { to: key }), brought: { to: key, authentication: 'cloudflare' } }) },
    { outcome: 'machine', mail: (from, subject) => ({ raw: plain(from, subject, ['Auto-Submitted: auto-replied']) }) },
    { outcome: 'loop', mail: (from, subject) => ({ raw: plain(from, subject, ['X-Loop: support@dtnet.de']) }) },
    { outcome: 'refused', mail: (_, subject) => ({ raw: plain(max, `[dtnet.de #${closed}] ${subject}`) }) },
  ];
}

async function keyOf(number: number): Promise<string> {
  const [row] = await runInDurableObject(env.TICKETS.getByName(String(number)), (_, { storage }) => storage.sql.exec('select pid, secret from people where address = ?', max).toArray());
  return `support+${number}-${row?.['pid']}-${row?.['secret']}@dtnet.de`;
}

const found = async (typed: string, day: DaySpan | null = null) => (await drizzle(env.DB).batch([...selectMails(drizzle(env.DB), { outcome: null, day, search: readMailSearch(typed), viewer, page: 1 })]))[0].map((row) => row.key);
/** The day as another calendar has it. */
const dayOf = (at: number) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);

describe('the days of the ledger', () => {
  test('hold every mail once, in the place where it ended', async () => {
    for (const { row, outcome, at } of brought) expect(await findIntake(env.DB, row.key)).toMatchObject({ outcome, receivedAt: at });
    expect(new Set(brought.map(({ row }) => row.key)).size).toBe(brought.length);
    expect(await intakeTotals(env.DB)).toMatchObject({ total: brought.length + 2, received: 0 });
  });

  test('add up: received = filed + door + machine + loop + refused, each the mails of that day on the desk’s clocks, also over midnight and where clocks change', async () => {
    const days = [...new Set(brought.map(({ at }) => dayOf(at)))];
    const spans = days.map((day) => daySpan(dayNumber(day) ?? 0, zone));

    const totals = readDayTotals(spans, await selectDayCounts(drizzle(env.DB), spans, viewer));

    for (const { day, received, total, ...ends } of totals) {
      const those = brought.filter(({ at }) => dayOf(at) === isoDate(day));
      const early = dayOf(firstDay) === isoDate(day) ? 2 : 0;
      expect(received).toBe(0);
      expect(total).toBe(those.length + early);
      expect(Object.values(ends).reduce((sum, mails) => sum + mails, 0)).toBe(total);
      for (const [outcome, mails] of Object.entries(ends)) expect(mails, `${outcome} on ${isoDate(day)}`).toBe(those.filter((mail) => mail.outcome === outcome).length + (outcome === 'filed' ? early : 0));
    }
    expect(totals.reduce((sum, { total }) => sum + total, 0)).toBe(brought.length + 2);
  });

  test('say so on their page', async () => {
    const agent = await signedIn(anna.address, 'agent');
    const pages = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((page) => agent.get(`/desk/intake/days?page=${page}`)));

    const sums = pages.flatMap(({ page }) => [...page.replaceAll(/<[^>]*>/g, ' ').matchAll(/(\d+)\s+arrived\s+=\s+([^=]*?)(?=\s{6}|$)/g)].map(([, total, ends = '']) => [Number(total), [...ends.matchAll(/(?:^|\+)\s*(\d+)/g)].reduce((sum, [, mails]) => sum + Number(mails), 0)]));
    for (const [total, ends] of sums) expect(ends).toBe(total);
    expect(sums.reduce((sum, [total = 0]) => sum + total, 0)).toBe(brought.length + 2);
  });
});

test('a mail of any kind is found by its sender, its subject and its Message-ID, and on its day alone', async () => {
  for (const { row, at, subject } of brought) {
    expect(await found(row.messageId ?? ''), subject).toEqual([row.key]);
    expect(await found((row.messageId ?? '').slice(1, -1)), subject).toEqual([row.key]);
    expect(await found(subject), subject).toEqual([row.key]);
    expect(await found(row.sender ?? ''), subject).toContain(row.key);
    expect(await found(`${row.sender} ${subject}`, daySpan(dayNumber(dayOf(at)) ?? 0, zone)), subject).toEqual([row.key]);
    expect(await found(subject, daySpan((dayNumber(dayOf(at)) ?? 0) + 1, zone)), subject).toEqual([]);
  }
});
