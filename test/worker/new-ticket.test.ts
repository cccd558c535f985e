import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { OwnPage } from '../../src/rules/page.ts';
import { ticketOf } from '../../src/ticket/tickets.ts';
import { anna, bring, bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { signedIn } from './portal-visitor.ts';

const max = 'max@kunde.example';
const boss = 'boss@kunde.example';
const eve = 'eve@evil.example';

beforeAll(async () => {
  await signedIn(anna.address, 'agent');
});

describe('a mail that opens a ticket', () => {
  test('brings those in Cc along, but none of our own addresses, no robot and nobody twice (S2, A08, P03, P04)', async () => {
    const cc = `Cc: Boss <${boss}>, BOSS@Kunde.example, ${max}, support@dtnet.de, support+7-1-aaaaaaaaaaaaaaaa@dtnet.de, no-reply@kunde.example`;

    const page = await ticketPage(await bringToTicket(plainMail({ from: `Max Muster <${max}>`, subject: 'Drucker', headers: [cc] })));

    expect(page.requester).toEqual({ address: max, name: 'Max Muster' });
    expect(page.people.map(({ address, name, role }) => [address, name, role])).toEqual([[max, 'Max Muster', 'requester'], [boss, 'Boss', 'cc']]);
  });

  test('is acknowledged to its sender alone, and told to agents who want it (P01, A09)', async () => {
    const bert = await signedIn('bert@dtnet.de', 'admin');
    await bert.post(`/admin/people/${bert.person.id}`, { role: 'admin', wants_new_tickets: 'yes' });

    const number = await bringToTicket(plainMail({ from: max, subject: 'Drucker', headers: [`Cc: ${boss}`] }));

    expect(letters(await ticketPage(number))).toEqual([['acknowledgement', max], ['new-ticket', 'bert@dtnet.de']]);
  });

  test('is not passed on to the Cc before an agent acts, and then all further is (A09, S2)', async () => {
    const number = await bringToTicket(plainMail({ from: max, subject: 'Kabel', headers: [`Cc: ${boss}`] }));
    await bring(plainMail({ from: max, subject: `[dtnet.de #${number}]` }));
    expect(letters(await ticketPage(number))).not.toContainEqual(['correspondence', boss]);

    await ticketOf(env, number).act({ kind: 'reply', text: 'Ist es fest?', attachments: [], channel: 'portal' }, anna, Date.now());
    expect(letters(await ticketPage(number))).toEqual(expect.arrayContaining([['correspondence', max], ['correspondence', boss]]));
  });

  test('by a stranger to the ticket it names tells agents so, and its sender nothing (A06)', async () => {
    const named = await bringToTicket(plainMail({ from: max, subject: 'Geheim' }));

    const own = await bringToTicket(plainMail({ from: eve, subject: `Re: [dtnet.de #${named}] Geheim` }));

    expect(facts(await ticketPage(own))).toContainEqual({ kind: 'mentions', number: named });
    expect(facts(await ticketPage(named))).toContainEqual({ kind: 'mentionedBy', number: own });
    expect(JSON.stringify(await ticketPage(own, { address: eve, role: 'requester' }))).not.toContain(String(named));
    expect(JSON.stringify(await ticketPage(named, { address: max, role: 'requester' }))).not.toContain(String(own));
  });
});

describe('machine mail', () => {
  test('opens no ticket (A11)', async () => {
    const row = await bring(plainMail({ from: 'robot@shop.example', subject: 'Ihre Bestellung', headers: ['Auto-Submitted: auto-generated'] }));

    expect(row).toMatchObject({ outcome: 'machine', number: null });
  });

  test('on a waiting ticket is noted, opens it not, and is told to nobody (A11, L05)', async () => {
    const number = await bringToTicket(plainMail({ from: max, subject: 'Wartet' }));
    await ticketOf(env, number).act({ kind: 'changeStatus', to: 'waiting' }, anna, Date.now());

    await bring(plainMail({ from: max, subject: `Abwesend: [dtnet.de #${number}]`, text: 'Bin im Urlaub.', headers: ['Auto-Submitted: auto-replied'] }));
    const noted = await ticketPage(number);
    expect(noted.entries[0]).toMatchObject({ article: { automatic: 'out-of-office' }, letters: [] });
    expect(noted.fields.status).toBe('waiting');

    await bring(plainMail({ from: max, subject: `[dtnet.de #${number}]`, text: 'Bin zurück.' }));
    expect((await ticketPage(number)).fields.status).toBe('open');
  });

  test('that is a letter of our own coming back is in the ledger and nowhere else (A15)', async () => {
    const number = await bringToTicket(plainMail({ from: max, subject: 'Schleife' }));
    const before = (await ticketPage(number)).version;

    const row = await bring(plainMail({ from: 'support@dtnet.de', subject: `[dtnet.de #${number}] Schleife` }));

    expect(row).toMatchObject({ outcome: 'loop', number: null });
    expect((await ticketPage(number)).version).toBe(before);
  });
});

test('who may answer a closed ticket is not told by the door: a stranger’s mail becomes a ticket as ever (A06, L06)', async () => {
  const closed = await bringToTicket(plainMail({ from: max, subject: 'Erledigt' }));
  await ticketOf(env, closed).act({ kind: 'changeStatus', to: 'closed' }, anna, Date.now());

  const [ofMax, ofEve] = [await bring(plainMail({ from: max, subject: `[dtnet.de #${closed}]` })), await bring(plainMail({ from: eve, subject: `[dtnet.de #${closed}]` }))];

  expect(ofMax).toMatchObject({ outcome: 'refused', reason: 'closed', number: closed });
  expect(ofEve).toMatchObject({ outcome: 'filed' });
  expect(letters(await ticketPage(closed))).toContainEqual(['refused', max]);
  expect(letters(await ticketPage(ofEve.number ?? 0)).filter(([, to]) => to === eve)).toEqual([['acknowledgement', eve]]);
});

function letters(page: OwnPage): [string, string][] {
  return page.entries.toReversed().flatMap((entry) => entry.letters.map((letter): [string, string] => [letter.kind, letter.to.address]));
}

function facts(page: OwnPage) {
  return page.entries.flatMap((entry) => (entry.kind === 'fact' ? [entry.fact] : []));
}
