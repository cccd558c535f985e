/** How much one sender, and all together, set in motion by mail. */

import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { IntakeRow } from '../../src/directory/intake.ts';
import { takeFromLimit } from '../../src/directory/tallies.ts';
import type { Limited } from '../../src/rules/limits.ts';
import { anna, bring, plainMail, stamped, ticketPage } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const start = Date.now();
const max = 'max@kunde.example';

let agent: Visitor;
beforeAll(async () => {
  agent = await signedIn(anna.address, 'agent');
});
beforeEach(() => env.DB.exec('delete from tallies'));

describe('acknowledgements', () => {
  test('are five an hour for an address, of mails that come together too (A10)', async () => {
    expect(await taken('acknowledgement', max, 12, start)).toBe(5);
    expect(await taken('acknowledgement', max, 12, start + HOUR_MS)).toBe(5);
  });

  test('are twenty a day for an address (A10)', async () => {
    const byHour: number[] = [];
    for (let hour = 0; hour < 6; hour += 1) byHour.push(await taken('acknowledgement', max, 5, start + hour * HOUR_MS));

    expect(byHour).toEqual([5, 5, 5, 5, 0, 0]);
    expect(await taken('acknowledgement', max, 5, start + 24 * HOUR_MS)).toBe(5);
  });

  test('are counted once for a mail that is brought again (A10)', async () => {
    const asked = { what: 'acknowledgement', who: max, claim: 'the-same' } as const;
    await takeFromLimit(env.DB, asked, start);
    expect(await taken('acknowledgement', max, 12, start)).toBe(4);

    expect(await takeFromLimit(env.DB, asked, start)).toBe(true);
  });

  test('over the limit are left out, and the ticket is made all the same (A10)', async () => {
    await taken('acknowledgement', max, 4, start);

    const [fifth, sixth] = [await brought(max), await brought(max)];

    expect([fifth.outcome, sixth.outcome]).toEqual(['filed', 'filed']);
    expect([await lettersOf(fifth), await lettersOf(sixth)]).toEqual([['acknowledgement'], []]);
  });

  test('stop for all after a hundred in ten minutes, agents read why, and go on later (A10)', async () => {
    const senders = Array.from({ length: 21 }, (_, sender) => `wave-${sender}@kunde.example`);
    const sent = await Promise.all(senders.map((sender) => taken('acknowledgement', sender, 5, Date.now())));

    expect(sent.reduce((sum, one) => sum + one)).toBe(100);
    expect((await agent.get('/desk/door')).page).toContain('More than 100 acknowledgements went out within ten minutes');
    expect(await taken('acknowledgement', max, 1, Date.now())).toBe(0);
    expect(await taken('acknowledgement', max, 1, Date.now() + 11 * MINUTE_MS)).toBe(1);
  });
});

describe('a flood of new tickets', () => {
  test('waits at the door from the twenty-first on, with one line to agents (A17)', async () => {
    await taken('ticket', max, 19, start);

    const rows = [await brought(max), await brought(max), await brought(max)];

    expect(rows.map((row) => [row.outcome, row.reason])).toEqual([['filed', null], ['door', 'flood'], ['door', 'flood']]);
    expect((await agent.get('/desk/door')).page).toContain(`${max} writes too many new tickets at once: 2 mails wait here.`);
  });

  test('takes no numbers, uses up no acknowledgements and makes nobody known (A17, SL01)', async () => {
    await taken('ticket', 'flood@kunde.example', 20, start);
    const before = await usedUp();

    const row = await brought('flood@kunde.example');

    expect(row).toMatchObject({ outcome: 'door', reason: 'flood', number: null });
    expect(await usedUp()).toEqual(before);
  });

  test('opens no more than twenty of mails that come together, and is over after an hour (A17)', async () => {
    expect(await taken('ticket', max, 30, start)).toBe(20);
    expect(await taken('ticket', max, 30, start + HOUR_MS)).toBe(20);
  });

  test('leaves the sender their own tickets, and other senders theirs (A17)', async () => {
    const own = await brought(max);
    await taken('ticket', max, 30, start);

    expect(await brought(max, { subject: `[dtnet.de #${own.number}] Noch etwas` })).toMatchObject({ outcome: 'filed', number: own.number });
    expect(await brought('calm@kunde.example')).toMatchObject({ outcome: 'filed' });
  });

  test('in a forged name takes nothing from the one who bears it (A17)', async () => {
    for (let mail = 0; mail < 3; mail += 1) await brought(max, { dmarc: 'none' });

    expect(await taken('ticket', max, 30, start)).toBe(20);
  });
});

let claims = 0;

/** How many of so many mails, all at once, are let through. */
async function taken(what: Limited, who: string, mails: number, at: number): Promise<number> {
  const asked = Array.from({ length: mails }, () => takeFromLimit(env.DB, { what, who, claim: `mail-${++claims}` }, at));
  return (await Promise.all(asked)).filter(Boolean).length;
}

async function usedUp(): Promise<unknown> {
  return env.DB.prepare("select (select count(*) from numbers) as numbers, (select count(*) from tallies where what = 'acknowledgement') as acknowledgements, (select count(*) from people) as people").first();
}

function brought(from: string, { subject = 'Frage', dmarc = 'pass' }: { subject?: string; dmarc?: 'pass' | 'none' } = {}): Promise<IntakeRow> {
  return bring(stamped(plainMail({ from, subject }), { dmarc }), { at: start, authentication: 'cloudflare', limited: true });
}

async function lettersOf({ number }: IntakeRow): Promise<string[]> {
  return (await ticketPage(number ?? 0)).entries.flatMap((entry) => entry.letters.map((letter) => letter.kind));
}
