/** The door in a real browser: what waits is read in words and decided with one key each (A20), and the letter's question with one press. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { mailTo, sendRawMail } from '../support/local-mail.ts';
import { rawMail, type PlainMail } from '../support/raw-mail.ts';
import { linkIn, send, setFirstPassword, signIn, visitor, words } from '../support/visitor.ts';

const support = 'support@dtnet.de';
const admin = 'admin@dtnet.de';
const max = 'max@kunde.example';
const karla = 'karla@kunde.example';
const moritz = 'moritz@kunde.example';

let desk: Desk;
let chromium: Browser;
let agentAt: Page;
let maxAt: Page;
let number: number;
let key: string;

beforeAll(async () => {
  [desk, chromium] = await Promise.all([startDesk({ vars: { MAIL_AUTHENTICATION: 'cloudflare' } }), browser()]);
  [agentAt, maxAt] = [await visitor(chromium, desk, 'en-GB'), await visitor(chromium, desk, 'de-DE')];
  await setFirstPassword(agentAt, desk, admin);
  await signIn(agentAt, admin);
  await brought({ from: `Max Muster <${max}>`, to: support, subject: 'Drucker', text: 'Er druckt nicht.' }, 'pass');
  const acknowledgement = await mailTo(desk, max);
  number = Number(/#(\d+)\]/.exec(acknowledgement.subject)?.[1]);
  key = acknowledgement.replyTo ?? '';
});
afterAll(async () => {
  await chromium?.close();
  await desk?.stop();
});

describe('the question in a letter', () => {
  test('is answered on a page with two buttons, and the mail is on the ticket (A05)', async () => {
    await agentAt.goto(`/tickets/${number}`);
    await send(agentAt, `/tickets/${number}/replies`, { text: 'Ist er an?' });
    await mailTo(desk, max, `#${number}`);
    await brought({ from: max, to: support, subject: `[dtnet.de #${number}] Drucker`, text: 'Ja, er ist an.' }, 'none');
    const letter = await mailTo(desk, max, `#${number}`);
    expect(letter.headers['Auto-Submitted']).toBe('auto-replied');
    expect(letter.text + letter.html).not.toContain('er ist an');

    await maxAt.goto(linkIn(letter, `${desk.url}/confirm`));
    expect(await words(maxAt)).toContain('Ja, er ist an.');
    await Promise.all([maxAt.waitForURL(/\/confirm\/said/), maxAt.getByRole('button', { name: 'Ja, ich habe sie geschrieben' }).click()]);

    expect(await words(maxAt)).toContain('Ihre Mail ist am Vorgang');
    await agentAt.goto(`/tickets/${number}`);
    expect(await words(agentAt)).toContain('Ja, er ist an.');
  });

  test('about somebody with one’s reply address brings them along, and their own yes brings the mail (A04)', async () => {
    await brought({ from: `Moritz <${moritz}>`, to: support, subject: 'Maus', text: 'Sie klemmt.' }, 'pass');
    const acknowledgement = await mailTo(desk, moritz);
    const ticket = Number(/#(\d+)\]/.exec(acknowledgement.subject)?.[1]);
    await agentAt.goto(`/tickets/${ticket}`);
    await send(agentAt, `/tickets/${ticket}/replies`, { text: 'Kommt sofort.' });
    await brought({ from: 'kollege@kunde.example', to: acknowledgement.replyTo ?? '', subject: 'Re: Maus', text: 'Ich bin der Kollege.' }, 'none');
    const [, letter] = [await mailTo(desk, moritz, `#${ticket}`), await mailTo(desk, moritz, `#${ticket}`)];

    await maxAt.goto(linkIn(letter, `${desk.url}/confirm`));
    expect(await words(maxAt)).toContain('kollege@kunde.example');
    expect(await words(maxAt)).not.toContain('Ich bin der Kollege.');
    await Promise.all([maxAt.waitForURL(/\/confirm\/said/), maxAt.getByRole('button', { name: 'Ja, in den Vorgang aufnehmen' }).click()]);
    await maxAt.goto(linkIn(await mailTo(desk, 'kollege@kunde.example', `#${ticket}`), `${desk.url}/confirm`));
    await Promise.all([maxAt.waitForURL(/\/confirm\/said/), maxAt.getByRole('button', { name: 'Ja, ich habe sie geschrieben' }).click()]);

    await agentAt.goto(`/tickets/${ticket}`);
    expect(await words(agentAt)).toContain('Ich bin der Kollege.');
  });
});

describe('the requester', () => {
  test('reads below the next letter that a mail brought somebody along, but not whom (S6, SJ26)', async () => {
    await brought({ from: max, to: support, cc: karla, subject: `[dtnet.de #${number}]`, text: 'Karla auch.' }, 'pass');
    await agentAt.goto(`/tickets/${number}`);
    await send(agentAt, `/tickets/${number}/replies`, { text: 'Guten Tag auch Karla.' });
    // Karla is new here, which is said before anything leaves.
    await send(agentAt, `/tickets/${number}/replies`);

    const letter = await mailTo(desk, max, `#${number}`);
    expect(letter.text + letter.html).not.toContain(karla);
    expect(letter.text.replaceAll(/\s+/g, ' ')).toContain('Neu an diesem Vorgang: eine Person, von einer Mail in Cc mitgebracht.');
  });
});

describe('the keys of the door', () => {
  test('go from mail to mail, and admit, open and refuse the one where the focus is', async () => {
    await brought({ from: 'eins@kunde.example', to: key, subject: 'Eins', text: 'Eins.' }, 'pass');
    await brought({ from: 'zwei@kunde.example', to: key, subject: 'Zwei', text: 'Zwei.' }, 'fail');
    await brought({ from: 'drei@kunde.example', to: key, subject: 'Drei', text: 'Drei.' }, 'none');
    await agentAt.goto('/desk/door');
    await agentAt.keyboard.press('x');
    expect(await agentAt.locator('[data-mail]').count()).toBe(3);

    await agentAt.keyboard.press('j');
    await pressed('x');
    expect(await words(agentAt)).toContain('“Drei” was refused by admin@dtnet.de. It is kept.');
    await pressed('t');
    expect(await words(agentAt)).toContain('“Zwei” was let in by admin@dtnet.de:');
    await pressed('a');
    expect(await words(agentAt)).toContain(`“Eins” was let in by admin@dtnet.de: #${number}`);
    expect(await agentAt.locator('[data-mail]').count()).toBe(0);
  });

  test('decide again what was refused, from the list of what was decided', async () => {
    await agentAt.goto('/desk/door?list=decided');
    await Promise.all([agentAt.waitForURL(/\/desk\/door\/[0-9a-f]{64}$/), agentAt.getByRole('link', { name: 'Decide again' }).click()]);
    await agentAt.waitForLoadState('load');
    await Promise.all([agentAt.waitForURL(/\/tickets\/\d+$/), agentAt.keyboard.press('a')]);

    expect(await words(agentAt)).toContain('Drei.');
  });
});

/** The page after the key's decision is loaded when this returns. */
async function pressed(one: string): Promise<void> {
  const from = agentAt.url();
  await Promise.all([agentAt.waitForURL((url) => url.href !== from), agentAt.keyboard.press(one)]);
  await agentAt.waitForLoadState('load');
}

/** Below Cloudflare's block, with this verdict on the From domain. */
async function brought(mail: PlainMail, dmarc: 'pass' | 'fail' | 'none'): Promise<void> {
  const to = String(mail.to);
  const block = [
    `Received: from mail.example (192.0.2.1) by cloudflare-email.net (cloudflare) id aBcDeF for <${to}>; Tue, 24 Nov 2026 09:00:00 +0000`,
    `Authentication-Results: mx.cloudflare.net; dmarc=${dmarc} header.from=kunde.example policy.dmarc=none; spf=none smtp.mailfrom=kunde.example`,
    'X-CF-SpamH-Score: 0',
  ];
  await sendRawMail(desk, `${block.join('\r\n')}\r\n${rawMail(mail)}`, { from: max, to });
}
