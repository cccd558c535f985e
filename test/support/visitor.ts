import { type Browser, type Locator, type Page } from 'playwright-core';
import type { Desk } from './desk.ts';
import { mailTo, type SentMail } from './local-mail.ts';

export const password = 'ein langes Passwort 2026';

/** Somebody with a browser of their own, set to `locale`. */
export async function visitor(chromium: Browser, desk: Desk, locale: string): Promise<Page> {
  const context = await chromium.newContext({ baseURL: desk.url, locale, timezoneId: 'Europe/Berlin' });
  context.setDefaultTimeout(30_000);
  return context.newPage();
}

/** All words of the page's main part, blanks made one. Reads the text as written, whatever the stylesheet makes of its case. */
export async function words(page: Page): Promise<string> {
  return ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ');
}

export function form(page: Page, action: string): Locator {
  return page.locator(`form[action="${action}"]`);
}

/** Fills the form's fields by name and sends it; the page that follows is loaded when this returns. */
export async function send(page: Page, action: string, fields: Record<string, string> = {}): Promise<void> {
  const filled = form(page, action).first();
  for (const [name, value] of Object.entries(fields)) await fill(filled.locator(`[name="${name}"]:not([type=hidden])`).first(), value);
  await Promise.all([page.waitForLoadState('load'), page.waitForResponse((answer) => answer.request().method() === 'POST'), filled.locator('button[type=submit], button:not([type])').first().click()]);
  await page.waitForLoadState('load');
}

async function fill(field: Locator, value: string): Promise<void> {
  // A field may stand in a part of the page that is opened by hand.
  const folded = field.locator('xpath=ancestor::details[not(@open)]/summary').first();
  if (await folded.count() > 0) await folded.click();
  const tag = await field.evaluate((element) => element.nodeName);
  if (tag === 'SELECT') await field.selectOption(value);
  else await field.fill(value);
}

export async function signIn(page: Page, address: string): Promise<void> {
  await page.goto('/sign-in');
  await send(page, '/sign-in', { email: address, password });
}

/** *Forgotten password* → mailed link → new password twice, as somebody does who never had one. Returns the letter. */
export async function setFirstPassword(page: Page, desk: Desk, address: string): Promise<SentMail> {
  await page.goto('/password/forgotten');
  await send(page, '/password/forgotten', { email: address });
  const letter = await mailTo(desk, address);
  await page.goto(linkIn(letter, `${desk.url}/password/new`));
  await page.locator('[name=password]').fill(password);
  await page.locator('[name=password_again]').fill(password);
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === 'POST'), page.locator('main button[type=submit]').first().click()]);
  await page.waitForLoadState('load');
  return letter;
}

/** The first link of the letter's plain text that begins with `start`. */
export function linkIn(letter: SentMail, start: string): string {
  const link = (letter.text.match(/https?:\/\/[^\s<>]+/g) ?? []).find((one) => one.startsWith(start));
  if (link === undefined) throw new Error(`No link to ${start} in: ${letter.text}`);
  return link;
}
