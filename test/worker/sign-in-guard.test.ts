import { env } from 'cloudflare:workers';
import { runDurableObjectAlarm } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { newToken } from '../../src/directory/tokens.ts';
import { rememberPeople } from '../../src/directory/people.ts';
import { accountLimit, networkLimit } from '../../src/rules/slow-down.ts';
import { address } from '../support/builders.ts';
import { Browser, enter, password, sent } from './front-door.ts';

/** However slowly the test itself goes on, the line is still too long when it tries. */
const SLOWNESS_MS = 120_000;
const german = { 'Accept-Language': 'de-DE,de;q=0.9' };

function guard(name: string) {
  return env.SIGN_IN_GUARDS.getByName(name);
}

async function tryOften(name: string, times: number, at: number): Promise<void> {
  for (let n = 0; n < times; n++) await guard(name).enter(accountLimit, undefined, at);
}

describe('the guard of an account', () => {
  test('counts tries that come at once one by one (SW06)', async () => {
    const passes = await Promise.all(Array.from({ length: 14 }, () => guard('account/at-once@kunde.example').enter(accountLimit, undefined, 1000)));

    expect(passes.map((pass) => (pass.ok ? pass.waitMs : -1)).toSorted((a, b) => a - b)).toEqual([...Array(10).fill(0), 500, 1500, 3500, 7500]);
  });

  test('gives a browser that signed in before a line of its own (SW06)', async () => {
    const browser = newToken();
    await guard('account/owner@kunde.example').succeeded(browser);
    await tryOften('account/owner@kunde.example', 40, 1000);

    expect(await guard('account/owner@kunde.example').enter(accountLimit, undefined, 1000)).toMatchObject({ ok: false });
    expect(await guard('account/owner@kunde.example').enter(accountLimit, browser, 1000)).toEqual({ ok: true, waitMs: 0 });
    expect(await guard('account/owner@kunde.example').enter(accountLimit, newToken(), 1000)).toMatchObject({ ok: false });
  });

  test('forgets tries when nobody tried for a whole window, but not the browsers it knows', async () => {
    const browser = newToken();
    const name = 'account/later@kunde.example';
    await guard(name).succeeded(browser);
    await tryOften(name, 40, Date.now());
    await runDurableObjectAlarm(guard(name));

    expect(await guard(name).enter(accountLimit, undefined, Date.now())).toEqual({ ok: true, waitMs: 0 });
    await tryOften(name, 40, Date.now());
    expect(await guard(name).enter(accountLimit, browser, Date.now())).toEqual({ ok: true, waitMs: 0 });
  });

  test('of a network takes back what succeeded, so that an office is not slowed by its own people (SW06)', async () => {
    const office = guard('network/198.51.100.7');
    for (let n = 0; n < 200; n++) {
      expect(await office.enter(networkLimit, undefined, 1000)).toEqual({ ok: true, waitMs: 0 });
      await office.allowed();
    }
  });
});

describe('too many tries', () => {
  test('are answered alike whether there is such an account or not, and never keep its owner out (W02, SW06)', async () => {
    const known = 'many@kunde.example';
    await rememberPeople(env.DB, [{ address: address(known), name: '', language: 'de' }], Date.now());
    const owner = new Browser(german);
    await enter(owner, known);
    await tryOften(`account/${known}`, 40, Date.now() + SLOWNESS_MS);
    await tryOften('account/none@kunde.example', 40, Date.now() + SLOWNESS_MS);

    const answers = [];
    for (const email of [known, 'none@kunde.example']) {
      const answer = await new Browser(german).post('/sign-in', { email, password });
      answers.push([answer.status, (await answer.text()).replaceAll(email, '').replace(/\d+ Sekunden/, '')]);
      expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0]).toBe(429);

    await owner.post('/sign-out');
    expect((await owner.post('/sign-in', { email: known, password })).status).toBe(303);
    sent.splice(0);
    await new Browser(german).post('/password/forgotten', { email: known });
    expect(sent).toHaveLength(1);
  });
});
