/** The desk by keyboard alone: no test here uses a mouse. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staffedDesk, type StaffedDesk } from '../support/staffed-desk.ts';

let at: StaffedDesk;
let page: Page;
let numbers: number[] = [];

beforeAll(async () => {
  at = await staffedDesk();
  page = at.annaAt;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const subject of ['Eins', 'Zwei', 'Drei']) numbers.push(await at.openTicket(subject));
  numbers = numbers.toReversed();
});
afterAll(() => at?.stop());

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const focus = () => page.locator(':focus');
const path = () => new URL(page.url()).pathname;
/** A key that leads to another page, which is there when this returns. */
const leadsTo = async (url: string | RegExp, ...keys: string[]) => {
  await Promise.all([page.waitForURL(url), press(...keys)]);
  await page.waitForLoadState('load');
};
/** A key that sends a form; the page that follows is there when this returns. */
const sends = async (...keys: string[]) => void (await Promise.all([page.waitForEvent('load'), press(...keys)]));
const ticket = async (number: number | undefined) => void (await page.goto(`/tickets/${number}`));

describe('in a list', () => {
  test('j and k move, Enter opens, u comes back, and the brackets lead to the neighbours', async () => {
    await page.goto('/desk?view=nobody');
    await press('j', 'j', 'j', 'k');
    expect(await focus().textContent()).toBe('Zwei');

    await leadsTo(`**/tickets/${numbers[1]}`, 'Enter');
    await leadsTo(`**/tickets/${numbers[0]}`, '[');
    await leadsTo(`**/tickets/${numbers[1]}`, ']');
    await leadsTo(/view=nobody/, 'u');
  });

  test('the brackets go on over the page of the list, and say where the list ends', async () => {
    await page.goto('/desk?view=nobody&sort=number');
    await page.goto(`/desk?view=nobody&sort=number&after=${numbers[0]}~${numbers[0]}`);
    await press('j');
    await leadsTo(`**/tickets/${numbers[1]}`, 'Enter');
    await leadsTo(`**/tickets/${numbers[0]}`, '[');
    await press('[');
    await page.locator('#said', { hasText: 'der erste Vorgang der Liste' }).waitFor();
    await leadsTo(/sort=number&before=/, 'u');
  });

  test('x selects; e closes the selected ones and z takes that back; i, w and l begin the same on the row where one stands', async () => {
    await page.goto('/desk?view=nobody');
    await press('j', 'x', 'j', 'x');
    await leadsTo(/\/desk\/bulk\?.*act=status%3Aclosed/, 'e');
    expect(await page.locator('.tickets tbody tr').count()).toBe(2);
    await sends('Enter');
    expect(await page.locator('main').textContent()).toContain(`#${numbers[1]}`);
    await sends('z');
    await page.goto('/desk?view=nobody');
    expect(await page.locator('.tickets').textContent()).toContain('Drei');

    await press('j');
    await leadsTo(new RegExp(`act=owner%3Aanna%40.*number=${numbers[0]}`), 'i');
    await page.goBack();
    await press('j', 'l');
    expect(await focus().getAttribute('name')).toBe('value');
    await press('Escape', 'a');
    expect(await focus().getAttribute('name')).toBe('act');
  });

  test('r and n open the ticket of the row, in the box', async () => {
    await page.goto('/desk?view=nobody');
    await press('j');
    await leadsTo(/\/tickets\/\d+$/, 'n');
    expect(await focus().getAttribute('id')).toBe('comment-text');
  });

  test('the palette changes the row where one stands, knows all views, and searches', async () => {
    await page.goto('/desk?view=nobody');
    await press('j', 'Control+k');
    await page.keyboard.type('status: wartet');
    await leadsTo(/act=status%3Awaiting/, 'Enter');

    await press('Control+k');
    await page.keyboard.type('geschlossene');
    await leadsTo(/view=closed/, 'Enter');
    await press('Control+k');
    await page.keyboard.type('flackert');
    await leadsTo(/\/desk\?q=flackert/, 'Enter');
  });

  test('g and a letter lead to the views, and / to the search', async () => {
    await leadsTo(/\/desk\?view=open/, 'g', 'a');
    await leadsTo(/\/desk\?view=nobody/, 'g', 'u');
    await leadsTo(/\/desk$/, 'g', 'm');

    await press('/');
    expect(await focus().getAttribute('type')).toBe('search');
    await ticket(numbers[0]);
    await leadsTo(/view=nobody/, '/');
    expect(await focus().getAttribute('type')).toBe('search');
  });
});

