/** The demo is only worth something if it goes through the doors that people use (docs/decisions/0008), and comes out believable. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { unstable_readConfig } from 'wrangler';
import { cases } from '../../scripts/demo/cases/cases.ts';
import { engage } from '../../scripts/demo/engage.ts';
import { play, type Stage } from '../../scripts/demo/play.ts';
import { opening } from '../../scripts/demo/when.ts';
import { readSettings } from '../../src/settings.ts';
import { browser } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { visitor, words } from '../support/visitor.ts';

let desk: Desk;
let stage: Stage;

beforeAll(async () => {
  // As `npm start` has it: answers wait for an undo, and the demo hurries them on.
  desk = await startDesk({ vars: { UNDO_SECONDS: '10' } });
  stage = await engage(desk, readSettings(unstable_readConfig({ config: 'wrangler.toml' }).vars), Date.now());
});
afterAll(async () => desk?.stop());

test('a demo ticket is opened, answered and closed on its days of the past, by mail and in the portal (S1, S5, S15)', async () => {
  const closed = await played('Drucker Buchhaltung meldet Papierstau');

  const page = await pageOf(closed);

  for (const part of ['geschlossen', 'Sabine Krause', 'Jonas Winter', 'Die Wippe hing tatsächlich', 'Einzugsrolle ist bei 180.000 Blatt', 'LaserJet-M507']) expect(page.text).toContain(part);
  expect(page.instants.filter((instant) => instant > stage.now - 20 * DAY)).toEqual([]);
});

test('a demo customer who has written before opens a ticket with the form and its helps (S17)', async () => {
  const opened = await played('Reisekosten: Kostenstelle 4711');

  const page = await pageOf(opened);

  for (const part of ['im Portal', 'Wer ist noch betroffen?', 'Alle, die auf der Messe waren']) expect(page.text).toContain(part);
});

test('a demo agent who is told that no file is attached sends the answer as it is (P07)', async () => {
  const warned = await played('Appointment reminders were sent twice');

  const page = await pageOf(warned);

  expect(page.text).toContain('is attached to the program');
});

test('every demo case has a subject of its own, and is opened before it is answered', () => {
  expect(new Set(cases.map((one) => one.subject)).size).toBe(cases.length);
  expect(cases.filter((one) => opening(stage.now, ...one.opened) >= stage.now)).toEqual([]);
});

const DAY = 24 * 3_600_000;

async function played(subject: string): Promise<number> {
  const written = cases.find((one) => one.subject.startsWith(subject));
  if (written === undefined) throw new Error(`The demo has no case "${subject}"`);
  return play(stage, written, opening(stage.now, ...written.opened));
}

/** What an agent reads there, and every instant on it. */
async function pageOf(number: number): Promise<{ text: string; instants: number[] }> {
  const chromium = await browser();
  const page = await visitor(chromium, desk, 'de-DE');
  await page.goto('/sign-in');
  await page.locator('[name=email]').fill('anna.berger@dtnet.de');
  await page.locator('[name=password]').fill('demo-demo-demo');
  await page.locator('main button.main').click();
  await page.goto(`/tickets/${number}`);
  const text = await words(page);
  const instants = await page.locator('main time').evaluateAll((times) => times.map((time) => Date.parse(time.getAttribute('datetime') ?? '')));
  await chromium.close();
  return { text, instants };
}
