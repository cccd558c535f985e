import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { OwnPage } from '../../src/rules/page.ts';
import { anna, articlesOf, bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';

const max = 'max@kunde.example';
let agent: Visitor;
let customer: Visitor;
beforeAll(async () => {
  agent = await signedIn(anna.address, 'agent');
  customer = await signedIn(max);
});

const opened = (subject: string, from = max) => bringToTicket(plainMail({ from, subject, text: `Text zu ${subject}` }));
const facts = (page: OwnPage) => page.entries.flatMap((entry) => (entry.kind === 'fact' ? [entry.fact] : []));
const linksOf = async (number: number) => (await ticketPage(number)).links.map((link) => `${link.relation} ${link.number} ${link.subject}`);
const people = (page: OwnPage) => page.people.map((person) => `${person.address} ${person.role}`).toSorted();
const numberIn = (to: string | null) => Number(/^\/tickets\/(\d+)$/.exec(to ?? '')?.[1]);

describe('two tickets', () => {
  test('are linked on both sides, once, and unlinked again; both acts are in both histories (L11)', async () => {
    const [one, other] = [await opened('Server'), await opened('Netz')];

    expect(await agent.post(`/tickets/${one}/links`, { relation: 'blocks', number: `#${other}` })).toMatchObject({ status: 303, to: `/tickets/${one}` });
    const version = (await ticketPage(one)).version;
    await agent.post(`/tickets/${one}/links`, { relation: 'blocks', number: String(other) });

    expect([await linksOf(one), await linksOf(other)]).toEqual([[`blocks ${other} Netz`], [`blockedBy ${one} Server`]]);
    expect((await ticketPage(one)).version).toBe(version);
    expect((await agent.get(`/tickets/${one}`)).page).toContain('blocks');

    await agent.post(`/tickets/${one}/links/remove`, { relation: 'blocks', number: String(other) });
    expect([await linksOf(one), await linksOf(other)]).toEqual([[], []]);
    expect(facts(await ticketPage(other))).toContainEqual({ kind: 'unlinked', relation: 'blockedBy', number: one });
  });

  test('are linked with what a merged one is part of', async () => {
    const [one, merged, survivor] = [await opened('Eins'), await opened('Zwei'), await opened('Drei')];
    await agent.post(`/tickets/${merged}/merge`, { into: String(survivor) });

    await agent.post(`/tickets/${one}/links`, { relation: 'relates', number: String(merged) });

    expect(await linksOf(one)).toEqual([`relates ${survivor} Drei`]);
  });

  test.each([
    ['itself', (one: number) => ({ relation: 'relates', number: String(one) })],
    ['a number that is none', () => ({ relation: 'relates', number: 'Netz' })],
    ['a ticket that is none', () => ({ relation: 'relates', number: '9999999' })],
    ['a relation that comes about by itself', () => ({ relation: 'splitInto', number: '1' })],
  ])('are not linked: with %s', async (_, fields) => {
    const one = await opened('Allein');

    expect((await agent.post(`/tickets/${one}/links`, fields(one))).status).toBe(422);
    expect(await linksOf(one)).toEqual([]);
  });

  test('are linked for agents only: customers neither link nor see it (W05)', async () => {
    const [one, other] = [await opened('Sichtbar'), await opened('Fremder Vorgang', 'karla@kunde.example')];
    expect((await customer.post(`/tickets/${one}/links`, { relation: 'relates', number: String(other) })).status).toBe(403);

    await agent.post(`/tickets/${one}/links`, { relation: 'relates', number: String(other) });

    expect((await customer.get(`/tickets/${one}`)).page).not.toMatch(/Fremder Vorgang|linked/);
    expect((await ticketPage(one, { address: max, role: 'requester' })).links).toEqual([]);
  });
});

describe('a text that is split off', () => {
  test('gets a ticket of its own with its files and its writer as requester, who is told its number; it stays here too', async () => {
    const number = await opened('Drucker');
    await bringToTicket(plainMail({ from: max, subject: `[dtnet.de #${number}] noch etwas`, text: 'Auch das Fax ist defekt.' }));
    const [, said] = await articlesOf(number);
    if (said === undefined) throw new Error('The second mail is not on the ticket');

    const answer = await agent.post(`/tickets/${number}/articles/${said.id}/split`, { subject: 'Noch etwas' });
    const fresh = numberIn(answer.to);

    expect(fresh).toBeGreaterThan(number);
    expect((await articlesOf(fresh)).map(({ text, by }) => ({ text, by: by.address }))).toEqual([{ text: said.text, by: said.by.address }]);
    expect((await articlesOf(number)).map((article) => article.id)).toEqual([1, 2]);
    expect(await linksOf(fresh)).toEqual([`splitFrom ${number} Drucker`]);
    expect(await linksOf(number)).toEqual([`splitInto ${fresh} Noch etwas`]);
    expect((await ticketPage(fresh)).entries.flatMap(({ letters }) => letters.map((letter) => `${letter.kind} ${letter.to.address}`))).toContain(`acknowledgement ${said.by.address}`);
    expect((await agent.post(`/tickets/${number}/articles/${said.id}/split`, { subject: 'Noch einmal' })).to).toBe(`/tickets/${fresh}`);
  });

  test('is no comment and no answer of an agent', async () => {
    const number = await opened('Nichts abzutrennen');
    await agent.post(`/tickets/${number}/comments`, { text: 'Intern' });
    await agent.post(`/tickets/${number}/replies`, { text: 'Guten Tag' });

    for (const id of [2, 3]) expect((await agent.post(`/tickets/${number}/articles/${id}/split`, { subject: 'x' })).status).toBe(422);
    expect((await agent.post(`/tickets/${number}/articles/1/split`, { subject: ' ' })).status).toBe(422);
    expect(await linksOf(number)).toEqual([]);
  });
});

describe('a text that is forwarded', () => {
  const supplier = 'service@lieferant.example';
  const sent = { to: supplier, subject: 'WG: Toner', text: 'Können Sie liefern?\n\nMax schrieb: Der Toner ist leer.', claim: 'one' };

  test('goes out on a ticket of its own that waits for the answer; requester and recipient learn nothing of each other (P08)', async () => {
    const number = await opened('Toner');
    const side = numberIn((await agent.post(`/tickets/${number}/articles/1/forward`, sent)).to);

    const page = await ticketPage(side);
    expect(people(page)).toEqual([`${anna.address} requester`, `${supplier} cc`]);
    expect(page.fields).toMatchObject({ status: 'waiting', owner: anna.address, subject: 'WG: Toner' });
    expect(page.entries.flatMap(({ letters }) => letters.map((letter) => `${letter.kind} ${letter.to.address}`))).toEqual([`correspondence ${supplier}`]);
    expect(people(await ticketPage(number))).not.toContain(`${supplier} cc`);
    expect((await customer.get(`/tickets/${side}`)).status).toBe(404);
    expect((await agent.post(`/tickets/${number}/articles/1/forward`, sent)).to).toBe(`/tickets/${side}`);
  });

  test('brings the answer back: to its ticket, which is open again, and as a line for agents to where it came from', async () => {
    const number = await opened('Ersatzteil');
    const side = numberIn((await agent.post(`/tickets/${number}/articles/1/forward`, { ...sent, claim: 'two' })).to);
    const key = await runInDurableObject(env.TICKETS.getByName(String(side)), (_, state) => [...state.storage.sql.exec<{ pid: number; secret: string }>('select pid, secret from people where address = ?', supplier)][0]);
    if (key === undefined) throw new Error('The supplier is not on the ticket');

    await bringToTicket(plainMail({ from: supplier, subject: 'AW: Toner', text: 'Übermorgen.' }), { to: `support+${side}-${key.pid}-${key.secret}@dtnet.de` });

    expect((await ticketPage(side)).fields.status).toBe('open');
    await vi.waitFor(async () => expect(facts(await ticketPage(number))).toContainEqual({ kind: 'answered', number: side, article: 2, who: supplier }), { timeout: 20_000 });
    expect((await customer.get(`/tickets/${number}`)).page).not.toMatch(/lieferant|forwarded/);
  });

  test.each([
    ['to nobody', { to: '' }],
    ['to what is no address', { to: 'Lieferant' }],
    ['to an address of our own', { to: 'support@dtnet.de' }],
    ['without a text', { text: ' ' }],
  ])('does not go out %s', async (_, fields) => {
    const number = await opened('Bleibt hier');

    expect((await agent.post(`/tickets/${number}/articles/1/forward`, { ...sent, claim: 'three', ...fields })).status).toBe(422);
    expect(await linksOf(number)).toEqual([]);
  });

  test('takes along only the files that were chosen', async () => {
    const mail = plainMail({ from: max, subject: 'Dateien' });
    const part = (name: string) => ['--b', `Content-Type: text/csv; name=${name}`, 'Content-Disposition: attachment', '', 'a;b'];
    const body = ['--b', 'Content-Type: text/plain', '', 'Anbei.', ...part('eins.csv'), ...part('zwei.csv'), '--b--', ''].join('\r\n');
    const number = await bringToTicket(mail.replace('text/plain; charset=utf-8', 'multipart/mixed; boundary=b').replace(/Text \d+\.\r\n$/, body));
    const [article] = await articlesOf(number);
    const [, second] = article?.attachments ?? [];
    if (second === undefined) throw new Error('The mail has no two files');

    const side = numberIn((await agent.post(`/tickets/${number}/articles/1/forward`, { ...sent, claim: 'four', file: second.id })).to);

    expect((await articlesOf(side)).map(({ attachments }) => attachments.map((file) => file.name))).toEqual([['zwei.csv']]);
  });
});

describe('a ticket that follows up another', () => {
  const form = { subject: 'Wieder kaputt', text: 'Es geht wieder los.' };

  test('is linked with it, for agents and for the customer who opens it', async () => {
    const before = await opened('Kaputt');
    await agent.post(`/tickets/${before}/status`, { status: 'closed' });
    expect((await customer.get(`/tickets/${before}`)).page).toContain(`/tickets/new?follows=${before}`);

    const after = numberIn((await customer.post('/tickets', { ...form, follows: String(before) })).to);

    expect(await linksOf(after)).toEqual([`follows ${before} Kaputt`]);
    expect(await linksOf(before)).toEqual([`followedBy ${after} Wieder kaputt`]);
  });

  test('follows nothing that its writer may not see (W05)', async () => {
    const foreign = await opened('Geheim', 'karla@kunde.example');

    const own = numberIn((await customer.post('/tickets', { ...form, follows: String(foreign) })).to);

    expect(await linksOf(own)).toEqual([]);
    expect((await customer.get(`/tickets/new?follows=${foreign}`)).page).not.toContain('Geheim');
  });

  test('that an agent writes for a customer has them as requester, who gets what was written', async () => {
    const before = await opened('Vorher');
    expect((await agent.get(`/tickets/new?follows=${before}`)).page).toContain(`value="${max}"`);

    const after = numberIn((await agent.post('/tickets', { ...form, follows: String(before), for: max })).to);

    const page = await ticketPage(after);
    expect(people(page)).toEqual([`${anna.address} agent`, `${max} requester`]);
    expect(page.entries.flatMap(({ letters }) => letters.map((letter) => `${letter.kind} ${letter.to.address}`))).toContain(`correspondence ${max}`);
    expect((await agent.post('/tickets', { ...form, for: 'support@dtnet.de' })).status).toBe(422);
    expect(people(await ticketPage(numberIn((await customer.post('/tickets', { ...form, for: 'karla@kunde.example' })).to)))).toEqual([`${max} requester`]);
  });
});

test('a move to another queue is undone in one click, and somebody in Cc made requester in one (P06, L11)', async () => {
  const admin = await signedIn('admin@dtnet.de', 'admin');
  const number = await bringToTicket(plainMail({ from: max, subject: 'Umzug', headers: ['Cc: boss@kunde.example'] }));
  await admin.post('/admin/queues', { name: 'Lager', tag: 'lager', address: 'lager@dtnet.de', due_days: '3', closed_reply: 'refuse', reopen_days: '14', priority: '5', final_priority: '50', hours_1_from: '08:00', hours_1_to: '17:00' });
  const [other] = (await env.DB.prepare("select id from queues where name = 'Lager'").all<{ id: number }>()).results;
  if (other === undefined) throw new Error('The queue was not made');
  const before = (await ticketPage(number)).fields.queue;

  await agent.post(`/tickets/${number}/queue`, { queue: String(other.id) });
  expect((await agent.get(`/tickets/${number}`)).page).toMatch(new RegExp(`undo-move.*name="queue" value="${before}"`));
  await agent.post(`/tickets/${number}/queue`, { queue: String(before) });
  expect((await ticketPage(number)).fields.queue).toBe(before);
  const { page } = await agent.get(`/tickets/${number}`);
  await agent.post(`/tickets/${number}/undo`, { at: /name="at" value="(\d+)"/.exec(page)?.[1] ?? '' });
  expect((await ticketPage(number)).fields.queue).toBe(other.id);
  await agent.post(`/tickets/${number}/queue`, { queue: String(before) });

  expect((await agent.get(`/tickets/${number}`)).page).toContain('Make requester');
  await agent.post(`/tickets/${number}/watchers/make-requester`, { address: 'boss@kunde.example', role: 'requester' });
  expect(people(await ticketPage(number))).toContain('boss@kunde.example requester');
});
