/** Pages that keep themselves up to date, in real browsers side by side. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staffedDesk, type StaffedDesk } from '../support/staffed-desk.ts';
import { form, send } from '../support/visitor.ts';

let at: StaffedDesk;
let number = 0;
let annaAt: Page;
let carlAt: Page;
let karlaAt: Page;

beforeAll(async () => {
  at = await staffedDesk();
  ({ annaAt, carlAt, karlaAt } = at);
  number = await at.openTicket('Bildschirm flackert');
});
afterAll(() => at?.stop());

const soon = { timeout: 20_000 };
const entry = (page: Page, text: string) => page.locator('.history article', { hasText: text });
const replyBox = (page: Page) => form(page, `/tickets/${number}/replies`).locator('textarea');

describe('side by side', () => {
  test('an answer arrives on the pages of colleague and customer by itself, marked and spoken, without a reload', async () => {
    for (const page of [annaAt, carlAt, karlaAt]) await page.goto(`/tickets/${number}`);
    await annaAt.evaluate('window.sameLoad = true');
    await karlaAt.evaluate('window.sameLoad = true');

    await send(carlAt, `/tickets/${number}/replies`, { text: 'Bitte tauschen Sie das Kabel.' });

    for (const page of [annaAt, karlaAt]) {
      await entry(page, 'tauschen Sie das Kabel').waitFor(soon);
      expect(await page.evaluate('window.sameLoad')).toBe(true);
      expect(await page.locator('li[data-arrived]').count()).toBe(1);
      expect(await page.locator('#news').textContent()).toBe('Neu im Verlauf: Carl Cramer');
    }
    expect(await annaAt.locator('.ticket-head .status').textContent()).toContain('offen');
  });

  test('a comment arrives at the colleague and never at the customer (P08)', async () => {
    await send(carlAt, `/tickets/${number}/comments`, { text: 'Grafikkarte bestellen' });
    await entry(annaAt, 'Grafikkarte').waitFor(soon);
    await send(carlAt, `/tickets/${number}/replies`, { text: 'Ein neues Kabel ist unterwegs.' });
    await entry(karlaAt, 'neues Kabel ist unterwegs').waitFor(soon);

    expect(await karlaAt.content()).not.toContain('Grafikkarte');
  });

  test('agents see who else is there and who writes; the customer sees neither', async () => {
    await annaAt.locator('#presence', { hasText: 'Auch hier: Carl Cramer' }).waitFor(soon);

    await replyBox(carlAt).fill('Guten Tag');
    await annaAt.locator('#presence', { hasText: 'Schreibt gerade: Carl Cramer' }).waitFor(soon);
    await replyBox(carlAt).fill('');
    await annaAt.locator('#presence', { hasText: 'Auch hier: Carl Cramer' }).waitFor(soon);

    await carlAt.goto('/desk');
    await annaAt.locator('#presence').waitFor({ state: 'hidden', ...soon });
    expect(await karlaAt.locator('#presence').count()).toBe(0);
  });

  test('what somebody types stays as it is while the page around it changes', async () => {
    await annaAt.goto(`/tickets/${number}`);
    await carlAt.goto(`/tickets/${number}`);
    await replyBox(annaAt).fill('Halb geschrieben');
    await replyBox(annaAt).focus();

    await send(carlAt, `/tickets/${number}/comments`, { text: 'Kabel liegt bereit' });
    await entry(annaAt, 'Kabel liegt bereit').waitFor(soon);
    await form(carlAt, `/tickets/${number}/status`).locator('button[value=closed]').click();
    await annaAt.locator('.ticket-head .status.closed').waitFor(soon);

    expect(await replyBox(annaAt).inputValue()).toBe('Halb geschrieben');
    expect(await annaAt.locator('textarea:focus').getAttribute('id')).toBe('reply-text');
  });

  test('an answer does not go past what arrived while it was written: it is shown first, and then sent with one press (L08)', async () => {
    const asked = await at.openTicket('Tastatur klebt');
    await annaAt.goto(`/tickets/${asked}`);
    await carlAt.goto(`/tickets/${asked}`);
    await form(annaAt, `/tickets/${asked}/replies`).locator('textarea').fill('Bitte reinigen Sie sie.');
    await send(carlAt, `/tickets/${asked}/replies`, { text: 'Wir tauschen sie aus.' });
    await entry(annaAt, 'tauschen sie aus').waitFor(soon);

    await send(annaAt, `/tickets/${asked}/replies`);

    expect(await annaAt.locator('.unseen').textContent()).toContain('Wir tauschen sie aus.');
    expect(await form(annaAt, `/tickets/${asked}/replies`).locator('textarea').inputValue()).toBe('Bitte reinigen Sie sie.');
    expect(await entry(annaAt, 'reinigen Sie sie').count()).toBe(0);
    await annaAt.getByRole('button', { name: 'Trotzdem senden' }).click();
    await entry(carlAt, 'reinigen Sie sie').waitFor(soon);
  });

  test('lists and their counts follow: the desk\'s and the customer\'s own', async () => {
    await annaAt.goto('/desk?view=nobody');
    await karlaAt.goto('/tickets');
    await annaAt.evaluate('window.sameLoad = true');

    const fresh = await at.openTicket('Maus klemmt');

    for (const page of [annaAt, karlaAt]) await page.locator('.tickets', { hasText: 'Maus klemmt' }).waitFor(soon);
    await carlAt.goto(`/tickets/${fresh}`);
    await form(carlAt, `/tickets/${fresh}/status`).locator('button[value=closed]').click();
    await karlaAt.locator('.tickets', { hasText: 'Maus klemmt' }).waitFor({ state: 'detached', ...soon });
    expect(await annaAt.evaluate('window.sameLoad')).toBe(true);
  });

  test('runs without a fault, and within the trusted types that the policy wants', () => {
    expect(at.faults).toEqual([]);
  });
});
