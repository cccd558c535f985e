/** A letter that does not reach its reader, as the other server reports it: with a real mail, to a letter that the running desk really sent. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { mailTo, sendMail, sendRawMail, type SentMail, unreadMails } from '../support/local-mail.ts';
import { form, send, setFirstPassword, signIn, visitor, words } from '../support/visitor.ts';

const admin = 'admin@dtnet.de';
const max = 'max@kunde.example';

/** As Postfix writes it (RFC 3464), with the letter's own header at its end. */
function deliveryReport(letter: SentMail): string {
  const { messageId, replyTo = '', subject, headers } = letter;
  return [
    'From: MAILER-DAEMON@mx.kunde.example (Mail Delivery System)', 'To: support@dtnet.de', 'Subject: Undelivered Mail Returned to Sender', 'Auto-Submitted: auto-replied', 'Message-ID: <report@mx.kunde.example>', 'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', '',
    '--b', 'Content-Type: text/plain; charset=us-ascii', '', 'This is the mail system at host mx.kunde.example.', '', `<${max}>: host mx.kunde.example said: 550 5.1.1 User unknown`, '',
    '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.kunde.example', '', `Final-Recipient: rfc822; ${max}`, 'Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 User unknown', '',
    '--b', 'Content-Type: text/rfc822-headers', '', `Message-ID: ${messageId}`, 'From: support@dtnet.de', `To: ${max}`, `Reply-To: ${replyTo}`, `References: ${headers['References'] ?? ''}`, `Subject: ${subject.replace(/[^ -~]/g, '?')}`, '', '--b--', '',
  ].join('\r\n');
}

describe('a letter that bounced', () => {
  let desk: Desk;
  let chromium: Browser;
  let agentAt: Page;

  beforeAll(async () => {
    [desk, chromium] = await Promise.all([startDesk(), browser()]);
    agentAt = await visitor(chromium, desk, 'de-DE');
    await setFirstPassword(agentAt, desk, admin);
    await signIn(agentAt, admin);
  });
  afterAll(async () => {
    await chromium?.close();
    await desk?.stop();
  });

  test('says so where it stands, with the reason; its reader gets nothing until an agent tries again (A14, P11)', async () => {
    await sendMail(desk, { from: `Max Muster <${max}>`, to: 'support@dtnet.de', subject: 'Drucker', text: 'Er druckt nicht.' });
    const letter = await mailTo(desk, max);
    const ticket = `/tickets/${/#(\d+)\]/.exec(letter.subject)?.[1]}`;

    await sendRawMail(desk, deliveryReport(letter), { from: '<>' });
    await agentAt.goto(ticket);
    const told = await words(agentAt);
    await send(agentAt, `${ticket}/replies`, { text: 'Ist er an?' });

    for (const part of ['nicht angekommen', 'dieses Postfach gibt es nicht', '550 5.1.1 User unknown', 'bekommt keine Mails', 'Zustellbericht von']) expect(told).toContain(part);
    expect(await unreadMails(desk)).toEqual([]);

    await send(agentAt, `${ticket}/watchers/try-again`);
    await send(agentAt, `${ticket}/replies`, { text: 'Und jetzt?' });
    expect((await mailTo(desk, max)).text).toContain('Und jetzt?');
    expect(await form(agentAt, `${ticket}/watchers/try-again`).count()).toBe(0);
  });

  test('is sent again from where it stands, by a click (SO06)', async () => {
    await sendMail(desk, { from: `Max Muster <${max}>`, to: 'support@dtnet.de', subject: 'Fax', text: 'Es faxt nicht.' });
    const letter = await mailTo(desk, max, 'Fax');
    const ticket = `/tickets/${/#(\d+)\]/.exec(letter.subject)?.[1]}`;
    await sendRawMail(desk, deliveryReport(letter).replace('<report@', '<second-report@'), { from: '<>' });
    await agentAt.goto(ticket);

    await form(agentAt, `${ticket}/letters/1`).getByRole('button', { name: 'Noch einmal senden' }).click();
    await agentAt.waitForURL(`**${ticket}?said=again`);

    expect(await words(agentAt)).toContain('Die Mail wird noch einmal gesendet.');
    expect((await mailTo(desk, max, 'Fax')).subject).toBe(letter.subject);
    expect(await form(agentAt, `${ticket}/letters/1`).count()).toBe(0);
  });
});
