/** Mails on a ticket's page in a real browser. */

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { mailTo, sendMail } from '../support/local-mail.ts';
import { png } from '../support/picture.ts';
import { setFirstPassword, signIn, visitor } from '../support/visitor.ts';

const screenshot = { name: 'Meldung.png', type: 'image/png', bytes: png(300, 200, () => [20, 60, 140]), contentId: 'shot@kunde' };
const html = '<p>Der <b>Drucker</b> druckt nicht.</p><p><img src="cid:shot@kunde" alt="Meldung"></p><p><img src="https://cdn.shop.example/hero.png" alt="Angebot" width="500" height="300"></p>'
  + '<img src="https://track.shop.example/p.gif" width="1" height="1"><p>Zur <a href="https://evil.example/x">https://bank.example</a></p>'
  + '<div class="gmail_quote"><div class="gmail_attr">Am Di., 24. Nov. 2026 um 10:00 schrieb Anna &lt;anna@dtnet.de&gt;:<br></div><blockquote class="gmail_quote"><p>Alte Mail</p><p>mit vielen Zeilen</p><p>und noch einer</p></blockquote></div>';

describe('a mail on its ticket’s page', () => {
  let desk: Desk;
  let chromium: Browser;
  let signedInAt: Page;
  let path: string;

  beforeAll(async () => {
    [desk, chromium] = await Promise.all([startDesk(), browser()]);
    signedInAt = await visitor(chromium, desk, 'de-DE');
    await setFirstPassword(signedInAt, desk, 'admin@dtnet.de');
    await signIn(signedInAt, 'admin@dtnet.de');
    await sendMail(desk, { from: 'Max Muster <max@kunde.example>', to: 'support@dtnet.de', subject: 'Drucker', text: 'x', html, files: [screenshot] });
    const { subject } = await mailTo(desk, 'max@kunde.example');
    path = `/tickets/${/#(\d+)\]/.exec(subject)?.[1]}`;
  });
  afterAll(async () => {
    await chromium?.close();
    await desk?.stop();
  });

  /** The ticket, with its mail in sight, and every address outside of the desk that was asked for. */
  async function open(options: BrowserContextOptions = {}): Promise<{ page: Page; outside: string[] }> {
    const context = await chromium.newContext({ baseURL: desk.url, locale: 'de-DE', storageState: await signedInAt.context().storageState(), ...options });
    const outside: string[] = [];
    await context.route((url) => url.origin !== desk.url, async (route) => {
      outside.push(route.request().url());
      await route.fulfill({ contentType: 'image/png', body: Buffer.from(png(500, 300, () => [200, 80, 20])) });
    });
    const page = await context.newPage();
    await page.goto(path);
    await page.locator('iframe').scrollIntoViewIfNeeded();
    await page.frameLocator('iframe').getByText('druckt nicht').waitFor();
    return { page, outside };
  }

  const heightOf = (page: Page) => page.locator('iframe').evaluate((frame) => [frame.clientHeight, frame.contentDocument.documentElement.scrollHeight]);

  test('is as high as it is, also after its fold is opened (M04, M08)', async () => {
    const { page } = await open();
    const fold = page.frameLocator('iframe').locator('summary');

    await expect.poll(async () => (await heightOf(page)).reduce((frame, mail) => Math.abs(frame - mail))).toBeLessThan(4);
    const [before = 0] = await heightOf(page);
    await fold.click();

    await expect.poll(async () => (await heightOf(page))[0]).toBeGreaterThan(before + 40);
    await expect.poll(async () => (await heightOf(page)).reduce((frame, mail) => Math.abs(frame - mail))).toBeLessThan(4);
    await page.context().close();
  });

  test('loads nothing from elsewhere until a click that names the host, and then only that (W06)', async () => {
    const { page, outside } = await open();
    const mail = page.frameLocator('iframe');

    expect(await mail.locator('.images').textContent()).toContain('Bilder von cdn.shop.example wurden nicht geladen.');
    expect(outside).toEqual([]);
    await mail.getByRole('link', { name: 'Bilder zeigen' }).click();

    await expect.poll(() => mail.locator('img[src^="https://cdn"]').evaluate((shown) => shown.naturalWidth)).toBe(500);
    expect(outside).toEqual(['https://cdn.shop.example/hero.png']);
    await page.context().close();
  });

  test('is whole without script: pictures, images by a click, text and source by links (W01)', async () => {
    const { page, outside } = await open({ javaScriptEnabled: false });
    const mail = page.frameLocator('iframe');

    expect((await page.locator('iframe').boundingBox())?.height).toBeGreaterThan(250);
    await mail.getByRole('link', { name: 'Bilder zeigen' }).click();
    await mail.locator('img[src^="https://cdn"]').waitFor();
    expect(outside).toEqual(['https://cdn.shop.example/hero.png']);
    await page.getByRole('link', { name: 'Als Text zeigen' }).click();
    expect(await page.locator('main').textContent()).toContain('x');
    await page.goto(path);
    await page.getByRole('link', { name: 'Quelltext zeigen' }).click();
    expect(await page.locator('pre').textContent()).toContain('Subject: Drucker');
    await page.context().close();
  });

  test('tells where a link leads that names another place, and opens its pictures by themselves (SH08, M04)', async () => {
    const { page } = await open();
    const mail = page.frameLocator('iframe');

    expect(await mail.locator('.host').textContent()).toBe('→ evil.example');
    const [picture] = await Promise.all([page.waitForEvent('popup'), mail.locator('img[alt="Meldung"]').click()]);
    expect(picture.url()).toContain(`${path}/attachments/`);
    await page.context().close();
  });

  test('fits a phone', async () => {
    const { page } = await open({ viewport: { width: 320, height: 700 } });

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(await page.locator('iframe').evaluate((frame) => frame.contentDocument.documentElement.scrollWidth - frame.clientWidth)).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
