/** Several queues and merged tickets in the built desk: real mails in and out, a real browser for the agents. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { mailTo, sendRawMail, type SentMail, unreadMails } from '../support/local-mail.ts';
import { rawMail } from '../support/raw-mail.ts';
import { form, send, setFirstPassword, signIn, visitor, words } from '../support/visitor.ts';

const admin = 'admin@dtnet.de';
const max = 'max@kunde.example';
const karla = 'karla@kunde.example';

let desk: Desk;
let chromium: Browser;
let adminAt: Page;

beforeAll(async () => {
  [desk, chromium] = await Promise.all([startDesk(), browser()]);
  adminAt = await visitor(chromium, desk, 'en-GB');
  await setFirstPassword(adminAt, desk, admin);
  await signIn(adminAt, admin);
});
afterAll(async () => {
  await chromium?.close();
  await desk?.stop();
});

/** Mails the desk and returns the acknowledgement. */
async function opened(from: string, subject: string, to = 'support@dtnet.de'): Promise<{ number: number; letter: SentMail }> {
  await sendRawMail(desk, rawMail({ from, to, subject, text: `${subject} von ${from}` }), { from, to });
  const letter = await mailTo(desk, from);
  return { number: Number(/#(\d+)\]/.exec(letter.subject)?.[1]), letter };
}

async function answer(from: string, letter: SentMail, text: string): Promise<void> {
  const to = letter.replyTo ?? '';
  await sendRawMail(desk, rawMail({ from, to, subject: 'Re: ohne Kennung', text }), { from, to });
}

describe('a queue of its own', () => {
  test('is made by an admin in the browser, and writes from its address with its tag (T12)', async () => {
    await adminAt.goto('/admin/queues');
    await send(adminAt, '/admin/queues', { name: 'Verkauf', address: 'verkauf@dtnet.de', tag: 'dtnet-verkauf', due_days: '1' });

    const { number, letter } = await opened(max, 'Angebot [other #79]', 'verkauf@dtnet.de');

    expect(await words(adminAt)).toContain('verkauf@dtnet.de');
    expect(letter.from).toContain('verkauf@dtnet.de');
    expect(letter.replyTo).toMatch(new RegExp(`verkauf\\+${number}-\\d+-[a-z2-7]{16}@dtnet\\.de`));
    expect(letter.subject).toBe(`[dtnet-verkauf #${number}] Angebot [other #79]`);
    expect(letter.text).toContain(`[dtnet-verkauf #${number}]`);
  });

  test('says at the field what is wrong, and keeps what was typed', async () => {
    await adminAt.goto('/admin/queues');
    await send(adminAt, '/admin/queues', { name: 'Zweiter', address: 'verkauf@dtnet.de', tag: 'dtnet.de' });

    expect(await words(adminAt)).toContain('leads to the queue Verkauf already');
    expect(await adminAt.locator('.field.wrong').count()).toBe(2);
    expect(await adminAt.locator('[name=name]').inputValue()).toBe('Zweiter');
  });

  test('a ticket moved into it writes from there from then on (L11, T12)', async () => {
    const { number } = await opened(max, 'Falsch gelandet');
    await adminAt.goto(`/tickets/${number}`);
    await adminAt.locator(`form[action="/tickets/${number}/queue"] select`).locator('xpath=ancestor::details/summary').click();
    await adminAt.selectOption(`form[action="/tickets/${number}/queue"] select`, { label: 'Verkauf' });
    await Promise.all([adminAt.waitForResponse((one) => one.request().method() === 'POST'), form(adminAt, `/tickets/${number}/queue`).locator('button').click()]);
    await adminAt.waitForLoadState('load');
    await send(adminAt, `/tickets/${number}/replies`, { text: 'Der Verkauf meldet sich.' });

    const letter = await mailTo(desk, max, 'Falsch gelandet');

    expect(await words(adminAt)).toContain('changed queue: Support → Verkauf');
    expect(letter.from).toContain('verkauf@dtnet.de');
    expect(letter.subject).toBe(`[dtnet-verkauf #${number}] Falsch gelandet`);
  });
});

describe('two tickets of one problem', () => {
  let first: { number: number; letter: SentMail };
  let into: { number: number; letter: SentMail };

  test('are merged in the browser, nobody gets a letter, and both histories are one (T13)', async () => {
    into = await opened(max, 'Drucker druckt nicht');
    first = await opened(karla, 'Fax druckt nicht');
    await adminAt.goto(`/tickets/${first.number}`);

    await send(adminAt, `/tickets/${first.number}/merge`, { into: String(into.number) });

    expect(new URL(adminAt.url()).pathname).toBe(`/tickets/${into.number}`);
    for (const part of [`Fax druckt nicht von ${karla}`, `Drucker druckt nicht von ${max}`, `from #${first.number}`]) expect(await words(adminAt)).toContain(part);
    expect(await unreadMails(desk)).toEqual([]);
  });

  test('an answer to a letter of the merged one reaches all on the survivor, though it names only the old key, and letters tell newcomers nothing older (T13, SJ21)', async () => {
    await send(adminAt, `/tickets/${into.number}/replies`, { text: 'Ich komme um zehn.' });
    const [, toKarla] = await Promise.all([mailTo(desk, max, 'Drucker'), mailTo(desk, karla, 'Drucker')]);

    await answer(karla, first.letter, 'Um zehn passt mir.');

    const letter = await mailTo(desk, max, 'Drucker');
    expect(letter.text).toContain('Um zehn passt mir.');
    expect(letter.text).toContain('Ich komme um zehn.');
    expect(toKarla.text).toContain(`Fax druckt nicht von ${karla}`);
    expect(toKarla.text).not.toContain(`Drucker druckt nicht von ${max}`);
    expect(letter.subject).toContain(`#${into.number}]`);
  });

  test('the requester of the merged one is led to the survivor, and reads there what came along (T13, W05)', async () => {
    const karlaAt = await visitor(chromium, desk, 'de-DE');
    await setFirstPassword(karlaAt, desk, karla);
    await signIn(karlaAt, karla);
    await karlaAt.goto(`/tickets/${first.number}`);

    expect(new URL(karlaAt.url()).pathname).toBe(`/tickets/${into.number}`);
    expect(await words(karlaAt)).toContain(`Fax druckt nicht von ${karla}`);
    expect(await words(karlaAt)).not.toContain(`Drucker druckt nicht von ${max}`);
    await karlaAt.context().close();
  });

  test('are split again, and the old key leads to the old ticket again (T13)', async () => {
    await adminAt.goto(`/tickets/${into.number}`);
    await send(adminAt, `/tickets/${first.number}/unmerge`);
    await answer(karla, first.letter, 'Nur zum Fax.');

    await expect.poll(async () => {
      await adminAt.goto(`/tickets/${first.number}`);
      return words(adminAt);
    }).toContain('Nur zum Fax.');
    await adminAt.goto(`/tickets/${into.number}`);
    expect(await words(adminAt)).not.toContain(`Fax druckt nicht von ${karla}`);
    expect(await words(adminAt)).toContain('Um zehn passt mir.');
  });
});
