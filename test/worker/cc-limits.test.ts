/** Who joins by standing in Cc, how many a day, and how that is undone (SJ20-SJ26). */

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { env } from 'cloudflare:workers';
import { address } from '../support/builders.ts';
import { anna, bring, plainMail, stamped, ticketPage, type Brought } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';
import { act, aTicket, boss, keyOf, max } from './vector-scene.ts';

let agent: Visitor;
beforeAll(async () => {
  agent = await signedIn(anna.address, 'agent');
});

describe('in one day', () => {
  const at = Date.now();
  beforeEach(() => env.DB.exec('delete from tallies'));

  test('a sender brings along thirty people, and agents see who was left out (SJ20)', async () => {
    const tickets = [];
    for (let mail = 0; mail < 4; mail += 1) tickets.push(await opened({ from: 'viel@kunde.example', cc: people(mail, 9), at }));

    const joined = await Promise.all(tickets.map(inCc));
    expect(joined.map((cc) => cc.length)).toEqual([9, 9, 9, 3]);
    expect((await agent.get(`/tickets/${tickets[3]}`)).page).toContain('Not added');
    expect(await inCc(await opened({ from: 'viel@kunde.example', cc: people(9, 2), at: at + 86_400_000 }))).toHaveLength(2);
  });

  test('many mails at once bring no more (SJ20)', async () => {
    const mails = Array.from({ length: 5 }, (_, mail) => opened({ from: 'eilig@kunde.example', cc: people(20 + mail, 9), at }));

    const joined = await Promise.all((await Promise.all(mails)).map(inCc));
    expect(joined.flat()).toHaveLength(30);
  });

  test('one person is brought onto five tickets, by whomever (SJ20)', async () => {
    const tickets = [];
    for (let mail = 0; mail < 6; mail += 1) tickets.push(await opened({ from: `s${mail}@kunde.example`, cc: ['ziel@anderswo.example'], at }));

    expect((await Promise.all(tickets.map(inCc))).map((cc) => cc.length)).toEqual([1, 1, 1, 1, 1, 0]);
  });

  test('a forged sender uses up nothing of the real one’s room, and a mail that is not admitted nothing at all (SJ20)', async () => {
    const number = await aTicket();
    await env.DB.exec('delete from tallies');
    for (let mail = 0; mail < 4; mail += 1) await wrote({ from: max, cc: people(40 + mail, 9), dmarc: 'none', on: number, at });

    expect((await env.DB.prepare("select count(*) as rows from tallies where what in ('invitation', 'invited') and who like '%max%'").first())?.['rows']).toBe(0);
    await wrote({ from: max, cc: people(50, 3), dmarc: 'pass', on: number, at });
    expect(await inCc(number)).toEqual([boss, ...people(50, 3)]);
  });

  test('the same mail brought twice counts once (SJ20)', async () => {
    const mail = stamped(plainMail({ from: 'zwei@kunde.example', subject: 'Neu', headers: [`Cc: ${people(60, 3).join(', ')}`] }));
    for (const _ of [1, 2]) await bring(mail, { authentication: 'cloudflare', at, limited: true });

    expect((await env.DB.prepare("select count(*) as rows from tallies where what = 'invitation' and who = 'zwei@kunde.example'").first())?.['rows']).toBe(3);
  });
});

describe('a join by Cc', () => {
  let number: number;
  beforeEach(async () => {
    number = await aTicket();
    await wrote({ from: max, cc: ['neu@kunde.example'], dmarc: 'pass', on: number });
  });

  test('is undone by an agent in one click from the history: the key is dead, nothing more is seen (SJ25, SJ26)', async () => {
    const key = await keyOf('neu@kunde.example', number);
    expect((await agent.get(`/tickets/${number}`)).page).toMatch(/value="neu@kunde\.example"\/><input type="hidden" name="role" value="cc"\/><button[^>]*>Undo/);

    await agent.post(`/tickets/${number}/watchers/remove`, { address: 'neu@kunde.example', role: 'cc' });

    expect(await inCc(number)).toEqual([boss]);
    expect((await bring(stamped(plainMail({ from: 'neu@kunde.example', to: key, subject: 'Re' }), { dmarc: 'none', to: key }), { to: key, authentication: 'cloudflare' })).number).not.toBe(number);
    expect((await (await signedIn('neu@kunde.example')).get(`/tickets/${number}`)).status).toBe(404);
  });

  test('is undone by the requester who brought them, and by nobody else in Cc (SJ25)', async () => {
    const [requester, other] = [await signedIn(max), await signedIn(boss)];

    expect((await other.post(`/tickets/${number}/watchers/remove`, { address: 'neu@kunde.example', role: 'cc' })).status).toBe(403);
    expect(await inCc(number)).toEqual([boss, 'neu@kunde.example']);
    expect((await requester.get(`/tickets/${number}`)).page).toContain('Rückgängig');
    expect((await requester.post(`/tickets/${number}/watchers/remove`, { address: 'neu@kunde.example', role: 'cc' })).to).toBe(`/tickets/${number}`);
    expect(await inCc(number)).toEqual([boss]);
  });

  test('by an agent is not the requester’s to undo (SJ25)', async () => {
    await agent.post(`/tickets/${number}/watchers`, { address: 'vendor@firm.example', role: 'cc' });

    expect((await (await signedIn(max)).post(`/tickets/${number}/watchers/remove`, { address: 'vendor@firm.example', role: 'cc' })).status).toBe(403);
    expect(await inCc(number)).toContain('vendor@firm.example');
  });

  test('shows what is said from then on, and all of it once an agent shares the history (SJ21)', async () => {
    const newcomer = await signedIn('neu@kunde.example');
    await act(number, { kind: 'comment', text: 'KANARIENVOGEL', attachments: [], channel: 'portal' });
    expect((await newcomer.get(`/tickets/${number}`)).page).not.toContain('Ist er an?');
    expect((await newcomer.post(`/tickets/${number}/watchers/share-history`, { address: 'neu@kunde.example' })).status).toBe(403);

    await agent.post(`/tickets/${number}/watchers/share-history`, { address: 'neu@kunde.example' });

    const { page } = await newcomer.get(`/tickets/${number}`);
    expect(page).toContain('Ist er an?');
    expect(page).not.toContain('KANARIENVOGEL');
    expect((await agent.get(`/tickets/${number}`)).page).toContain('read the history from its beginning');
  });
});

type Written = { from: string; cc: string[]; at?: number };

async function opened({ from, cc, at = Date.now() }: Written): Promise<number> {
  return (await delivered(plainMail({ from, subject: 'Neu', headers: [`Cc: ${cc.join(', ')}`] }), 'pass', { at })).number ?? 0;
}

async function wrote({ from, cc, at = Date.now(), dmarc, on }: Written & { dmarc: 'pass' | 'none'; on: number }): Promise<void> {
  await delivered(plainMail({ from, subject: `[dtnet.de #${on}]`, headers: [`Cc: ${cc.join(', ')}`] }), dmarc, { at });
}

function delivered(mail: string, dmarc: 'pass' | 'none', brought: Brought) {
  return bring(stamped(mail, { dmarc }), { ...brought, authentication: 'cloudflare', limited: true });
}

function people(block: number, count: number): string[] {
  return Array.from({ length: count }, (_, n) => address(`p${block}-${n}@kunde.example`));
}

async function inCc(number: number): Promise<string[]> {
  return (await ticketPage(number)).people.filter((person) => person.role === 'cc').map((person) => person.address);
}
