import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makePasswordLink } from '../../src/directory/password-links.ts';
import { disable, findPeople, rememberPeople, setRole, type DirectoryPerson } from '../../src/directory/people.ts';
import type { Language } from '../../src/rules/ticket.ts';
import { address } from '../support/builders.ts';
import { Browser, enter, mailedLink, password, sent } from './front-door.ts';

const anna = 'anna@kunde.example';
const admin = 'admin@dtnet.de';
const german = { 'Accept-Language': 'de-DE,de;q=0.9' };
const english = { 'Accept-Language': 'en-GB,en;q=0.9' };

beforeAll(() => known(anna));
beforeEach(() => void sent.splice(0));

async function known(text: string, language: Language = 'de'): Promise<DirectoryPerson> {
  await rememberPeople(env.DB, [{ address: address(text), name: '', language }], Date.now());
  const [person] = await findPeople(env.DB, [address(text)]);
  if (person === undefined) throw new Error(`${text} is not known`);
  return person;
}

describe('the way in', () => {
  test('is forgotten password, mailed link, new password twice, sign-in link, sign in (S8)', async () => {
    const browser = new Browser(german);
    expect((await browser.get('/sign-in')).status).toBe(200);

    const asked = await browser.post('/password/forgotten', { email: ' Anna@Kunde.example ' });
    expect([asked.status, asked.headers.get('Location')]).toEqual([303, '/password/link-sent']);
    expect(sent).toHaveLength(1);
    expect(await (await browser.get(mailedLink(anna))).text()).toMatch(/name="password".*name="password_again"/s);

    const saved = await browser.post(mailedLink(anna), { password, password_again: password });
    expect([saved.status, saved.headers.get('Location')]).toEqual([303, '/password/saved']);
    expect(await (await browser.get('/password/saved')).text()).toContain('href="/sign-in"');

    const inside = await browser.post('/sign-in', { email: anna, password });
    expect([inside.status, inside.headers.get('Location')]).toEqual([303, '/']);
    expect(await (await browser.get('/')).json()).toMatchObject({ address: anna, role: 'requester' });

    const out = await browser.post('/sign-out');
    expect([out.status, out.headers.get('Location')]).toEqual([303, '/sign-in']);
    expect(await (await browser.get('/')).json()).toBe(null);
  });

  test('names in its letter the network address that asked, and what to do if it was somebody else (S8)', async () => {
    await known('ip@kunde.example', 'en');

    await new Browser({ ...german, 'CF-Connecting-IP': '2001:db8::17' }).post('/password/forgotten', { email: 'ip@kunde.example' });

    expect(sent[0]).toMatchObject({ from: { email: 'support@dtnet.de' }, to: 'ip@kunde.example', headers: { 'Auto-Submitted': 'auto-generated' } });
    expect(sent[0]?.text).toContain('2001:db8::17');
    expect(sent[0]?.text).toContain('Was it not you?');
    expect(sent[0]?.text).toContain('http://localhost:8787/password/new?token=');
  });

  test.each([['<script>', '127.0.0.1'], ['1.2.3.4, 5.6.7.8', '127.0.0.1'], ['203.0.113.9', '203.0.113.9']])('takes %j as network address for %s (SW05)', async (header, named) => {
    const who = `net${header.length}@kunde.example`;
    await known(who);

    await new Browser({ 'CF-Connecting-IP': header, 'X-Forwarded-For': '9.9.9.9' }).post('/password/forgotten', { email: who });

    expect(sent[0]?.text).toContain(named);
    expect(sent[0]?.text).not.toContain('9.9.9.9');
  });

  test.each([
    [german, 'Anmelden', 'Passwort vergessen'],
    [english, 'Sign in', 'Forgotten password'],
  ])('begins with address, password, the forgotten password and whom to ask (S7)', async (headers, title, link) => {
    const page = await (await new Browser(headers).get('/sign-in')).text();

    expect(page).toContain(title);
    expect(page).toMatch(/name="email"[^]*name="password"/);
    expect(page).toMatch(new RegExp(`<a href="/password/forgotten">${link}`));
    expect(page.slice(page.indexOf('<main'), page.indexOf('</main'))).toContain('Helpdesk, Telefon 0231 999 0');
  });

  test('makes an address of ADMINS an admin, known or not, with its first password only', async () => {
    const browser = new Browser();
    await enter(browser, admin);
    expect(await (await browser.get('/admin/people')).json()).toMatchObject({ address: admin, role: 'admin' });

    const other = await known('second@dtnet.de');
    await setRole(env.DB, other.id, 'admin');
    await setRole(env.DB, (await known(admin)).id, 'requester');
    await enter(browser, admin);
    expect((await known(admin)).role).toBe('requester');

    await disable(env.DB, other.id, Date.now());
    await enter(browser, admin);
    expect((await known(admin)).role).toBe('admin');
  });
});

