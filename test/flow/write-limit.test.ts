/** Somebody sends forms faster than any person: they are told when to go on, and have lost nothing (SW20). */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { send, setFirstPassword, signIn, visitor, words } from '../support/visitor.ts';

describe('more forms than a person sends in a minute', () => {
  let desk: Desk;
  let chromium: Browser;
  let page: Page;

  beforeAll(async () => {
    [desk, chromium] = await Promise.all([startDesk(), browser()]);
    page = await visitor(chromium, desk, 'de-DE');
    await setFirstPassword(page, desk, 'admin@dtnet.de');
    await signIn(page, 'admin@dtnet.de');
  });
  afterAll(async () => {
    await chromium?.close();
    await desk?.stop();
  });

  test('are not carried out, and what was typed is there to be sent again (SW20)', async () => {
    await page.goto('/tickets/new');
    await useUp();

    await send(page, '/tickets', { subject: 'Drucker "druckt" nicht', text: 'Zeile eins\n\n<b>Zeile drei</b>', cc: 'boss@kunde.example' });
    expect(await words(page)).toContain('Das war viel auf einmal');
    expect(await page.locator('[name=text]').inputValue()).toBe('Zeile eins\n\n<b>Zeile drei</b>');

    await expect.poll(async () => {
      await send(page, '/tickets');
      return new URL(page.url()).pathname;
    }, { timeout: 120_000, interval: 2000 }).toMatch(/^\/tickets\/\d+$/);
    const ticket = await words(page);
    for (const part of ['Drucker "druckt" nicht', '<b>Zeile drei</b>', 'boss@kunde.example']) expect(ticket).toContain(part);
  }, 180_000);

  test('say when to come back, also to scripts, and never keep anybody from signing out (SW20)', async () => {
    const refused = await useUp();
    expect([refused.status(), refused.headers()['retry-after']]).toEqual([429, '60']);

    await page.goto('/');
    await page.locator('form[action="/sign-out"] button').click();
    await page.waitForURL(/\/sign-in/);
  }, 180_000);

  /** Sends a form that changes nothing until it is refused: the minute that is counted may end in between. */
  async function useUp() {
    for (let sent = 0; sent < 300; sent += 1) {
      const answer = await page.request.post('/profile', { headers: { Origin: desk.url }, form: { zone: 'nowhere' } });
      if (answer.status() === 429) return answer;
    }
    throw new Error('Three hundred forms were not too many');
  }
});
