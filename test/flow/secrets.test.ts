/** A credential on its way from the requester to the agent: letter, link, page, button; with scripts off and on. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { mailTo, sendMail, sentMails, withBodies } from '../support/local-mail.ts';
import { form, linkIn, send, setFirstPassword, signIn, visitor, words } from '../support/visitor.ts';

const admin = 'admin@dtnet.de';
const max = 'max@kunde.example';
const credential = 'Zebra-Wolke-4711';
const mailed = 'Tulpe-Nebel-0815';

describe('a credential', () => {
  let desk: Desk;
  let chromium: Browser;
  let agentAt: Page;

  beforeAll(async () => {
    [desk, chromium] = await Promise.all([startDesk({ vars: { SECRETS_KEY: 'a key that only this desk of a test has' } }), browser()]);
    agentAt = await visitor(chromium, desk, 'de-DE');
    await setFirstPassword(agentAt, desk, admin);
    await signIn(agentAt, admin);
  });
  afterAll(async () => {
    await chromium?.close();
    await desk?.stop();
  });

  test('goes from the page behind the mailed link to the agent, without script and signed out, and is in no letter (S18)', async () => {
    await sendMail(desk, { from: `Max Muster <${max}>`, to: 'support@dtnet.de', subject: 'Drucker', text: 'Er druckt nicht.' });
    const ticket = `/tickets/${/#(\d+)\]/.exec((await mailTo(desk, max)).subject)?.[1]}`;
    await agentAt.goto(ticket);
    await send(agentAt, `${ticket}/secrets`, { label: 'Passwort des Druckers' });

    const letter = await mailTo(desk, max);
    const link = linkIn(letter, `${desk.url}/secrets/`);
    const maxAt = await (await chromium.newContext({ baseURL: desk.url, locale: 'de-DE', javaScriptEnabled: false })).newPage();
    await maxAt.goto(link);
    expect(await words(maxAt)).toContain('Passwort des Druckers');
    await maxAt.locator('[name=secret]').fill(credential);
    await maxAt.locator('main button[type=submit]').click();
    await maxAt.waitForLoadState('load');
    expect(await words(maxAt)).toContain('Die Zugangsdaten sind übergeben');

    expect((await mailTo(desk, admin)).text.replace(/\s+/g, ' ')).toContain('Passwort des Druckers');
    await agentAt.goto(ticket);
    await send(agentAt, `${ticket}/secrets/1/see`);
    expect(await agentAt.locator('pre.secret').textContent()).toBe(credential);

    await agentAt.goto(ticket);
    const told = await words(agentAt);
    expect(told).toContain('hat die Zugangsdaten angesehen');
    expect(told).not.toContain(credential);
    expect(await form(agentAt, `${ticket}/secrets/1/see`).count()).toBe(0);
    const letters = await Promise.all((await sentMails(desk)).map((mail) => withBodies(desk, mail)));
    expect(JSON.stringify(letters)).not.toContain(credential);
  });

  test('that somebody mailed is taken out after a page that says it is for good, and later letters do not quote it (S18)', async () => {
    await sendMail(desk, { from: `Max Muster <${max}>`, to: 'support@dtnet.de', subject: 'Router', text: `Guten Tag,\n\nPasswort: ${mailed}` });
    const ticket = `/tickets/${/#(\d+)\]/.exec((await mailTo(desk, max, 'Router')).subject)?.[1]}`;
    await agentAt.goto(ticket);
    await agentAt.locator('.remark a').click();
    await agentAt.waitForLoadState('load');
    expect(await words(agentAt)).toContain('Das lässt sich nicht rückgängig machen');
    await send(agentAt, `${ticket}/articles/1/redact`);

    expect(await words(agentAt)).not.toContain(mailed);
    await send(agentAt, `${ticket}/replies`, { text: 'Bitte ändern Sie das Passwort.' });
    const answer = await mailTo(desk, max, 'Router');
    expect(answer.text).toContain('Passwort: █████');
    const letters = await Promise.all((await sentMails(desk)).map((mail) => withBodies(desk, mail)));
    expect(JSON.stringify(letters.filter((letter) => letter.subject.includes('Router') && letter.to.includes(max)))).not.toContain(mailed);
  });
});
