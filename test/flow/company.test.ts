import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser } from '../support/browser.ts';
import { startCompany, type CompanyServer } from '../support/company.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { setFirstPassword, visitor } from '../support/visitor.ts';

const admin = 'admin@dtnet.de';
let desk: Desk;
let company: CompanyServer;
let chromium: Browser;

beforeAll(async () => {
  chromium = await browser();
  desk = await startDesk({
    varsAt: async (url) => {
      company = await startCompany(`${url}/sign-in/company/back`);
      return { STAFF_SECOND_FACTOR: 'required', OIDC_ISSUER: company.issuer, OIDC_CLIENT_ID: company.clientId, OIDC_NAME: 'Firma', OIDC_CLIENT_SECRET: company.clientSecret };
    },
  });
  await setFirstPassword(await visitor(chromium, desk, 'en-GB'), desk, admin);
});
afterAll(() => Promise.all([chromium.close(), desk.stop(), company.stop()]));

async function throughCompany(): Promise<Page> {
  const page = await visitor(chromium, desk, 'en-GB');
  await page.goto('/sign-in?next=/desk/door');
  await page.locator('a[href^="/sign-in/company"]').click();
  await page.waitForURL((url) => url.origin === desk.url && url.pathname !== '/sign-in');
  return page;
}

describe('the company’s own sign-in', () => {
  test('lets an agent in whose verified address is an agent’s here, with nothing more asked (SW15)', async () => {
    company.person = { email: 'Admin@dtnet.de', email_verified: true };

    expect(new URL((await throughCompany()).url()).pathname).toBe('/desk/door');
  });

  test.each([
    ['an address that the company has not verified', { email: admin, email_verified: false }],
    ['somebody the desk does not know', { email: 'nobody@dtnet.de', email_verified: true }],
  ])('lets nobody in with %s (SJ13)', async (_, person) => {
    company.person = person;
    const page = await throughCompany();

    expect(await page.locator('main').innerText()).toContain('not an agent of this desk');
    await page.goto('/desk');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });

  test('takes no answer that was not asked for, and none twice (SW15)', async () => {
    company.person = { email: admin, email_verified: true };
    const page = await visitor(chromium, desk, 'en-GB');
    const answers: string[] = [];
    page.on('request', (request) => void (request.url().includes('/sign-in/company/back') && answers.push(request.url())));
    await page.goto('/sign-in');
    await page.locator('a[href^="/sign-in/company"]').click();
    await page.waitForURL('**/desk');

    const stranger = await visitor(chromium, desk, 'en-GB');
    const answer = await stranger.goto(answers[0] ?? '');
    expect(answer?.status()).toBe(403);
    const again = await page.goto(answers[0] ?? '');
    expect(again?.status()).toBe(403);
  });
});
