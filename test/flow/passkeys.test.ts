import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser } from '../support/browser.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { setFirstPassword, signIn, visitor } from '../support/visitor.ts';

let desk: Desk;
let chromium: Browser;
const admin = 'admin@dtnet.de';

beforeAll(async () => {
  [desk, chromium] = await Promise.all([startDesk({ vars: { STAFF_SECOND_FACTOR: 'required' } }), browser()]);
});
afterAll(() => Promise.all([chromium.close(), desk.stop()]));

/** A device with a fingerprint reader whose owner always agrees. */
async function withFingerprint(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } as const;
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options });
  return { refuse: () => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false }), agree: () => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true }) };
}

describe('a passkey', () => {
  let page: Page;
  let device: Awaited<ReturnType<typeof withFingerprint>>;

  test('is what an admin adds before anything else where a second factor is required (SW15)', async () => {
    await setFirstPassword(await visitor(chromium, desk, 'en-GB'), desk, admin);
    // A passkey belongs to a name; an address like 127.0.0.1 is none.
    page = await visitor(chromium, { ...desk, url: desk.url.replace('127.0.0.1', 'localhost') }, 'en-GB');
    await signIn(page, admin);
    device = await withFingerprint(page);

    for (const path of ['/desk', '/tickets', '/admin/people', '/desk/door']) {
      await page.goto(path);
      expect(new URL(page.url()).pathname).toBe('/profile/security');
    }
    expect(await page.locator('main').innerText()).toContain('asks its agents for a second factor');

    await page.locator('[data-passkey=add] input').fill('work laptop');
    await page.locator('[data-passkey=add] button').click();
    await page.waitForSelector('.ways strong:has-text("work laptop")');
    await page.goto('/desk');
    expect(new URL(page.url()).pathname).toBe('/desk');
  });

  test('signs in without address and password (SW15)', async () => {
    await page.goto('/');
    await page.locator('form[action="/sign-out"] button').click();
    await page.waitForURL('**/sign-in');

    await page.locator('[data-passkey=sign-in] button').click();

    await page.waitForURL('**/desk');
  });

  test('is the second step after a password', async () => {
    await page.locator('form[action="/sign-out"] button').click();
    await page.waitForURL('**/sign-in');
    await signIn(page, admin);
    await page.waitForURL('**/sign-in/second');

    await page.locator('[data-passkey=sign-in] button').click();

    await page.waitForURL('**/desk');
  });

  test('opens nothing when its owner does not agree, and says so', async () => {
    await page.locator('form[action="/sign-out"] button').click();
    await page.waitForURL('**/sign-in');
    await device.refuse();

    await page.locator('[data-passkey=sign-in] button').click();
    await page.waitForSelector('[data-passkey=sign-in] .error:not([hidden])');

    await page.goto('/desk');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await device.agree();
  });

  test('counts only for the challenge that was asked of it, and only once (SW15)', async () => {
    const answers = await page.evaluate(misuse);

    expect(answers).toEqual({ foreign: 401, first: 200, again: 401, nothing: 401 });
  });
});

/** Run in the page, whose types Node does not know: what each wrong or repeated answer gets. */
const misuse = `(async () => {
  const post = (path, body) => fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (character) => character.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '');
  const sign = async (challenge) => {
    const { id, rawId, type, response } = await navigator.credentials.get({ publicKey: { challenge: bytes(challenge), userVerification: 'required' } });
    const { clientDataJSON, authenticatorData, signature, userHandle } = response;
    return { id, rawId: text(rawId), type, response: { clientDataJSON: text(clientDataJSON), authenticatorData: text(authenticatorData), signature: text(signature), userHandle: text(userHandle) } };
  };
  const asked = async () => (await (await post('/sign-in/passkey/options', {})).json()).challenge;

  await asked();
  const foreign = (await post('/sign-in/passkey', await sign('A'.repeat(43)))).status;
  const right = await sign(await asked());
  const first = (await post('/sign-in/passkey', right)).status;
  const again = (await post('/sign-in/passkey', right)).status;
  const nothing = (await post('/sign-in/passkey', { id: 'x' })).status;
  return { foreign, first, again, nothing };
})()`;
