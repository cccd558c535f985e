/** The hits that the search shows while one types. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from '../support/axe.ts';
import { staffedDesk, type StaffedDesk } from '../support/staffed-desk.ts';

let at: StaffedDesk;
let page: Page;
let printer: number;

beforeAll(async () => {
  at = await staffedDesk();
  page = at.annaAt;
  printer = await at.openTicket('Netzwerkdrucker streikt');
  await at.openTicket('Drucker im Keller');
});
afterAll(() => at?.stop());

const field = () => page.locator('input[type=search]');
const hits = (of = page) => of.locator('.hits [role=option]');
const type = async (text: string) => {
  await field().fill('');
  await field().pressSequentially(text);
};
const begin = async () => void (await page.goto('/desk?view=open'));

describe('the search of an agent', () => {
  test('shows the first hits while one types, with the words marked and their number for ears', async () => {
    await begin();
    await type('drucke');

    await expect.poll(() => hits().count()).toBe(2);
    expect(await hits().locator('mark').allTextContents()).toEqual(['Drucke', 'drucke']);
    expect(await page.locator('.search [role=status]').textContent()).toBe('2 Treffer, mit Pfeil ab erreichbar');
    expect(await field().getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    expect(await barriers(page)).toEqual([]);
  });

  test('leads to a hit by the arrows and Enter, while the focus stays in the field', async () => {
    await begin();
    await type('drucke');
    await expect.poll(() => hits().count()).toBe(2);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await field().getAttribute('aria-activedescendant')).toBe(`hit-${printer}`);
    expect(await hits().nth(1).getAttribute('aria-selected')).toBe('true');
    expect(await page.locator(':focus').getAttribute('type')).toBe('search');

    await page.keyboard.press('Enter');
    await page.waitForURL(`**/tickets/${printer}`);
  });

  test('leads to a hit by a click, and to all hits by Enter alone', async () => {
    await begin();
    await type('netzwerkdr');
    await hits().first().click();
    await page.waitForURL(`**/tickets/${printer}`);

    await begin();
    await type('drucke');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/desk\?q=drucke$/);
  });

  test('is closed by Escape, which leaves what was typed; the next one leaves the field', async () => {
    await begin();
    await type('drucke');
    await expect.poll(() => hits().count()).toBe(2);
    await page.keyboard.press('Escape');
    expect(await page.locator('.hits').isVisible()).toBe(false);
    expect(await field().inputValue()).toBe('drucke');
    expect(await field().getAttribute('aria-expanded')).toBe('false');

    await page.keyboard.press('Escape');
    expect(await page.locator('input[type=search]:focus').count()).toBe(0);
  });

  test('asks once at a time, and never shows what was asked for before', async () => {
    const asked: string[] = [];
    const answers: (() => void)[] = [];
    await page.route('**/desk/hits?*', async (route) => {
      asked.push(new URL(route.request().url()).searchParams.get('q') ?? '');
      await new Promise<void>((answer) => answers.push(answer));
      await route.continue();
    });
    await begin();
    await type('keller');
    await expect.poll(() => asked).toEqual(['keller']);
    await type('netzwerk');
    await page.waitForTimeout(400);
    expect(asked).toEqual(['keller']);

    answers.shift()?.();
    await expect.poll(() => asked).toEqual(['keller', 'netzwerk']);
    expect(await hits().count()).toBe(0);
    answers.shift()?.();
    await expect.poll(() => hits().allTextContents()).toHaveLength(1);
    expect(await hits().first().getAttribute('id')).toBe(`hit-${printer}`);
    await page.unroute('**/desk/hits?*');
  });
});

test('a customer is shown hits among their own tickets, in their words (W04)', async () => {
  await at.karlaAt.goto('/tickets');
  await at.karlaAt.locator('input[type=search]').pressSequentially('erstes anl');

  await expect.poll(() => hits(at.karlaAt).count()).toBe(1);
  expect(await hits(at.karlaAt).textContent()).toContain('Erstes Anliegen');
});

test('the scripts run without a fault', () => {
  expect(at.faults).toEqual([]);
});
