import { decodeBase32 } from '@oslojs/encoding';
import { generateHOTP } from '@oslojs/otp';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { beginAuthenticator, confirmAuthenticator, makeRecoveryCodes, takeAuthenticatorCode, takeRecoveryCode } from '../../src/directory/authenticators.ts';
import { findPeople, rememberPeople, setRole, type DirectoryPerson } from '../../src/directory/people.ts';
import { address } from '../support/builders.ts';
import { Browser, enter, password, sent } from './front-door.ts';

const english = { 'Accept-Language': 'en-GB,en;q=0.9' };
const STEP_MS = 30_000;

beforeEach(() => void sent.splice(0));

async function known(text: string, role: 'requester' | 'agent' = 'requester'): Promise<DirectoryPerson> {
  await rememberPeople(env.DB, [{ address: address(text), name: '', language: 'en' }], Date.now());
  const [person] = await findPeople(env.DB, [address(text)]);
  if (person === undefined) throw new Error(`${text} is not known`);
  if (role === 'agent') await setRole(env.DB, person.id, role);
  return person;
}

function code(secret: string, at: number): string {
  return generateHOTP(decodeBase32(secret), BigInt(Math.floor(at / STEP_MS)), 6);
}

/** Somebody with an app, as after setting it up a minute ago. */
async function withApp(text: string): Promise<{ person: DirectoryPerson; secret: string; browser: Browser }> {
  const person = await known(text);
  const browser = new Browser(english);
  await enter(browser, text);
  const secret = await beginAuthenticator(env.DB, person.id);
  await confirmAuthenticator(env.DB, person.id, code(secret, Date.now() - 2 * STEP_MS), Date.now() - 2 * STEP_MS);
  await browser.post('/sign-out');
  return { person, secret, browser };
}

describe('the code of an authenticator app', () => {
  test('is that of RFC 6238, one step early or late, and counts once (SW15)', async () => {
    const { person, secret } = await withApp('once@kunde.example');
    const at = 1_900_000_000_000;

    expect(await takeAuthenticatorCode(env.DB, person.id, code(secret, at - 2 * STEP_MS), at)).toBe(false);
    expect(await takeAuthenticatorCode(env.DB, person.id, code(secret, at - STEP_MS), at)).toBe(true);
    expect(await takeAuthenticatorCode(env.DB, person.id, code(secret, at - STEP_MS), at)).toBe(false);
    const both = await Promise.all([1, 2].map(() => takeAuthenticatorCode(env.DB, person.id, code(secret, at), at)));
    expect(both.toSorted()).toEqual([false, true]);
    expect(await takeAuthenticatorCode(env.DB, person.id, ` ${code(secret, at + STEP_MS)} `, at)).toBe(true);
  });

  test.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('%j is none', async (wrong) => {
    const { person } = await withApp(`wrong${wrong.length}@kunde.example`);

    expect(await takeAuthenticatorCode(env.DB, person.id, wrong, Date.now())).toBe(false);
  });

  test('is asked for after the password, and before it nothing is open (SW15)', async () => {
    const { secret, browser } = await withApp('asked@kunde.example');

    const first = await browser.post('/sign-in', { email: 'asked@kunde.example', password, next: '/tickets' });
    expect(first.headers.get('Location')).toBe('/sign-in/second');
    expect(await (await browser.get('/')).json()).toBe(null);
    expect((await browser.post('/sign-in/second', { code: '000000' })).status).toBe(401);
    expect((await browser.post('/sign-in/second', { code: '' })).status).toBe(422);

    const second = await browser.post('/sign-in/second', { code: code(secret, Date.now()) });
    expect([second.status, second.headers.get('Location')]).toEqual([303, '/tickets']);
    expect(await (await browser.get('/')).json()).toMatchObject({ address: 'asked@kunde.example' });
  });

  test('is not skipped by a password set anew by mail, nor by a mailed link (SW09)', async () => {
    const { browser } = await withApp('reset@kunde.example');

    expect((await enter(browser, 'reset@kunde.example', 'ein ganz anderes Wort')).headers.get('Location')).toBe('/sign-in/second');

    await browser.post('/sign-in/link', { email: 'reset@kunde.example' });
    const link = /\/sign-in\/link\/open\?token=[\w-]+/.exec(sent.at(-1)?.text ?? '')?.[0] ?? '';
    expect((await browser.post(link)).headers.get('Location')).toBe('/sign-in/second');
  });

  test('without the first step is worth nothing', async () => {
    const { secret } = await withApp('alone@kunde.example');

    expect((await new Browser(english).post('/sign-in/second', { code: code(secret, Date.now()) })).headers.get('Location')).toBe('/sign-in');
  });
});