/** What can be done on a ticket that a colleague has. */
const everyAction = ['Antworten', 'Kommentieren', 'Weiterleiten', 'Abtrennen', 'Übernehmen', 'Freigeben', 'Übergeben an …', 'Schließen', 'Auf Kunden warten', 'Warten bis …', 'Als Spam abweisen', 'Priorität: Ändern …', 'Fällig: Ändern …', 'Anbringen …', 'Zusammenführen …', 'Person hinzufügen …', 'Vorgang verknüpfen …', 'Neuer Vorgang als Fortsetzung', 'Notiz schreiben …', 'Einmalig noch an …', 'Entwurf speichern', 'Vorschau', 'Umdrehen Ältestes zuerst', 'Druckansicht', 'Neuer Vorgang'];

describe('on a ticket', () => {
  test('r writes an answer, which Ctrl and Enter send; n a comment', async () => {
    await ticket(numbers[0]);
    await press('r');
    await page.keyboard.type('Guten Tag, j k e i');
    await sends('Control+Enter');
    expect(await page.locator('.history').textContent()).toContain('Guten Tag, j k e i');

    await press('n');
    expect(await focus().getAttribute('id')).toBe('comment-text');
    await press('Escape', 'r');
    expect(await focus().getAttribute('id')).toBe('reply-text');
  });

  test('i takes it, a gives it away', async () => {
    await ticket(numbers[0]);
    await sends('i');
    expect(await page.locator('.ticket-head').textContent()).toContain('Anna Berger');

    await press('a');
    expect(await focus().getAttribute('id')).toBe('owner-owner');
    await page.keyboard.type('Carl');
    await press('Tab');
    await sends('Enter');
    expect(await page.locator('.ticket-head').textContent()).toContain('Carl Cramer');
  });

  test('e closes, m merges, z undoes the merge', async () => {
    await ticket(numbers[1]);
    await sends('e');
    expect(await page.locator('.ticket-head .status').textContent()).toContain('geschlossen');

    await ticket(numbers[2]);
    await press('m');
    await page.keyboard.type(String(numbers[0]));
    await sends('Enter');
    expect(path()).toBe(`/tickets/${numbers[0]}`);
    await sends('z');
    expect(path()).toBe(`/tickets/${numbers[2]}`);
    expect(await page.locator('.notice.careful', { hasText: 'Teil eines anderen' }).count()).toBe(0);
  });

  test('j and k go from text to text, . copies the number', async () => {
    await ticket(numbers[0]);
    await press('j', 'j');
    expect(await focus().getAttribute('href')).toBe(`/tickets/${numbers[0]}?article=1#article-1`);

    await press('.');
    await page.locator('#said', { hasText: 'kopiert' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`#${numbers[0]}`);
  });

  test('the palette finds every action by its words and does it', async () => {
    await ticket(numbers[0]);
    await press('Control+k');
    await page.keyboard.type('person hinzu');
    expect(await page.locator('.palette [role=option]').allTextContents()).toEqual(['Person hinzufügen …', 'Suchen: person hinzu']);
    await press('Enter');
    expect(await focus().getAttribute('id')).toBe('watchers-address');

    await press('Escape', 'Control+k');
    expect(await page.locator('.palette [role=option]').evaluateAll((rows) => rows.map((row) => row.firstChild?.textContent))).toEqual(expect.arrayContaining(everyAction));
    await page.keyboard.type('freigeben');
    await sends('Enter');
    expect(await page.locator('.ticket-head').textContent()).not.toContain('Carl Cramer');
  });
});

describe('the help', () => {
  test('shows the keys of the page where one is and no others', async () => {
    const shown = async () => (await page.locator('#keys-help dl > div:visible').evaluateAll((lines) => lines.map((line) => line.getAttribute('data-key')))).filter((key) => !'[]z'.includes(key ?? '')).join(' ');
    await page.goto('/desk?view=open');
    await press('?');
    expect(await shown()).toBe('j k Enter u / g m g a g u r n f i a e w l m x Ctrl K ?');
    await ticket(numbers[0]);
    await press('?');
    expect(await shown()).toBe('j k Enter u / g m g a g u r n f Ctrl Enter Esc i a e w l m . Ctrl K ?');
    await page.goto('/profile/security');
    await press('?');
    expect(await shown()).toBe('u / g m g a g u Ctrl K ?');
  });

  test('names the keys, and turns single ones off for good; Ctrl-K stays, and on again', async () => {
    await ticket(numbers[0]);
    await press('?');
    expect(await page.locator('#keys-help').textContent()).toContain('Zusammenführen');
    await page.getByRole('button', { name: 'Einzelne Tasten abschalten' }).focus();
    await sends('Enter');

    await press('r');
    expect(await focus().count()).toBe(0);
    await press('Control+k');
    await page.keyboard.type('tasten');
    await press('Enter');
    await page.getByRole('button', { name: 'Einzelne Tasten anschalten' }).focus();
    await sends('Enter');
    await press('r');
    expect(await focus().getAttribute('id')).toBe('reply-text');
  });
});

test('the scripts run without a fault', () => {
  expect(at.faults).toEqual([]);
});
