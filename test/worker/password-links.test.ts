import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { setPassword } from '../../src/directory/credentials.ts';
import { findPasswordLink, LINK_MINUTES, makePasswordLink, usePasswordLink } from '../../src/directory/password-links.ts';
import { findPeople, rememberPeople } from '../../src/directory/people.ts';
import { address, now } from '../support/builders.ts';

const MINUTE = 60_000;
let people = 0;
let id = 0;

beforeEach(async () => {
  people += 1;
  const somebody = address(`person${people}@kunde.example`);
  await rememberPeople(env.DB, [{ address: somebody, name: '', language: 'de' }], now);
  id = (await findPeople(env.DB, [somebody]))[0]?.id ?? 0;
});

async function link(at = now): Promise<string> {
  const token = await makePasswordLink(env.DB, id, at);
  if (token === null) throw new Error('no link');
  return token;
}

describe('a link', () => {
  test('is found by its token alone, which is not in the database (SW09)', async () => {
    const token = await link();

    expect(await findPasswordLink(env.DB, token, now)).toMatchObject({ person: { id }, hasPassword: false });
    expect(JSON.stringify((await env.DB.prepare('select * from password_links').all()).results)).not.toContain(token);
  });

  test('knows whether there is a password already', async () => {
    await setPassword(env.DB, id, 'blau trompete regal', now);

    expect(await findPasswordLink(env.DB, await link(), now)).toMatchObject({ hasPassword: true });
  });

  test('works once, of many at once too (W03)', async () => {
    const token = await link();

    const used = await Promise.all(Array.from({ length: 8 }, () => usePasswordLink(env.DB, token, now)));

    expect(used.filter((one) => one)).toHaveLength(1);
    expect(await findPasswordLink(env.DB, token, now)).toBe(null);
  });

  test('is not used up by being looked at (W03)', async () => {
    const token = await link();

    await findPasswordLink(env.DB, token, now);
    await findPasswordLink(env.DB, token, now);

    expect(await usePasswordLink(env.DB, token, now)).toBe(true);
  });

  test('works for half an hour (W03)', async () => {
    const token = await link();

    expect(LINK_MINUTES).toBe(30);
    expect(await findPasswordLink(env.DB, token, now + 30 * MINUTE - 1)).not.toBe(null);
    expect(await findPasswordLink(env.DB, token, now + 30 * MINUTE)).toBe(null);
    expect(await usePasswordLink(env.DB, token, now + 30 * MINUTE)).toBe(false);
  });

  test('ends with the next one (SW09)', async () => {
    const older = await link();

    const newer = await link(now + MINUTE);

    expect(await findPasswordLink(env.DB, older, now + MINUTE)).toBe(null);
    expect(await usePasswordLink(env.DB, older, now + MINUTE)).toBe(false);
    expect(await findPasswordLink(env.DB, newer, now + MINUTE)).not.toBe(null);
  });

  test('is made three times an hour at most, and the third still works (SW09)', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => makePasswordLink(env.DB, id, now)));
    const tokens = made.filter((token) => token !== null);
    expect(tokens).toHaveLength(3);

    expect(await makePasswordLink(env.DB, id, now + 59 * MINUTE)).toBe(null);
    const working = await Promise.all(tokens.map((token) => findPasswordLink(env.DB, token, now + 1)));

    expect(working.filter((one) => one !== null)).toHaveLength(1);
    expect(await makePasswordLink(env.DB, id, now + 60 * MINUTE)).not.toBe(null);
  });

  test('that is a day old is forgotten', async () => {
    await link(now - 25 * 60 * MINUTE);

    await link();

    const rows = await env.DB.prepare('select count(*) as links from password_links where person_id = ?').bind(id).first('links');
    expect(rows).toBe(1);
  });
});