describe('recovery codes', () => {
  test('are ten, each counts once, new ones end the old ones, and none is in the database (SW15)', async () => {
    const { person } = await withApp('paper@kunde.example');
    const [first = '', second = '', ...others] = await makeRecoveryCodes(env.DB, person.id);

    expect(others).toHaveLength(8);
    expect(await takeRecoveryCode(env.DB, person.id, first.toUpperCase().replaceAll('-', ' '), Date.now())).toBe(true);
    expect(await takeRecoveryCode(env.DB, person.id, first, Date.now())).toBe(false);
    expect(JSON.stringify((await env.DB.prepare('select * from recovery_codes').all()).results)).not.toContain(second.replaceAll('-', ''));
    await makeRecoveryCodes(env.DB, person.id);
    expect(await takeRecoveryCode(env.DB, person.id, second, Date.now())).toBe(false);
  });

  test('open the second step of their own account alone', async () => {
    const { person, browser } = await withApp('lost@kunde.example');
    const other = await withApp('other@kunde.example');
    const [mine = ''] = await makeRecoveryCodes(env.DB, person.id);
    const [theirs = ''] = await makeRecoveryCodes(env.DB, other.person.id);
    await browser.post('/sign-in', { email: 'lost@kunde.example', password });

    expect((await browser.post('/sign-in/second', { code: theirs })).status).toBe(401);
    expect((await browser.post('/sign-in/second', { code: mine })).status).toBe(303);
  });
});

