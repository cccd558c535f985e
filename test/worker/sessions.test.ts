import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { setPassword, verifyPassword } from '../../src/directory/credentials.ts';
import { findPeople, rememberPeople, setRole, type DirectoryPerson } from '../../src/directory/people.ts';
import { endSession, findSession, isDueToBeSeen, seeSession, startSession } from '../../src/directory/sessions.ts';
import { hashToken, newToken } from '../../src/directory/tokens.ts';
import { address, beginning, now } from '../support/builders.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let requester: DirectoryPerson;
let agent: DirectoryPerson;

beforeAll(async () => {
  requester = await somebody('requester@kunde.example');
  await setRole(env.DB, (await somebody('agent@dtnet.de')).id, 'agent');
  agent = await somebody('agent@dtnet.de');
});

async function somebody(text: string): Promise<DirectoryPerson> {
  await rememberPeople(env.DB, [{ address: address(text), name: '', language: 'de' }], now);
  const [person] = await findPeople(env.DB, [address(text)]);
  if (person === undefined) throw new Error(`${text} is not known`);
  return person;
}

describe('a session', () => {
  test('is found by its token alone, which is not in the database (SW01)', async () => {
    const { token } = await startSession(env.DB, requester, beginning(), now);

    expect((await findSession(env.DB, token, now))?.person).toEqual(requester);
    const { results } = await env.DB.prepare('select * from sessions').all();
    expect(JSON.stringify(results)).not.toContain(token);
    expect(JSON.stringify(results)).toContain(hashToken(token));
  });

  test.each([
    ['of staff', () => agent, 12 * HOUR, 7 * DAY],
    ['of requesters', () => requester, 14 * DAY, 90 * DAY],
  ])('%s ends after idling and in any case (SW01)', async (_, who, idle, absolute) => {
    const { token, expiresAt } = await startSession(env.DB, who(), beginning(), now);
    expect(expiresAt).toBe(now + absolute);
    expect(await findSession(env.DB, token, now + idle - 1)).not.toBe(null);
    expect(await findSession(env.DB, token, now + idle)).toBe(null);

    await seeSession(env.DB, token, now + absolute - 1);

    expect(await findSession(env.DB, token, now + absolute - 1)).not.toBe(null);
    expect(await findSession(env.DB, token, now + absolute)).toBe(null);
  });

  test('is noted as seen every ten minutes, and never backwards', async () => {
    const { token } = await startSession(env.DB, requester, beginning(), now);
    const session = await findSession(env.DB, token, now);
    if (session === null) throw new Error('no session');
    expect(isDueToBeSeen(session, now + 10 * 60_000 - 1)).toBe(false);
    expect(isDueToBeSeen(session, now + 10 * 60_000)).toBe(true);

    await seeSession(env.DB, token, now + HOUR);
    await seeSession(env.DB, token, now);

    expect((await findSession(env.DB, token, now + HOUR))?.lastSeenAt).toBe(now + HOUR);
  });

  test('that somebody comes with ends when they sign in: each has a new id (SW01)', async () => {
    const before = await startSession(env.DB, requester, beginning(), now);

    const after = await startSession(env.DB, requester, beginning(before.token), now);

    expect(after.token).not.toBe(before.token);
    expect(await findSession(env.DB, before.token, now)).toBe(null);
    expect(await findSession(env.DB, after.token, now)).not.toBe(null);
  });

  test('ends on signing out, and those of the same person stay', async () => {
    const [one, other] = [await startSession(env.DB, requester, beginning(), now), await startSession(env.DB, requester, beginning(), now)];

    await endSession(env.DB, one.token);

    expect(await findSession(env.DB, one.token, now)).toBe(null);
    expect(await findSession(env.DB, other.token, now)).not.toBe(null);
  });

  test('that is over is swept away by the next one', async () => {
    await startSession(env.DB, requester, beginning(), now - 91 * DAY);

    await startSession(env.DB, requester, beginning(), now);

    const left = await env.DB.prepare('select count(*) as old from sessions where expires_at < ?').bind(now).first('old');
    expect(left).toBe(0);
  });

  test.each([undefined, '', ' ', '\0', 'x'.repeat(43), 'x'.repeat(42), `${'x'.repeat(43)}=`, "' or 1=1 --"])('is not found by %j', async (token) => {
    expect(await findSession(env.DB, token, now)).toBe(null);
  });
});

describe('a token', () => {
  test('has 256 random bits that fit a link', () => {
    const tokens = Array.from({ length: 500 }, newToken);

    expect(new Set(tokens).size).toBe(500);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
  });
});

describe('a password', () => {
  test('opens for its person only (W02)', async () => {
    await setPassword(env.DB, requester.id, 'blau trompete regal', now);

    expect(await verifyPassword(env.DB, requester.address, 'blau trompete regal', now)).toEqual(requester);
    expect(await verifyPassword(env.DB, requester.address, 'blau trompete Regal', now)).toBe(null);
    expect(await verifyPassword(env.DB, agent.address, 'blau trompete regal', now)).toBe(null);
    expect(await verifyPassword(env.DB, address('unknown@kunde.example'), 'blau trompete regal', now)).toBe(null);
    expect(await verifyPassword(env.DB, requester.address, 'x'.repeat(100_000), now)).toBe(null);
  });

  test('that was set ends all sessions of its person (SW01)', async () => {
    const { token } = await startSession(env.DB, requester, beginning(), now);

    await setPassword(env.DB, requester.id, 'ganz anders jetzt', now);

    expect(await findSession(env.DB, token, now)).toBe(null);
  });

  test('hashed with less work than today is hashed anew when it is used (SW08)', async () => {
    // `blau trompete regal` at m=7168, t=5, as OpenSSL hashes it.
    const old = '$argon2id$v=19$m=7168,t=5,p=1$c2l4dGVlbi1ieXRlLXNsdA$0+E6hFiRzgzntZ5AeEM3gygogMo0psqEQ1nu3v6if0U';
    await env.DB.prepare('insert into credentials values (?1, ?2, 0) on conflict do update set password_hash = ?2').bind(agent.id, old).run();

    expect(await verifyPassword(env.DB, agent.address, 'nicht dieses Passwort', now)).toBe(null);
    expect(await hashOf(agent.id)).toBe(old);
    expect(await verifyPassword(env.DB, agent.address, 'blau trompete regal', now)).toEqual(agent);

    expect(await hashOf(agent.id)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(env.DB, agent.address, 'blau trompete regal', now)).toEqual(agent);
  });
});

async function hashOf(personId: number) {
  return env.DB.prepare('select password_hash from credentials where person_id = ?').bind(personId).first('password_hash');
}
