/**
 * `npm run screenshots`: takes the README's pictures of a desk that `npm run demo` has filled. The pictures have the fonts of
 * the machine that takes them; before they are committed, `pngquant` makes them a third as big.
 */

import type { Browser, Page } from 'playwright-core';
import { join } from 'node:path';
import { browser } from '../test/support/browser.ts';
import { option } from './start/arguments.ts';
import { root } from './start/wrangler.ts';

const url = (option(process.argv.slice(2), '--url') ?? 'http://localhost:8787').replace(/\/$/, '');
const PASSWORD = 'demo-demo-demo';
const agent = 'jonas.winter@dtnet.de';
const customer = 'emma.hughes@northfield.example';

const chromium = await browser();
await takeDesk(chromium);
await takePhone(chromium);
await chromium.close();

async function takeDesk(chromium: Browser): Promise<void> {
  const page = await signedIn(chromium, agent, { width: 1280, height: 1040 });
  await speak(page, 'English');

  await open(page, 'Planning desk');
  await page.locator('.correspondence .letters > summary').first().click();
  await take(page, 'portal');

  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/desk?view=open');
  await take(page, 'desk');

  await speak(page, 'Deutsch');
}

async function takePhone(chromium: Browser): Promise<void> {
  const page = await signedIn(chromium, customer, { width: 390, height: 844 });
  await page.getByRole('link', { name: 'Wi-Fi' }).click();
  await take(page, 'phone');
}

async function signedIn(chromium: Browser, address: string, viewport: { width: number; height: number }): Promise<Page> {
  const context = await chromium.newContext({ baseURL: url, viewport, deviceScaleFactor: 2, colorScheme: 'light', locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.locator('[name=email]').fill(address);
  await page.locator('[name=password]').fill(PASSWORD);
  await page.locator('main form button').click();
  return page;
}

/** The account keeps the language, so it is set back at the end. */
async function speak(page: Page, language: 'English' | 'Deutsch'): Promise<void> {
  await page.getByRole('button', { name: language }).click();
}

async function open(page: Page, subject: string): Promise<void> {
  await page.goto('/desk?view=open');
  await page.getByRole('link', { name: subject }).click();
  await page.waitForLoadState('networkidle');
}

/** Without the banner that only a desk for trying out has. */
async function take(page: Page, name: string): Promise<void> {
  await page.locator('.banner').evaluateAll((banners) => banners.forEach((banner) => banner.remove()));
  await page.locator('body').evaluate((body) => body.ownerDocument.defaultView?.scrollTo({ top: 0, behavior: 'instant' }));
  await page.screenshot({ path: join(root, 'docs', `${name}.png`) });
}