describe('the page of one’s own ways in', () => {
  test('sets up an app with its first code, shows the recovery codes once, and tells by mail (SW15, SW09)', async () => {
    await known('setup@kunde.example');
    const browser = new Browser(english);
    await enter(browser, 'setup@kunde.example');

    const page = await (await browser.get('/profile/security/authenticator')).text();
    const secret = (/class="secret">([A-Z2-7 ]+)</.exec(page)?.[1] ?? '').replaceAll(' ', '');
    expect(page).toContain('<svg class="qr"');
    expect((await browser.post('/profile/security/authenticator', { code: '000000' })).status).toBe(422);
    const done = await browser.post('/profile/security/authenticator', { code: code(secret, Date.now()) });

    expect((await done.text()).match(/<code>[a-z2-7-]{19}<\/code>/g)).toHaveLength(10);
    expect(sent.at(-1)).toMatchObject({ to: 'setup@kunde.example' });
    expect(sent.at(-1)?.text).toContain('An authenticator app was added');
  });

  test('ends every other session with a new password, and each one alone by a click (SW01)', async () => {
    await known('places@kunde.example');
    const [here, there, elsewhere] = [new Browser({ ...english, 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' }), new Browser(english), new Browser(english)];
    await enter(here, 'places@kunde.example');
    for (const browser of [there, elsewhere]) await browser.post('/sign-in', { email: 'places@kunde.example', password });

    const page = await (await here.get('/profile/security')).text();
    expect(page).toContain('Firefox · Linux');
    const ids = [...page.matchAll(/name="session" value="([0-9a-f]{64})"/g)].map((found) => found[1] ?? '');
    expect(ids).toHaveLength(2);
    await here.post('/profile/security/sessions/end', { session: ids[0] ?? '' });
    const left = await Promise.all([there, elsewhere].map(async (browser) => (await (await browser.get('/')).json()) !== null));
    expect(left.toSorted()).toEqual([false, true]);

    const changed = await here.post('/profile/security/password', { password: 'violett posaune lineal', password_again: 'violett posaune lineal' });
    expect(changed.status).toBe(303);
    expect(await (await here.get('/')).json()).not.toBe(null);
    expect(await Promise.all([there, elsewhere].map(async (browser) => (await browser.get('/')).json()))).toEqual([null, null]);
    expect(sent.at(-1)?.text).toContain('password of your account was set anew');
  });

  test('ends nobody else’s sessions', async () => {
    await known('mine@kunde.example');
    await known('yours@kunde.example');
    const [mine, yours] = [new Browser(english), new Browser(english)];
    await enter(mine, 'mine@kunde.example');
    await enter(yours, 'yours@kunde.example');
    const row = await env.DB.prepare("select token_hash from sessions join people on people.id = person_id where address = 'yours@kunde.example'").first<{ token_hash: string }>();

    await mine.post('/profile/security/sessions/end', { session: row?.token_hash ?? '' });

    expect(await (await yours.get('/')).json()).not.toBe(null);
  });

  test('asks whoever signed in long ago who they are before anything lasting changes (SW16)', async () => {
    await known('stale@kunde.example');
    const browser = new Browser(english);
    await enter(browser, 'stale@kunde.example');
    await env.DB.prepare("update sessions set proven_at = proven_at - 660000 where person_id = (select id from people where address = 'stale@kunde.example')").run();

    const asked = await browser.post('/profile/security/password', { password: 'violett posaune lineal', password_again: 'violett posaune lineal' });
    expect(asked.headers.get('Location')).toBe('/sign-in/again?next=%2Fprofile%2Fsecurity');
    expect((await browser.post('/sign-in/again', { password: 'falsch', next: '/profile/security' })).status).toBe(401);
    expect((await browser.post('/sign-in/again', { password, next: '/profile/security' })).status).toBe(303);
    const changed = await browser.post('/profile/security/password', { password: 'violett posaune lineal', password_again: 'violett posaune lineal' });

    expect(changed.headers.get('Location')).toBe('/profile/security');
  });
});

describe('a mailed link to sign in', () => {
  test('opens after a button, once, for a quarter of an hour (W03)', async () => {
    await known('bymail@kunde.example');
    const browser = new Browser(english);
    await browser.post('/sign-in/link', { email: 'bymail@kunde.example' });
    const link = /\/sign-in\/link\/open\?token=[\w-]+/.exec(sent.at(-1)?.text ?? '')?.[0] ?? '';

    expect((await browser.get(link)).status).toBe(200);
    expect(await (await browser.get('/')).json()).toBe(null);
    expect((await browser.post(link)).status).toBe(303);
    expect(await (await browser.get('/')).json()).toMatchObject({ address: 'bymail@kunde.example' });
    expect((await new Browser(english).post(link)).status).not.toBe(303);
  });

  test('is answered alike for unknown addresses, and is no password link (W02, SW09)', async () => {
    await known('either@kunde.example');
    const answers = [];
    for (const email of ['either@kunde.example', 'neither@kunde.example']) {
      const answer = await new Browser(english).post('/sign-in/link', { email });
      answers.push([answer.status, answer.headers.get('Location')]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(sent.map((letter) => letter.to)).toEqual(['either@kunde.example']);

    const token = /token=([\w-]+)/.exec(sent[0]?.text ?? '')?.[1] ?? '';
    const other = await new Browser(english).get(`/password/new?token=${token}`);
    expect(await other.text()).not.toContain('name="password"');
  });
});
