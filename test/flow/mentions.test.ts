/** Calling a colleague in a comment, and choosing letters, in a real browser. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailTo } from '../support/local-mail.ts';
import { staffedDesk, type StaffedDesk } from '../support/staffed-desk.ts';

let at: StaffedDesk;

beforeAll(async () => {
  at = await staffedDesk();
});
afterAll(() => at?.stop());

test('@ and the beginning of a name offer the colleague; by keyboard alone they are called, get a letter and are linked in the text (P08)', async () => {
  const { annaAt: page, desk } = at;
  const number = await at.openTicket('Wer weiß das?');
  await page.goto(`/tickets/${number}`);
  await page.locator('#comment-text').fill('Frag mal ');
  await page.keyboard.type('@cra');
  expect(await page.locator('.calls button:visible').allTextContents()).toEqual(['Carl Cramer']);

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.locator('#comment-text').inputValue()).toBe('Frag mal @Carl Cramer ');
  expect(await page.locator('.calls').isVisible()).toBe(false);
  await page.keyboard.type('bitte.');
  await page.locator('.box.comment .send button').click();

  await page.waitForLoadState('load');
  expect(await page.locator('a.mention').textContent()).toBe('@Carl Cramer');
  expect((await mailTo(desk, 'carl@dtnet.de', 'Wer weiß das?')).text).toContain('Frag mal @Carl Cramer bitte.');
  expect(at.faults).toEqual([]);
});

test('a letter chosen as never does not come, and the profile shows the choice', async () => {
  const { carlAt: page } = at;
  await page.goto('/profile');
  await page.locator('[name=letters_mentioned]').selectOption('never');
  await page.locator('form[action="/profile"] button').click();

  await page.waitForURL(/saved/);
  expect(await page.locator('[name=letters_mentioned]').inputValue()).toBe('never');
  expect(await page.locator('[name=letters_mine]').inputValue()).toBe('at-once');
});
