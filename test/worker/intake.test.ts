/** The ledger's pages: every mail can be found, and the sums of the days add up. */

import { env } from 'cloudflare:workers';
import { drizzle } from 'drizzle-orm/d1';
import { beforeAll, describe, expect, test } from 'vitest';
import { readDayTotals, selectDayCounts } from '../../src/directory/find-mails.ts';
import { intakeTotals } from '../../src/directory/intake.ts';
import { setQueues } from '../../src/directory/people.ts';
import { daysBefore } from '../../src/rules/intake-search.ts';
import { address, everywhere } from '../support/builders.ts';
import { anna, bring, plainMail } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';

const subject = 'Überlauf im Keller';
const noon = Date.parse('2026-11-20T12:00:00Z');
const viewer = { address: address(anna.address), role: 'agent', reach: everywhere } as const;

let agent: Visitor;
beforeAll(async () => {
  agent = await signedIn(anna.address, 'agent');
  await bring(plainMail({ from: '"Erika Wasser" <erika@pumpen.example>', subject, headers: ['X-Kind: 1'] }).replace(/<plain-\d+@kunde\.example>/, '<flut.17@pumpen.example>'), { at: noon });
  await bring(plainMail({ from: 'hans@ofen.example', subject: '100% Hitze' }), { at: noon + 1000 });
  await bring(plainMail({ from: 'daemon@ofen.example', subject: 'Abwesend', headers: ['Auto-Submitted: auto-replied'] }), { at: noon - 3 * 86_400_000 });
});

describe('a mail is found in the ledger', () => {
  test.each(['erika@pumpen.example', 'ERIKA@pumpen.example', '@pumpen.example', 'erika wasser', 'überlauf keller', 'ÜBERLAUF', '<flut.17@pumpen.example>', 'flut.17@pumpen.example', 'flut.17'])('by %s, and no other (SR2)', async (typed) => {
    const { page } = await agent.get(`/desk/intake?mail=${encodeURIComponent(typed)}`);

    expect(page).toContain(subject);
    expect(page).not.toContain('100% Hitze');
  });

  test('by signs that mean something to the database, as they stand (SR2)', async () => {
    expect((await agent.get(`/desk/intake?mail=${encodeURIComponent('100%')}`)).page).toContain('100% Hitze');
    expect((await agent.get(`/desk/intake?mail=${encodeURIComponent('%')}`)).page).not.toContain(subject);
    expect((await agent.get(`/desk/intake?mail=${encodeURIComponent('Hi_ze')}`)).page).toContain('No mail here has that');
  });

  test('by its day, together with what became of it (SR2)', async () => {
    const day = (await agent.get('/desk/intake?day=2026-11-17')).page;

    expect(day).toContain('Abwesend');
    expect(day).not.toContain(subject);
    expect((await agent.get('/desk/intake?day=2026-11-17&outcome=filed')).page).toContain('No mail here has that');
  });

  test('by agents of its queue alone (W05)', async () => {
    const elsewhere = await signedIn('elsewhere@dtnet.de', 'agent');
    await setQueues(env.DB, elsewhere.person.id, [99]);

    expect((await elsewhere.get('/desk/intake?mail=flut.17')).page).not.toContain(subject);
    expect((await elsewhere.get('/desk/intake/days')).page).not.toContain('on a ticket');
  });
});

test('a mail that is not finished yet is found as well, by what it says and, unread, by its envelope, and counts in the sums (SR2)', async () => {
  await env.DB.exec("create trigger unfinished before update on intake when new.outcome = 'filed' begin select raise(abort, 'no writes'); end");
  await expect(bring(plainMail({ from: 'steckt@ofen.example', subject: 'Steckt fest' }), { at: noon })).rejects.toThrow();
  await env.DB.exec('drop trigger unfinished');
  await env.DB.exec(`insert into intake (key, received_at, size, envelope_from, envelope_to) values ('unread', ${noon}, 1, 'Ungelesen@ofen.example', '[]')`);

  for (const typed of ['steckt@ofen.example', 'Steckt fest']) expect((await agent.get(`/desk/intake?mail=${encodeURIComponent(typed)}`)).page).toContain('Steckt fest');
  expect((await agent.get('/desk/intake?mail=ungelesen@ofen.example')).page).toContain('Ungelesen@ofen.example');
  expect(words((await agent.get('/desk/intake/days')).page)).toContain('Fri 20 November 2026 4 arrived = 2 on a ticket + 2 in progress');
  await env.DB.exec("delete from intake where outcome = 'received'");
});

test('every mail leads to its raw source, wherever it ended, unless that is missing (M12)', async () => {
  const sources = [...(await agent.get('/desk/intake')).page.matchAll(/href="([^"]+\/source)"/g)].flatMap((link) => link[1] ?? []);

  expect(sources).toHaveLength(3);
  for (const source of sources) expect((await agent.get(source)).page).toContain('Message-ID: <');
  await env.DB.exec("update intake set missing_at = 1 where subject = '100% Hitze'");
  expect((await agent.get('/desk/intake')).page).toContain('its raw source is missing');
  await env.DB.exec('update intake set missing_at = null');
});

describe('the sums by day', () => {
  test('say what became of the mails of each day, and lead to them (SR2)', async () => {
    const { page } = await agent.get('/desk/intake/days');

    expect(words(page)).toContain('Fri 20 November 2026 2 arrived = 2 on a ticket');
    expect(page).toContain('href="/desk/intake?outcome=machine&amp;day=2026-11-17"');
  });

  test('add up to all mails that ever arrived (SR2)', async () => {
    await bring(plainMail({ from: 'heute@ofen.example', subject: 'Heute' }));

    const spans = daysBefore(Date.now(), 'Europe/Berlin', { page: 1, count: 400 });
    const days = readDayTotals(spans, await selectDayCounts(drizzle(env.DB), spans, viewer));

    const all = await intakeTotals(env.DB);
    for (const outcome of ['filed', 'door', 'machine', 'loop', 'refused', 'received', 'total'] as const) expect(days.reduce((sum, day) => sum + day[outcome], 0)).toBe(all[outcome]);
    expect(all.total).toBe(4);
  });
});

function words(page: string): string {
  return page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}
