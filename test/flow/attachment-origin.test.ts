/** Files of mails under an address of their own: our pages show them, and they can do nothing there (SW10, SW11, ASVS 3.5.4). */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { mailTo, sendMail } from '../support/local-mail.ts';
import { png } from '../support/picture.ts';
import { setFirstPassword, signIn, visitor } from '../support/visitor.ts';

/** The same machine under its other name. */
const otherName = (url: string) => (url.includes('localhost') ? url.replace('localhost', '127.0.0.1') : url.replace('127.0.0.1', 'localhost'));

describe('files with an origin of their own', () => {
  let desk: Desk;
  let chromium: Browser;
  let agentAt: Page;
  let ticket: string;

  beforeAll(async () => {
    [desk, chromium] = await Promise.all([
      startDesk({ vars: { SECRETS_KEY: 'a key that only this desk of a test has' }, varsAt: async (url) => ({ ATTACHMENT_ORIGIN: otherName(url) }) }),
      browser(),
    ]);
    agentAt = await visitor(chromium, desk, 'de-DE');
    await setFirstPassword(agentAt, desk, 'admin@dtnet.de');
    await signIn(agentAt, 'admin@dtnet.de');
    const picture = { name: 'Meldung.png', type: 'image/png', bytes: png(30, 20, () => [20, 60, 140]) };
    await sendMail(desk, {
      from: 'Max Muster <max@kunde.example>', to: 'support@dtnet.de', subject: 'Drucker', text: 'siehe Bild',
      html: '<p>Siehe <b>Bild</b>: <img src="cid:shot@kunde" alt="Meldung"></p>',
      files: [{ ...picture, contentId: 'shot@kunde' }, { ...picture, name: 'Foto.png' }, { name: 'seite.html', type: 'text/html', bytes: Buffer.from('<script>alert(1)</script>') }],
    });
    ticket = `/tickets/${/#(\d+)\]/.exec((await mailTo(desk, 'max@kunde.example')).subject)?.[1]}`;
  });
  afterAll(async () => {
    await chromium?.close();
    await desk?.stop();
  });

  test('are seen on the ticket and within the mail (M04, SW10)', async () => {
    await agentAt.goto(ticket);
    const pictures = [agentAt.locator('.files img').first(), agentAt.frameLocator('iframe.mail-frame').first().locator('img[alt=Meldung]')];

    for (const picture of pictures) {
      await picture.scrollIntoViewIfNeeded();
      await expect.poll(() => picture.evaluate((image) => ('naturalWidth' in image ? image.naturalWidth : 0)), { timeout: 30_000 }).toBe(30);
    }
  });

  test('come from there by a pass, without the reader’s session, to whoever may have them alone (SW11)', async () => {
    await agentAt.goto(ticket);
    const link = (await agentAt.locator('.files a[href$="seite.html"]').getAttribute('href')) ?? '';

    const answer = await agentAt.request.get(link);
    const stranger = await (await chromium.newContext({ baseURL: desk.url })).request.get(link);
    const elsewhere = await agentAt.request.get(answer.url().replace(otherName(desk.url), desk.url));

    expect(answer.url().startsWith(`${otherName(desk.url)}/files/`)).toBe(true);
    expect(answer.headers()).toMatchObject({ 'content-type': 'application/octet-stream', 'content-security-policy': "sandbox; default-src 'none'", 'x-content-type-options': 'nosniff' });
    expect(answer.headers()['content-disposition']).toMatch(/^attachment;/);
    expect(new URL(stranger.url()).pathname).toBe('/sign-in');
    expect(elsewhere.status()).toBe(404);
  });

  test('are all that is there: no page of the portal (SW05)', async () => {
    for (const path of ['/sign-in', ticket, '/desk', '/files/wrong/x.png']) expect([404, 421]).toContain((await agentAt.request.get(otherName(desk.url) + path)).status());
  });
});
