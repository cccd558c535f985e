import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { findPeople } from '../../src/directory/people.ts';
import { noteForDigest } from '../../src/directory/digest-notes.ts';
import { beginErasing, beginMoving, listReaddressings } from '../../src/directory/readdressings.ts';
import { readdressEverywhere, SETTLING_MS } from '../../src/readdressing/everywhere.ts';
import type { TicketObject } from '../../src/ticket/ticket-object.ts';
import { address } from '../support/builders.ts';
import { everythingKept } from './everything-kept.ts';
import { articlesOf, bring, bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { personWith, signedIn, type Visitor } from './portal-visitor.ts';

const HIM = 'max.muster@kunde.example';
const settled = () => Date.now() + SETTLING_MS;
let admin: Visitor;
let anna: Visitor;

beforeAll(async () => {
  [admin, anna] = [await signedIn('admin@dtnet.de', 'admin'), await signedIn('anna@dtnet.de', 'agent')];
});

async function mailed(subject: string, more: { from?: string; headers?: string[] } = {}): Promise<number> {
  return bringToTicket(plainMail({ from: `Maximilian Muster <${HIM}>`, subject, ...more }));
}

describe('somebody who is erased', () => {
  let own: number;
  let inCopy: number;
  let left: number;
  let merged: number;
  let max: Visitor;
  let id: number;

  beforeAll(async () => {
    own = await mailed('Drucker klemmt', { headers: ['Cc: boss@kunde.example'] });
    inCopy = await mailed('Kopie', { from: 'boss@kunde.example', headers: [`Cc: Maximilian Muster <${HIM}>`] });
    left = await mailed('Verlassen', { from: 'boss@kunde.example', headers: [`Cc: Maximilian Muster <${HIM}>`] });
    merged = await mailed('Noch einer');
    max = await signedIn(HIM);
    ({ id } = max.person);
    await anna.post(`/tickets/${own}/replies`, { text: 'Bitte Papier prüfen.' });
    await max.post(`/tickets/${own}/replies`, { text: 'Ist geprüft.' });
    await max.post(`/tickets/${left}/watchers/remove`, { address: HIM, role: 'cc' });
    await anna.post(`/tickets/${merged}/merge`, { into: String(own) });
    await bring(plainMail({ from: HIM, subject: `[dtnet.de #${inCopy}] nicht bewiesen` }), { authentication: 'cloudflare' });
  });

  test('is told first what goes, what stays and why, and has to say that they are sure (P11)', async () => {
    const { page } = await max.get('/profile/erase');

    for (const part of ['Was gelöscht wird', 'Was bleibt, und warum', `gelöschte Person #${id}`, 'Das lässt sich nicht rückgängig machen.']) expect(page).toContain(part);
    expect((await max.post('/profile/erase')).status).toBe(422);
    expect(await findPeople(env.DB, [address(HIM)])).toHaveLength(1);
  });

  test('proves again who they are if they signed in long ago (SW16)', async () => {
    await env.DB.prepare('update sessions set proven_at = 0 where person_id = ?').bind(id).run();

    expect((await max.post('/profile/erase', { sure: 'yes' })).to).toBe('/sign-in/again?next=%2Fprofile%2Ferase');
    await env.DB.prepare('update sessions set proven_at = ? where person_id = ?').bind(Date.now(), id).run();
  });

  test('is nowhere any more: on no ticket, in no list, in no ledger, in no store of mails (P11)', async () => {
    expect(await max.post('/profile/erase', { sure: 'yes' })).toMatchObject({ status: 303, to: '/erased' });

    expect((await max.get('/tickets')).to).toContain('/sign-in');
    expect((await everythingKept([own, inCopy, left, merged])).filter(([place, kept]) => !place.startsWith('raw/') && kept.includes(HIM)).map(([place]) => place)).toEqual(['D1 ever_on', 'D1 readdressings']);
    await readdressEverywhere(env, settled());
    for (const [place, kept] of await everythingKept([own, inCopy, left, merged])) {
      // Somebody else's mail that names them is that person's.
      const traces = place.startsWith('raw/') ? /^From: .*max\.muster/im : /max\.muster|maximilian/i;
      expect({ place, holds: traces.exec(kept)?.[0] ?? null }).toEqual({ place, holds: null });
    }
  });

  test('leaves what they wrote, by somebody who is erased, and the history that says so (P11)', async () => {
    const articles = await articlesOf(own);

    expect(articles.map(({ text, by }) => [text, by.address])).toContainEqual(['Ist geprüft.', `erased-${id}@erased.invalid`]);
    const { page } = await anna.get(`/tickets/${own}`);
    expect(page).toContain(`gelöschte Person #${id}`);
    expect(page).toContain('the person was erased');
    expect(page).not.toContain('watchers/try-again');
  });

  test('moves no ticket up in the lists (P11)', async () => {
    const { updatedAt, updatedBy } = await ticketPage(inCopy);

    expect(updatedBy?.address).toBe('boss@kunde.example');
    expect(updatedAt).toBeLessThan((await listReaddressings(env.DB))[0]?.startedAt ?? 0);
  });

  test('gets nothing any more, whatever happens on their tickets (P11)', async () => {
    await anna.post(`/tickets/${own}/replies`, { text: 'Noch etwas.' });
    await anna.post(`/tickets/${own}/status`, { status: 'closed' });

    await runInDurableObject(env.TICKETS.getByName(String(own)), (ticket: TicketObject) => ticket.drain());

    const letters = (await ticketPage(own)).entries.flatMap((entry) => entry.letters.filter(({ to }) => to.address === `erased-${id}@erased.invalid`));
    expect(letters.map(({ kind, state, reason }) => [kind, state, reason])).toEqual([['correspondence', 'failed', 'erased'], ['acknowledgement', 'failed', 'erased']]);
    expect((await ticketPage(own)).people).toContainEqual(expect.objectContaining({ address: `erased-${id}@erased.invalid`, bounced: 'erased' }));
  });

  test('who writes again is somebody new, who sees nothing of before (P11)', async () => {
    const row = await bring(plainMail({ from: HIM, subject: `[dtnet.de #${inCopy}] Hallo` }));
    const again = await signedIn(HIM);

    expect(row.number).not.toBe(inCopy);
    expect(again.person.id).not.toBe(id);
    expect((await again.get(`/tickets/${own}`)).status).toBe(404);
    await readdressEverywhere(env, Date.now());
    expect((await ticketPage(row.number ?? 0)).requester?.address).toBe(HIM);
  });

  test('is done in the admins’ list, with how many tickets were gone through (P11)', async () => {
    const { page } = await admin.get('/admin/people/changes');

    expect(page).toContain(`gelöschte Person #${id}`);
    expect(page).toContain('Done: ');
  });
});

describe('erasing', () => {
  test('goes on where it was broken off, and does nothing twice (P11)', async () => {
    const numbers: number[] = [];
    for (const part of ['eins', 'zwei', 'drei']) numbers.push(await bringToTicket(plainMail({ from: 'Nora Neu <nora@kunde.example>', subject: part })));
    const nora = await personWith('nora@kunde.example');
    await beginErasing(env.DB, nora, 'gelöschte Person', { by: admin.person.address, at: Date.now() });

    await readdressEverywhere(env, Date.now(), 1);
    expect((await listReaddressings(env.DB))[0]).toMatchObject({ doneAt: null, from: 'nora@kunde.example' });
    await Promise.all([readdressEverywhere(env, settled()), readdressEverywhere(env, settled())]);

    expect((await listReaddressings(env.DB))[0]).toMatchObject({ doneAt: expect.any(Number), from: null });
    for (const number of numbers) {
      const facts = (await ticketPage(number)).entries.flatMap((entry) => (entry.kind === 'fact' && entry.fact.kind === 'erased' ? [entry.fact] : []));
      expect(facts).toEqual([{ kind: 'erased', address: `erased-${nora.id}@erased.invalid` }]);
    }
  });

  test('of an agent leaves their open tickets to others, and is an admin’s to do (P11)', async () => {
    const carl = await signedIn('carl@dtnet.de', 'agent');
    const number = await bringToTicket(plainMail({ from: 'boss@kunde.example', subject: 'Für Carl' }));
    await carl.post(`/tickets/${number}/owner`, { owner: 'carl@dtnet.de' });
    await carl.post(`/tickets/${number}/comments`, { text: 'Mache ich.' });

    expect((await carl.post('/profile/erase', { sure: 'yes' })).status).toBe(422);
    expect((await admin.post(`/admin/people/${carl.person.id}/erase`, { sure: 'yes' })).to).toBe('/admin/people/changes');

    expect((await ticketPage(number)).owner).toBeNull();
    await readdressEverywhere(env, settled());
    for (const [place, kept] of await everythingKept([number])) expect({ place, holds: kept.includes('carl@dtnet.de') }).toEqual({ place, holds: false });
  });

  test('goes through tickets while there are more mails than one run forgets (P11)', async () => {
    const number = await bringToTicket(plainMail({ from: 'Viola Viel <viola@kunde.example>', subject: 'Eine von vielen' }));
    const viola = await personWith('viola@kunde.example');
    const copy = "insert into intake (key, received_at, size, envelope_from, envelope_to, attempts, outcome, sender) select ? || key, received_at, 1, '', '[]', 1, 'machine', sender from intake where sender = 'viola@kunde.example' and size > 1";
    await env.DB.batch(Array.from({ length: 120 }, (_, at) => env.DB.prepare(copy).bind(`${at} `)));
    await beginErasing(env.DB, viola, 'gelöschte Person', { by: admin.person.address, at: Date.now() });

    await readdressEverywhere(env, settled());
    expect((await ticketPage(number)).requester?.address).toBe(`erased-${viola.id}@erased.invalid`);
    expect((await listReaddressings(env.DB))[0]?.doneAt).toBeNull();

    await readdressEverywhere(env, settled());
    expect((await listReaddressings(env.DB))[0]?.doneAt).not.toBeNull();
  });

  test('finds a ticket that could not tell in time who stands on it (P11)', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await env.DB.exec("create trigger refused before insert on ever_on begin select raise(abort, 'no writes'); end");
    const number = await bringToTicket(plainMail({ from: 'Lea Lang <lea@kunde.example>', subject: 'Noch nicht in der Liste' }));
    await beginErasing(env.DB, await personWith('lea@kunde.example'), 'gelöschte Person', { by: admin.person.address, at: Date.now() });
    await readdressEverywhere(env, Date.now());
    await env.DB.exec('drop trigger refused');
    vi.restoreAllMocks();
    await runInDurableObject(env.TICKETS.getByName(String(number)), (ticket: TicketObject) => ticket.drain());

    await readdressEverywhere(env, settled());

    expect((await listReaddressings(env.DB))[0]).toMatchObject({ doneAt: expect.any(Number), from: null });
    expect((await everythingKept([number])).filter(([, kept]) => /lea@kunde|Lea Lang/.test(kept)).map(([place]) => place)).toEqual([]);
  });

  test('finds a mail that was not read yet when it began (P11)', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await bringToTicket(plainMail({ from: 'mia@kunde.example', subject: 'Gelesen' }));
    const raw = plainMail({ from: 'mia@kunde.example', subject: 'Stecken geblieben' });
    await env.DB.exec("create trigger refused before update on intake when new.outcome = 'filed' begin select raise(abort, 'no writes'); end");
    await expect(bring(raw)).rejects.toThrow();
    await env.DB.exec('drop trigger refused');
    vi.restoreAllMocks();
    await beginErasing(env.DB, await personWith('mia@kunde.example'), 'gelöschte Person', { by: admin.person.address, at: Date.now() });

    await readdressEverywhere(env, settled());
    expect((await listReaddressings(env.DB))[0]?.doneAt).toBeNull();
    const { number } = await bring(raw);
    await readdressEverywhere(env, settled());

    expect((await listReaddressings(env.DB))[0]?.doneAt).not.toBeNull();
    expect((await everythingKept([number ?? 0])).filter(([, kept]) => kept.includes('mia@kunde')).map(([place]) => place)).toEqual([]);
  });

  test('of somebody who has just got another address finds the one before, too, and what was noted meanwhile (P11)', async () => {
    const number = await bringToTicket(plainMail({ from: 'Ida <ida@alt.example>', subject: 'Umzug' }));
    const ida = await personWith('ida@alt.example');
    const neu = address('ida@neu.example');
    expect(await beginMoving(env.DB, ida, neu, { by: ida.address, at: Date.now() })).toBe(true);
    await beginErasing(env.DB, { id: ida.id, address: neu }, 'gelöschte Person', { by: admin.person.address, at: Date.now() });
    for (const [letter, by] of [ida.address, neu].entries()) await noteForDigest(env.DB, { to: neu, number, letter, kind: 'new-ticket', by: { address: by, name: 'Ida' }, at: Date.now() });
    await noteForDigest(env.DB, { to: anna.person.address, number, letter: 7, kind: 'new-ticket', by: { address: neu, name: 'Ida' }, at: Date.now() });

    await readdressEverywhere(env, settled());

    // What limits senders is forgotten within a day.
    const places = (await everythingKept([number])).filter(([place]) => place !== 'D1 tallies');
    expect(places.filter(([, kept]) => /ida@(?:alt|neu)/.test(kept)).map(([place]) => place)).toEqual([]);
  });

  test('of an admin leaves what they began in the list, by somebody who is erased (P11)', async () => {
    const dora = await signedIn('dora@dtnet.de', 'admin');
    await bringToTicket(plainMail({ from: 'otto@kunde.example', subject: 'Noch eine' }));
    await beginErasing(env.DB, await personWith('otto@kunde.example'), 'gelöschte Person', { by: dora.person.address, at: Date.now() });

    await beginErasing(env.DB, dora.person, 'gelöschte Person', { by: admin.person.address, at: Date.now() });

    expect((await listReaddressings(env.DB)).map(({ startedBy }) => startedBy)).toContain(`erased-${dora.person.id}@erased.invalid`);
    expect((await listReaddressings(env.DB)).map(({ startedBy }) => startedBy)).not.toContain('dora@dtnet.de');
  });

  test('is noted in the log, without the address (SW18)', async () => {
    const { page } = await admin.get('/admin/audit?action=erased');

    expect(page).toContain('@erased.invalid');
    expect(page).not.toContain(HIM);
  });
});
