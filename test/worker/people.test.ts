import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { makePasswordLink, findPasswordLink } from '../../src/directory/password-links.ts';
import {
  disable,
  enable,
  findPeople,
  hasAdmin,
  listPeople,
  listStaff,
  rememberPeople,
  setLanguage,
  setQueues,
  setRole,
  setToldOfNew,
  staffWanting,
} from '../../src/directory/people.ts';
import { findSession, startSession } from '../../src/directory/sessions.ts';
import { defaultChoices } from '../../src/rules/letter-choices.ts';
import type { Language } from '../../src/rules/ticket.ts';
import { address, beginning, now } from '../support/builders.ts';

function somebody(text: string, name = '', language: Language = 'de') {
  return { address: address(text), name, language };
}

async function known(text: string, name = '') {
  await rememberPeople(env.DB, [somebody(text, name)], now);
  const [person] = await findPeople(env.DB, [address(text)]);
  if (person === undefined) throw new Error(`${text} is not known`);
  return person;
}

describe('people are remembered', () => {
  test('once, as requesters without a password', async () => {
    await rememberPeople(env.DB, [somebody('anna@kunde.example', 'Anna', 'en'), somebody('anna@kunde.example', 'Anna again')], now);

    expect(await findPeople(env.DB, [address('anna@kunde.example')])).toEqual([
      { id: 1, address: 'anna@kunde.example', name: 'Anna', role: 'requester', language: 'en', disabledAt: null, letters: defaultChoices, queues: null, zone: null, oldestFirst: false, singleKeys: true, signatureDe: '', signatureEn: '' },
    ]);
  });

  test('with the first name that anybody gives them, and no later one', async () => {
    await rememberPeople(env.DB, [somebody('nameless@kunde.example')], now);
    await rememberPeople(env.DB, [somebody('nameless@kunde.example', 'Nora')], now);
    await rememberPeople(env.DB, [somebody('nameless@kunde.example', 'Not Nora', 'en')], now);

    expect(await known('nameless@kunde.example')).toMatchObject({ name: 'Nora', language: 'de' });
  });

  test('however many there are at once', async () => {
    const crowd = Array.from({ length: 205 }, (_, one) => somebody(`crowd${one}@kunde.example`, `Person ${one}`));

    await rememberPeople(env.DB, crowd, now);

    expect(await findPeople(env.DB, crowd.map((person) => person.address))).toHaveLength(205);
    await expect(rememberPeople(env.DB, [], now)).resolves.toBeUndefined();
    expect(await findPeople(env.DB, [])).toEqual([]);
    expect(await findPeople(env.DB, [address('unknown@kunde.example')])).toEqual([]);
  });
});

describe('the list of people', () => {
  test('has pages in order of addresses', async () => {
    await rememberPeople(env.DB, Array.from({ length: 120 }, (_, one) => somebody(`paged${String(one).padStart(3, '0')}@list.example`)), now);

    const list = await listPeople(env.DB, { search: 'PAGED', page: 3 });

    expect(list).toMatchObject({ page: 3, pages: 3, total: 120 });
    expect(list.rows.map((row) => row.address).slice(0, 2)).toEqual(['paged100@list.example', 'paged101@list.example']);
    expect(list.rows).toHaveLength(20);
  });

  test('finds a part of name or address, and takes signs as they are', async () => {
    await known('odd_one%@list.example', 'Ödön Odd');

    expect((await listPeople(env.DB, { search: ' odd_o', page: 1 })).total).toBe(1);
    expect((await listPeople(env.DB, { search: 'Odd', page: 1 })).total).toBe(1);
    await known('oezguer@firma.example', 'Özgür Öztürk');
    for (const search of ['Özgür', 'özgür', 'ÖZTÜRK']) expect((await listPeople(env.DB, { search, page: 1 })).rows).toMatchObject([{ name: 'Özgür Öztürk' }]);
    expect((await listPeople(env.DB, { search: '%', page: 1 })).total).toBe(1);
    expect((await listPeople(env.DB, { search: 'nobody is called so', page: 1 }))).toEqual({ rows: [], page: 1, pages: 1, total: 0 });
  });

  test('shows staff, customers or the disabled', async () => {
    const [agent, admin, gone] = [await known('agent@dtnet.de', 'Ada'), await known('admin@dtnet.de'), await known('gone@dtnet.de')];
    expect(await hasAdmin(env.DB)).toBe(false);
    await setRole(env.DB, agent.id, 'agent');
    await setRole(env.DB, admin.id, 'admin');
    await setRole(env.DB, gone.id, 'agent');
    await disable(env.DB, gone.id, now);

    const addresses = async (asked: Omit<Parameters<typeof listPeople>[1], 'page'>) =>
      (await listPeople(env.DB, { ...asked, search: 'dtnet.de', page: 1 })).rows.map((row) => row.address);

    expect(await addresses({ role: 'staff', disabled: false })).toEqual(['admin@dtnet.de', 'agent@dtnet.de']);
    expect(await addresses({ role: 'admin' })).toEqual(['admin@dtnet.de']);
    expect(await addresses({ disabled: true })).toEqual(['gone@dtnet.de']);
    expect(await addresses({ role: 'requester' })).toEqual([]);
    expect((await listStaff(env.DB)).map((person) => person.address)).toEqual(['agent@dtnet.de', 'admin@dtnet.de']);
    expect(await hasAdmin(env.DB)).toBe(true);
  });
});

describe('rights', () => {
  test('to new tickets’ letters are for staff who want them and are not disabled (P01)', async () => {
    const [one, other, customer] = [await known('wants@dtnet.de'), await known('left@dtnet.de'), await known('customer@kunde.example')];
    for (const person of [one, other, customer]) await setToldOfNew(env.DB, person.id, true);
    await setRole(env.DB, one.id, 'agent');
    await setRole(env.DB, other.id, 'agent');
    await disable(env.DB, other.id, now);
    await setQueues(env.DB, one.id, [2]);

    expect(await staffWanting(env.DB, 'new')).toEqual([{ address: 'wants@dtnet.de', role: 'agent', reach: { queues: [2], domains: [] } }]);
  });

  test('end all sessions when they change, and only then (SW01)', async () => {
    const person = await known('promoted@dtnet.de');
    const { token } = await startSession(env.DB, person, beginning(), now);

    await setRole(env.DB, person.id, 'requester');
    expect(await findSession(env.DB, token, now)).not.toBe(null);
    await setRole(env.DB, person.id, 'agent');

    expect(await findSession(env.DB, token, now)).toBe(null);
  });

  test('of a disabled person end at once: sessions and links (SW01)', async () => {
    const person = await known('disabled@kunde.example');
    const { token } = await startSession(env.DB, person, beginning(), now);
    const link = await makePasswordLink(env.DB, person.id, now);

    await disable(env.DB, person.id, now);
    await disable(env.DB, person.id, now + 5);

    expect(await findSession(env.DB, token, now)).toBe(null);
    expect(await findPasswordLink(env.DB, link ?? undefined, now)).toBe(null);
    expect((await known('disabled@kunde.example')).disabledAt).toBe(now);
    await enable(env.DB, person.id);
    expect(await findSession(env.DB, token, now)).toBe(null);
    expect((await known('disabled@kunde.example')).disabledAt).toBe(null);
  });

  test('to one’s own language are one’s own', async () => {
    const person = await known('speaker@kunde.example');

    await setLanguage(env.DB, person.id, 'en');

    expect((await known('speaker@kunde.example')).language).toBe('en');
  });
});
