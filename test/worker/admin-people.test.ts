import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { addPasskey } from '../../src/directory/passkeys.ts';
import { findPeople } from '../../src/directory/people.ts';
import { hasSecondFactor } from '../../src/directory/second-factors.ts';
import { defaultChoices } from '../../src/rules/letter-choices.ts';
import { address } from '../support/builders.ts';
import { personWith, signedIn, type Visitor } from './portal-visitor.ts';

let admin: Visitor;
beforeAll(async () => {
  admin = await signedIn('admin@dtnet.de', 'admin');
});

/** Makes an agent and returns where the portal changes them. */
async function hired(who: string): Promise<string> {
  await admin.post('/admin/people', { address: who, name: '', role: 'agent' });
  return `/admin/people/${(await personWith(who)).id}`;
}

describe('an admin', () => {
  test('makes somebody an agent who was never heard of', async () => {
    const answer = await admin.post('/admin/people', { address: 'Eva@dtnet.de', name: 'Eva Muster', role: 'agent' });

    expect(answer).toMatchObject({ status: 303, to: '/admin/people' });
    expect(await personWith('eva@dtnet.de')).toMatchObject({ role: 'agent', name: 'Eva Muster' });
    expect((await admin.get('/admin/people')).page).toContain('Eva Muster');
  });

  test('changes a person by the role alone, and comes back to the same list', async () => {
    const person = await hired('rita@dtnet.de');

    const answer = await admin.post(`${person}?who=customers&search=e&page=2`, { role: 'admin' });

    expect(answer).toMatchObject({ status: 303, to: '/admin/people?who=customers&search=e&page=2' });
    expect(await personWith('rita@dtnet.de')).toMatchObject({ role: 'admin', letters: defaultChoices });
  });

  test('says who wants a letter for each new ticket (P01)', async () => {
    const person = await hired('wanda@dtnet.de');

    await admin.post(person, { role: 'agent', wants_new_tickets: 'yes' });

    expect(await personWith('wanda@dtnet.de')).toMatchObject({ role: 'agent', letters: { ...defaultChoices, new: 'at-once' } });
  });

  test('disables a person, who stays so when made an agent again, and enables them', async () => {
    const person = await hired('dora@dtnet.de');

    expect((await admin.post(person, { account: 'disable' })).status).toBe(303);
    expect((await personWith('dora@dtnet.de')).disabledAt).not.toBe(null);
    expect((await admin.get('/admin/people?who=disabled')).page).toContain('dora@dtnet.de');
    expect((await admin.post('/admin/people', { address: 'dora@dtnet.de', name: '', role: 'agent' })).to).toBe('/admin/people?who=disabled');

    expect((await admin.post(person, { account: 'enable' })).status).toBe(303);
    expect((await personWith('dora@dtnet.de')).disabledAt).toBe(null);
  });

  test.each([{ role: 'agent' }, { account: 'disable' }])('cannot take the own rights: %j', async (fields) => {
    const answer = await admin.post(`/admin/people/${admin.person.id}`, fields);

    expect(answer.status).toBe(422);
    expect(answer.page).toContain('You cannot take your own');
    expect(await personWith('admin@dtnet.de')).toMatchObject({ role: 'admin', disabledAt: null });
  });
});

test('an admin helps a colleague who lost all devices: they are forgotten, and every session ends (SW15)', async () => {
  const person = await hired('lost@dtnet.de');
  const { id } = await personWith('lost@dtnet.de');
  await addPasskey(env.DB, id, { id: 'a-key', publicKey: 'x', counter: 0, transports: [], name: '' }, Date.now());
  const colleague = await signedIn('lost@dtnet.de', 'agent');

  expect((await admin.post(person, { account: 'lost-devices' })).status).toBe(303);

  expect(await hasSecondFactor(env.DB, id)).toBe(false);
  expect((await colleague.get('/desk')).to).toContain('/sign-in');
});

describe('bad input', () => {
  test.each([
    [{ address: 'x', name: '<b>', role: 'agent' }, 'add-address-error'],
    [{ address: 'support@dtnet.de', name: '', role: 'agent' }, 'add-address-error'],
    [{ address: 'support+1-2-x@dtnet.de', name: '', role: 'agent' }, 'add-address-error'],
    [{ address: 'admin@dtnet.de', name: '', role: 'agent' }, 'add-role-error'],
    [{ address: 'new@dtnet.de', name: '', role: 'requester' }, 'add-role-error'],
  ])('adding %j is said at its field, with what was typed', async (fields, error) => {
    const answer = await admin.post('/admin/people', fields);

    expect(answer.status).toBe(422);
    expect(answer.page).toContain(`id="${error}"`);
    expect(answer.page).toContain(`value="${fields.address}"`);
    expect(answer.page).not.toContain('<b>');
    expect(await findPeople(env.DB, ['support@dtnet.de', 'new@dtnet.de'].map(address))).toEqual([]);
  });

  test('a role that there is not stays chosen, so that nobody sends the first one instead', async () => {
    const person = await hired('forged@dtnet.de');

    const answer = await admin.post(person, { role: 'emperor' });

    expect(answer.status).toBe(422);
    expect(answer.page).toMatch(/id="person-\d+-role-error"/);
    expect(answer.page).toContain('<option value="emperor" selected');
    expect((await personWith('forged@dtnet.de')).role).toBe('agent');
  });

  test.each(['999', '0', 'x', '1e3', '99999999999999999999'])('a person %s is none', async (id) => {
    expect((await admin.post(`/admin/people/${id}`, { role: 'agent' })).status).toBe(404);
  });
});

test('a page beyond the last leads to the last, and a search that finds nobody says so', async () => {
  expect(await admin.get('/admin/people?page=9')).toMatchObject({ status: 303, to: '/admin/people' });
  expect((await admin.get('/admin/people?who=customers&search=%25')).page).toContain('Nobody on this list');
});

test.each(['requester', 'agent'] as const)('is no page for %ss (W05)', async (role) => {
  const visitor = await signedIn(`${role}@dtnet.de`, role);

  expect((await visitor.get('/admin/people')).status).toBe(403);
  expect((await visitor.post('/admin/people', { address: 'eve@dtnet.de', name: '', role: 'admin' })).status).toBe(403);
  expect((await visitor.post(`/admin/people/${visitor.person.id}`, { role: 'admin' })).status).toBe(403);
  expect((await personWith(`${role}@dtnet.de`)).role).toBe(role);
});
