import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { listOrganisations } from '../../src/directory/organisations.ts';
import { bring, bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';

let admin: Visitor;
let agent: Visitor;
let chief: Visitor;
let broken: number;
let strange: number;

beforeAll(async () => {
  [admin, agent, chief] = [await signedIn('admin@dtnet.de', 'admin'), await signedIn('anna@dtnet.de', 'agent'), await signedIn('chefin@kunde.example')];
  broken = await bringToTicket(plainMail({ from: 'Max Muster <max@kunde.example>', subject: 'Drucker kaputt', text: 'Gerät im Flur.' }));
  strange = await bringToTicket(plainMail({ from: 'eva@andere.example', subject: 'Ganz woanders' }));
  await agent.post(`/tickets/${broken}/comments`, { text: 'KANARIE intern.' });
});

async function named(): Promise<string> {
  const [organisation] = await listOrganisations(env.DB);
  return `/admin/organisations/${organisation?.id}`;
}

describe('an organisation', () => {
  test('is set up by an admin, and its people see its tickets from their next page on (SW13)', async () => {
    expect((await chief.get(`/tickets/${broken}`)).status).toBe(404);
    expect((await chief.get('/tickets')).page).not.toContain('whose=organisation');

    const answer = await admin.post('/admin/organisations', { name: 'Kunde GmbH', domains: 'kunde.example', people: 'chefin@kunde.example' });

    expect(answer).toMatchObject({ status: 303, to: '/admin/organisations' });
    expect(await listOrganisations(env.DB)).toMatchObject([{ name: 'Kunde GmbH', domains: ['kunde.example'], people: ['chefin@kunde.example'] }]);
    const seen = await chief.get(`/tickets/${broken}`);
    expect(seen.status).toBe(200);
    expect(seen.page).not.toContain('KANARIE');
  });

  test('has a list of its tickets, which is nobody else’s (W04)', async () => {
    const list = await chief.get('/tickets?whose=organisation');
    const colleague = await signedIn('karl@kunde.example');

    expect(list.page).toContain('Drucker kaputt');
    expect(list.page).not.toContain('Ganz woanders');
    expect((await chief.get('/tickets')).page).not.toContain('Drucker kaputt');
    expect((await colleague.get('/tickets?whose=organisation')).page).not.toContain('Drucker kaputt');
    expect((await colleague.get(`/tickets/${broken}`)).status).toBe(404);
  });

  test('is searched by its people, in what was said to customers alone (P08)', async () => {
    expect((await chief.get('/tickets?q=flur')).page).toContain(`/tickets/${broken}`);
    expect((await chief.get('/tickets?q=kanarie')).page).not.toContain(`/tickets/${broken}"`);
    expect((await chief.get('/tickets?q=woanders')).page).not.toContain(`/tickets/${strange}"`);
  });

  test('lets its people answer: they join in Cc by it (A08)', async () => {
    expect((await chief.post(`/tickets/${broken}/replies`, { text: 'Bitte heute noch.' })).to).toContain(`/tickets/${broken}`);

    expect((await ticketPage(broken)).people).toContainEqual(expect.objectContaining({ address: 'chefin@kunde.example', role: 'cc', state: 'verified' }));
    expect((await chief.get('/tickets')).page).toContain('Drucker kaputt');
  });

  test('opens nothing by mail: who is not on the ticket is a stranger there (A06)', async () => {
    const number = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Maus klemmt' }));

    const row = await bring(plainMail({ from: 'chefin@kunde.example', subject: `[dtnet.de #${number}]` }));

    expect(row.number).not.toBe(number);
  });

  test('refuses domains that strangers share, in words (W08)', async () => {
    const answer = await admin.post('/admin/organisations', { name: 'Alle', domains: 'gmail.com', people: '' });

    expect(answer.status).toBe(422);
    expect(answer.page).toContain('Anybody can have an address at gmail.com');
  });

  test('is changed, and removed: then everybody sees their own alone (SW13)', async () => {
    const other = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Kabel fehlt' }));
    expect((await admin.post(await named(), { name: 'Kunde AG', domains: 'kunde.example\nkunde2.example', people: 'chefin@kunde.example' })).to).toContain('saved=yes');
    expect((await chief.get(`/tickets/${other}`)).status).toBe(200);

    expect((await admin.post(await named(), { account: 'remove' })).status).toBe(303);

    expect((await chief.get(`/tickets/${other}`)).status).toBe(404);
    expect(await listOrganisations(env.DB)).toEqual([]);
  });
});