describe('nobody learns whether an address exists (W02)', () => {
  test('by asking for a link: same answer, same page, and a letter only for people we know', async () => {
    const gone = await known('gone@kunde.example');
    await disable(env.DB, gone.id, Date.now());
    await known('some@kunde.example');

    const answers = [];
    for (const email of ['some@kunde.example', 'nobody@kunde.example', 'gone@kunde.example']) {
      answers.push(await seen(await new Browser(german).post('/password/forgotten', { email })));
    }

    expect(new Set(answers).size).toBe(1);
    expect(sent.map((letter) => letter.to)).toEqual(['some@kunde.example']);
  });

  test('by asking too often: the same answer without a letter', async () => {
    await known('often@kunde.example');
    const answers = [];
    for (let time = 0; time < 5; time++) answers.push(await seen(await new Browser(german).post('/password/forgotten', { email: 'often@kunde.example' })));

    expect(new Set(answers).size).toBe(1);
    expect(sent).toHaveLength(3);
  });

  test('by signing in: the same bytes for a wrong password, nobody, no password yet, and a disabled person', async () => {
    await known('some@kunde.example');
    await enter(new Browser(), 'some@kunde.example');
    const gone = await known('shut@kunde.example');
    await enter(new Browser(), 'shut@kunde.example');
    await disable(env.DB, gone.id, Date.now());
    await known('never@kunde.example');

    const answers = [];
    for (const [email, tried] of [['some', 'not their password'], ['nobody', password], ['never', password], ['shut', password]] as const) {
      const answer = await new Browser(german).post('/sign-in', { email: `${email}@kunde.example`, password: tried });
      expect(answer.status).toBe(401);
      answers.push((await seen(answer)).replaceAll(`${email}@kunde.example`, 'ADDRESS'));
    }

    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).not.toContain('session');
    expect(answers[0]).not.toContain(password);
  });
});

/** All of an answer that anybody could compare. */
async function seen(answer: Response): Promise<string> {
  return JSON.stringify([answer.status, [...answer.headers], await answer.text()]);
}

