import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { addQueue } from '../../src/directory/change-queues.ts';
import { setQueues, setToldOfNew } from '../../src/directory/people.ts';
import { settings } from '../../src/settings-of-worker.ts';
import { address, calendar } from '../support/builders.ts';
import { bring, bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { personWith, signedIn, type Visitor } from './portal-visitor.ts';

const sales = 2;

let admin: Visitor;
let agent: Visitor;
let seller: Visitor;
let broken: number;
let offer: number;

beforeAll(async () => {
  const names = { name: 'Vertrieb', address: address('vertrieb@dtnet.de'), tag: 'vertrieb', aliases: [], formerTags: [] };
  await addQueue(env.DB, settings, { ...names, dueDays: 3, closedReply: 'refuse', reopenDays: 14, priority: 5, finalPriority: 50, signatureDe: '', signatureEn: '', zone: 'Europe/Berlin', region: 'none', hours: calendar.hours });
  admin = await signedIn('admin@dtnet.de', 'admin');
  agent = await signedIn('anna@dtnet.de', 'agent');
  seller = await signedIn('sven@dtnet.de', 'agent');
  await setQueues(env.DB, seller.person.id, [sales]);
  broken = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Drucker kaputt' }));
  offer = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Angebot bitte', to: 'vertrieb@dtnet.de' }), { to: 'vertrieb@dtnet.de' });
});

async function lettersTo(number: number, who: string): Promise<string[]> {
  await env.TICKETS.getByName(String(number)).drain();
  const { entries } = await ticketPage(number);
  return entries.flatMap((entry) => entry.letters).filter((letter) => letter.to.address === who).map((letter) => `${letter.kind} ${letter.reason ?? letter.state}`);
}

describe('an agent of some queues', () => {
  test.each(['/desk?view=open', '/desk?view=nobody', '/desk?q=status:new', '/desk/intake'])('finds at %s what is of their queues alone (SW13)', async (list) => {
    const { page } = await seller.get(list);

    expect(page).toContain('Angebot bitte');
    expect(page).not.toContain('Drucker kaputt');
    expect((await agent.get(list)).page).toContain('Drucker kaputt');
  });

  test('searches the tickets of their queues, and is led to no other by its number (SW13)', async () => {
    const found = await seller.get('/desk?q=bitte');

    expect(found.page).toContain('Angebot');
    expect((await seller.get('/desk?q=kaputt')).page).not.toContain(`/tickets/${broken}"`);
    expect((await seller.get(`/desk?q=${broken}`)).status).toBe(200);
    expect((await seller.get(`/desk?q=${offer}`)).to).toBe(`/tickets/${offer}`);
  });

  test('finds no ticket of another queue among those they are on, though they were on it as an agent (SW13)', async () => {
    const number = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Wandert weiter', to: 'vertrieb@dtnet.de' }), { to: 'vertrieb@dtnet.de' });
    await seller.post(`/tickets/${number}/owner`, { owner: 'sven@dtnet.de' });
    expect((await seller.get('/tickets')).page).toContain('Wandert weiter');

    const answer = await seller.post(`/tickets/${number}/queue`, { queue: '1' });

    expect(answer).toMatchObject({ status: 303, to: '/desk' });
    expect((await seller.get('/tickets')).page).not.toContain('Wandert weiter');
    expect((await seller.get(`/tickets/${number}`)).status).toBe(404);
    expect((await ticketPage(number)).owner).toBe(null);
  });

  test('gets no letter about a ticket that left their queues, and the ticket says why (P11)', async () => {
    const number = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Geht an Support', to: 'vertrieb@dtnet.de' }), { to: 'vertrieb@dtnet.de' });
    await seller.post(`/tickets/${number}/comments`, { text: 'Von mir.' });
    await agent.post(`/tickets/${number}/queue`, { queue: '1' });

    await agent.post(`/tickets/${number}/comments`, { text: 'Nur für Support.' });

    expect(await lettersTo(number, 'sven@dtnet.de')).toEqual(['comment notOfQueue']);
  });

  test('is told of new tickets of their queues alone (P01)', async () => {
    await setToldOfNew(env.DB, seller.person.id, true);
    const theirs = await bringToTicket(plainMail({ from: 'eva@kunde.example', subject: 'Preis', to: 'vertrieb@dtnet.de' }), { to: 'vertrieb@dtnet.de' });
    const other = await bringToTicket(plainMail({ from: 'eva@kunde.example', subject: 'Maus' }));

    expect(await lettersTo(theirs, 'sven@dtnet.de')).toEqual(['new-ticket sent']);
    expect(await lettersTo(other, 'sven@dtnet.de')).toEqual([]);
  });

  test('decides at the door about mails of their queues alone (A20)', async () => {
    const [mine, other] = [await bring(plainMail({ from: '', subject: 'Wer bin ich', to: 'vertrieb@dtnet.de' }), { to: 'vertrieb@dtnet.de' }), await bring(plainMail({ from: '', subject: 'Wer ist das' }))];

    const { page } = await seller.get('/desk/door');

    expect([mine.outcome, other.outcome]).toEqual(['door', 'door']);
    expect([page.includes(mine.key), page.includes(other.key)]).toEqual([true, false]);
    for (const below of ['', '/source', '/html', '/files/0/a.txt']) expect((await seller.get(`/desk/door/${other.key}${below}`)).status).toBe(404);
    expect((await seller.post(`/desk/door/${other.key}`, { decision: 'refuse' })).status).toBe(404);
    expect((await seller.post(`/desk/door/${mine.key}`, { decision: 'refuse' })).status).toBe(303);
  });

  test('decides about a mail that names a ticket where that ticket is, not where the mail was sent (A20)', async () => {
    const mail = plainMail({ from: 'anna@dtnet.de', subject: `[vertrieb #${offer}]`, text: 'Ohne Schlüssel.' });
    const row = await bring(mail);

    expect(row).toMatchObject({ outcome: 'door', number: offer, queue: 1 });
    expect((await seller.get('/desk/door')).page).toContain(row.key);
  });

  test('reads no raw mail of a ticket that they are only in Cc of, on any page (SJ07)', async () => {
    await agent.post(`/tickets/${broken}/watchers`, { address: 'sven@dtnet.de', role: 'cc' });

    const seen = await seller.get(`/tickets/${broken}/articles/1?view=source`);

    expect((await seller.get(`/tickets/${broken}`)).status).toBe(200);
    expect(seen.status).toBe(404);
    expect((await seller.get(`/tickets/${broken}/articles/1/source`)).status).toBe(404);
    expect((await seller.post(`/tickets/${broken}/comments`, { text: 'x' })).status).toBe(403);
  });

  test('stands in no list of owners of other queues (SW13)', async () => {
    expect((await agent.get(`/tickets/${broken}`)).page).not.toContain('<option value="sven@dtnet.de"');
    expect((await agent.get(`/tickets/${offer}`)).page).toContain('<option value="sven@dtnet.de"');
    expect((await agent.post(`/tickets/${broken}/owner`, { owner: 'sven@dtnet.de' })).page).toContain('does not work in the ticket’s queue');
  });
});

describe('an admin', () => {
  test('says in which queues an agent works, which counts with their next page (SW13)', async () => {
    const bert = await signedIn('bert@dtnet.de', 'agent');
    expect((await bert.get(`/tickets/${broken}`)).status).toBe(200);

    const answer = await admin.post(`/admin/people/${bert.person.id}/queues`, { which: 'some', queue: String(sales) });

    expect(answer).toMatchObject({ status: 303, to: `/admin/people/${bert.person.id}?saved=yes` });
    expect((await personWith('bert@dtnet.de')).queues).toEqual([sales]);
    expect((await bert.get(`/tickets/${broken}`)).status).toBe(404);
    await admin.post(`/admin/people/${bert.person.id}/queues`, { which: 'all' });
    expect((await bert.get(`/tickets/${broken}`)).status).toBe(200);
  });

  test('sees which tickets an agent leaves behind where they work no more, and none that they still work on (SW13)', async () => {
    const carl = await signedIn('carl@dtnet.de', 'agent');
    await carl.post(`/tickets/${broken}/owner`, { owner: 'carl@dtnet.de' });
    const path = `/admin/people/${carl.person.id}`;
    expect((await admin.get(path)).page).not.toContain('without anybody at work');

    await admin.post(`${path}/queues`, { which: 'some', queue: String(sales) });

    const { page } = await admin.get(path);
    expect(page).toContain('1 open ticket without anybody at work');
    expect(page).toContain(`href="/tickets/${broken}"`);
    expect((await admin.get(`/desk?q=${encodeURIComponent('owner:carl@dtnet.de is:open')}`)).page).toContain(`/tickets/${broken}`);
  });

  test('has to choose at least one queue, and is told so (W08)', async () => {
    const answer = await admin.post(`/admin/people/${seller.person.id}/queues`, { which: 'some' });

    expect(answer.status).toBe(422);
    expect(answer.page).toContain('id="queues-error"');
    expect((await personWith('sven@dtnet.de')).queues).toEqual([sales]);
  });

  test('is never limited, even with queues from a time as an agent (SW13)', async () => {
    await setQueues(env.DB, admin.person.id, [sales]);

    expect((await admin.get(`/tickets/${broken}`)).status).toBe(200);
    expect((await admin.get('/desk?view=open')).page).toContain('Drucker kaputt');
    await setQueues(env.DB, admin.person.id, null);
  });
});