describe('a mailed link', () => {
  test('is not used up by looking at it, as scanners do (W03)', async () => {
    await known('scanned@kunde.example');
    const browser = new Browser();
    await browser.post('/password/forgotten', { email: 'scanned@kunde.example' });
    const link = mailedLink('scanned@kunde.example');

    for (const method of ['GET', 'HEAD', 'GET']) expect((await browser.ask(link, { method })).status).toBe(200);

    expect((await browser.post(link, { password, password_again: password })).status).toBe(303);
  });

  test('that does not work is one and the same page, whatever is wrong with it (SW09)', async () => {
    const person = await known('linked@kunde.example');
    const browser = new Browser(german);
    await browser.post('/password/forgotten', { email: 'linked@kunde.example' });
    const used = mailedLink('linked@kunde.example');
    await browser.post(used, { password, password_again: password });
    const over = `/password/new?token=${await makePasswordLink(env.DB, person.id, Date.now() - 31 * 60_000)}`;
    await browser.post('/password/forgotten', { email: 'linked@kunde.example' });
    const right = mailedLink('linked@kunde.example');
    const changed = right.slice(0, -1) + (right.endsWith('A') ? 'B' : 'A');

    const wrong = ['', '?token', '?token=', '?token=%20', '?token=%00', '?token[]=a', '?token=%', '?token=' + 'a'.repeat(9000)].map((query) => `/password/new${query}`);
    const links = [...wrong, used, over, changed, right.slice(0, -1), `${right}A`, `${right}%00`, `${right}%20`, right.replace('token', 'Token')];
    const fields = { password: 'ganz anderes Wort', password_again: 'ganz anderes Wort' };
    const answers = new Set<string>();
    for (const link of links) {
      answers.add(await seen(await browser.get(link)));
      answers.add(await seen(await browser.post(link, fields)));
    }

    expect(answers.size).toBe(1);
    expect([...answers][0]).toMatch(/^\[410,/);
    expect((await browser.post('/sign-in', { email: 'linked@kunde.example', password })).status).toBe(303);
    expect((await browser.get(right)).status).toBe(200);
  });

  test('stays good when the passwords are not, and says at each field what is wrong', async () => {
    await known('slow@kunde.example');
    const browser = new Browser(german);
    await browser.post('/password/forgotten', { email: 'slow@kunde.example' });
    const link = mailedLink('slow@kunde.example');

    const attempts: [Record<string, string>, RegExp][] = [
      [{}, /id="password-error">Bitte nehmen Sie mindestens 12 Zeichen.*id="password_again-error">Bitte geben Sie das Passwort ein zweites Mal ein/s],
      [{ password: 'kurz', password_again: 'kurz' }, /id="password-error">Bitte nehmen Sie mindestens 12 Zeichen/],
      [{ password, password_again: `${password} ` }, /id="password_again-error">Das ist nicht dasselbe/],
      [{ password: 'Passwort2026!', password_again: 'Passwort2026!' }, /id="password-error">Dieses Passwort nehmen viele/],
      [{ password: 'slow@kunde.example', password_again: 'slow@kunde.example' }, /id="password-error">Das ähnelt zu sehr/],
    ];
    for (const [fields, said] of attempts) {
      const answer = await browser.post(link, fields);
      const page = await answer.text();
      expect(answer.status).toBe(422);
      expect(page).toMatch(said);
      if (fields['password'] === password) expect(page).not.toContain(password);
    }

    expect((await browser.post(link, { password, password_again: password })).status).toBe(303);
  });

  test('ends all sessions of its person (SW01)', async () => {
    await known('elsewhere@kunde.example');
    const [elsewhere, here] = [new Browser(), new Browser()];
    await enter(elsewhere, 'elsewhere@kunde.example');

    await enter(here, 'elsewhere@kunde.example', 'ein neues, anderes Wort');

    expect(await (await elsewhere.get('/')).json()).toBe(null);
    expect(await (await here.get('/')).json()).not.toBe(null);
    expect((await elsewhere.post('/sign-in', { email: 'elsewhere@kunde.example', password })).status).toBe(401);
  });
});

describe('the session’s cookie', () => {
  test('on https is for this host only, and for no script (SW01)', async () => {
    await known('cookie@kunde.example');
    const browser = new Browser({}, 'https://localhost:8787');

    const answer = await enter(browser, 'cookie@kunde.example');

    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-session=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
      expect.stringMatching(/^__Host-browser=[\w-]{43}; Max-Age=31536000; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
    expect(await (await browser.get('/')).json()).not.toBe(null);
  });

  test('on one’s own machine without https is plain, elsewhere never (SW01)', async () => {
    await known('plain@kunde.example');
    const local = await enter(new Browser(), 'plain@kunde.example');
    expect(local.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^session=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/),
      expect.stringMatching(/^browser=[\w-]{43}; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);

    const elsewhere = await new Browser({ Origin: 'http://localhost:8787' }, 'http://help.example').ask('/sign-in', {
      method: 'POST',
      fields: { email: 'plain@kunde.example', password },
    });
    expect(elsewhere.headers.getSetCookie()[0]).toMatch(/^__Host-session=.*; Secure/);
  });

  test('of a sister domain, without its prefix, opens nothing on https (SW01)', async () => {
    await known('toss@kunde.example');
    const plain = new Browser();
    await enter(plain, 'toss@kunde.example');
    const secure = new Browser({}, 'https://localhost:8787');
    secure.cookies = plain.cookies;

    expect(await (await secure.get('/')).json()).toBe(null);
  });

  test('lasts a week for staff', async () => {
    const agent = await known('week@dtnet.de');
    await setRole(env.DB, agent.id, 'agent');

    const answer = await enter(new Browser(), 'week@dtnet.de');

    expect(answer.headers.getSetCookie()[0]).toContain('Max-Age=604800');
  });
});

describe('who may see a page', () => {
  test.each(['/tickets', '/desk', '/admin/people', '/tickets?status=closed&page=2'])('%s asks to sign in first, and comes back', async (path) => {
    const answer = await new Browser().get(path);

    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/sign-in?next=${encodeURIComponent(path)}`]);
  });

  test('signing in leads to the page that was wanted', async () => {
    await known('next@kunde.example');
    const browser = new Browser();
    await enter(browser, 'next@kunde.example');
    await browser.post('/sign-out');
    const page = await (await browser.get('/sign-in?next=%2Ftickets%3Fstatus%3Dclosed')).text();
    expect(page).toContain('name="next" value="/tickets?status=closed"');

    const answer = await browser.post('/sign-in', { email: 'next@kunde.example', password, next: '/tickets?status=closed' });

    expect(answer.headers.get('Location')).toBe('/tickets?status=closed');
    expect((await browser.get('/sign-in?next=/tickets')).headers.get('Location')).toBe('/tickets');
  });

  test.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)', ''])('%j is nowhere to go (SW21)', async (next) => {
    await known('redirected@kunde.example');
    const browser = new Browser();
    if ((await browser.post('/sign-in', { email: 'redirected@kunde.example', password })).status !== 303) await enter(browser, 'redirected@kunde.example');

    const answer = await browser.post('/sign-in', { email: 'redirected@kunde.example', password, next });

    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/']);
  });

  test('a form of somebody signed out is answered with what to do, and nothing is lost', async () => {
    const answer = await new Browser(german).post('/tickets', { text: 'lang geschrieben' });

    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Ihr Text sollte noch da sein');
  });

  test('each page is for its role', async () => {
    const statuses: Record<string, number[]> = {};
    for (const role of ['requester', 'agent', 'admin'] as const) {
      const person = await known(`${role}-role@dtnet.de`);
      await setRole(env.DB, person.id, role);
      const browser = new Browser();
      await enter(browser, person.address);
      const answers = await Promise.all(['/tickets', '/desk', '/admin/people'].flatMap((path) => [browser.get(path), browser.post(path)]));
      statuses[role] = answers.map((answer) => answer.status);
    }

    expect(statuses).toEqual({
      requester: [200, 200, 403, 403, 403, 403],
      agent: [200, 200, 200, 200, 403, 403],
      admin: [200, 200, 200, 200, 200, 200],
    });
  });
});

describe('bad input', () => {
  test.each([
    ['', '', /id="email-error">Bitte geben.*id="password-error">Bitte geben/s],
    ['kein-at', password, /id="email-error">Das ist keine E-Mail-Adresse/],
    [anna, '', /id="password-error">Bitte geben Sie Ihr Passwort ein/],
  ])('on signing in with %j and %j is said at its field (W08)', async (email, tried, said) => {
    const answer = await new Browser(german).post('/sign-in', { email, password: tried });
    const page = await answer.text();

    expect(answer.status).toBe(422);
    expect(page).toMatch(said);
    expect(page).toContain(`value="${email}"`);
    expect(page).not.toContain(password);
  });

  test('on asking for a link is said at its field, with what was typed', async () => {
    const answer = await new Browser(english).post('/password/forgotten', { email: '"><b>x' });
    const page = await answer.text();

    expect(answer.status).toBe(422);
    expect(page).toContain('This is not an e-mail address.');
    expect(page).not.toContain('<b>x');
  });

  test('that is no form at all is refused', async () => {
    for (const path of ['/sign-in', '/password/forgotten', '/language']) {
      const answer = await new Browser().ask(path, { method: 'POST', headers: { Origin: 'http://localhost:8787', 'Content-Type': 'application/json' } });
      expect(answer.status).toBe(422);
    }
  });
});

describe('the language', () => {
  test('is the browser’s, then the chosen one, then the account’s (P15)', async () => {
    const browser = new Browser(english);
    expect(await (await browser.get('/sign-in')).text()).toContain('<html lang="en">');

    const chosen = await browser.post('/language', { language: 'de', to: '/sign-in?next=%2Ftickets' });
    expect([chosen.status, chosen.headers.get('Location')]).toEqual([303, '/sign-in?next=%2Ftickets']);
    expect(chosen.headers.getSetCookie()[0]).toMatch(/^language=de; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await (await browser.get('/sign-in')).text()).toContain('<html lang="de">');

    await known('tongue@kunde.example', 'en');
    await enter(browser, 'tongue@kunde.example');
    expect(await (await browser.get('/')).json()).toMatchObject({ language: 'en' });
    await browser.post('/language', { language: 'de', to: '//evil.example' });
    expect((await known('tongue@kunde.example')).language).toBe('de');
  });

  test('is none but ours', async () => {
    expect((await new Browser().post('/language', { language: 'fr' })).status).toBe(422);
  });
});
