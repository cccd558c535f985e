/** Files on their way through the desk: from a mail or the portal into the letters to everybody on the ticket. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { mailTo, sendMail } from '../support/local-mail.ts';
import { png } from '../support/picture.ts';
import { form, linkIn, send, setFirstPassword, signIn, visitor } from '../support/visitor.ts';

const screenshot = { name: 'Meldung.png', type: 'image/png', bytes: png(30, 20, () => [20, 60, 140]), contentId: 'shot@kunde' };
const program = { name: 'setup.exe', type: 'application/octet-stream', bytes: Buffer.from('MZ') };
const huge = { name: 'groß.zip', type: 'application/zip', bytes: Buffer.alloc(4_000_000, 7) };

describe('files', () => {
  let desk: Desk;
  let chromium: Browser;
  let agentAt: Page;
  let number: string;

  beforeAll(async () => {
    [desk, chromium] = await Promise.all([startDesk(), browser()]);
    agentAt = await visitor(chromium, desk, 'de-DE');
    await setFirstPassword(agentAt, desk, 'admin@dtnet.de');
    await signIn(agentAt, 'admin@dtnet.de');
    await sendMail(desk, { from: 'Max Muster <max@kunde.example>', to: 'support@dtnet.de', cc: 'boss@kunde.example', subject: 'Drucker', text: 'druckt nicht' });
    number = /#(\d+)\]/.exec((await mailTo(desk, 'max@kunde.example')).subject)?.[1] ?? '';
  });
  afterAll(async () => {
    await chromium?.close();
    await desk?.stop();
  });

  test('that an agent attaches go out with the answer (P12)', async () => {
    await agentAt.goto(`/tickets/${number}`);
    await form(agentAt, `/tickets/${number}/replies`).locator('input[type=file]').setInputFiles([{ name: 'Anleitung für Max.txt', mimeType: 'text/plain', buffer: Buffer.from('Bitte neu starten.') }]);
    await send(agentAt, `/tickets/${number}/replies`, { text: 'Siehe Anleitung.' });

    for (const address of ['max@kunde.example', 'boss@kunde.example']) {
      expect((await mailTo(desk, address)).attachments).toMatchObject([{ filename: 'Anleitung für Max.txt', contentType: 'text/plain' }]);
    }
  });

  test('of a mail go out to the others, pictures in their place; programs and what is too large stay in the portal (M04, SW12, P12)', async () => {
    await sendMail(desk, {
      from: 'Max Muster <max@kunde.example>',
      to: 'support@dtnet.de',
      subject: `AW: [dtnet.de #${number}] Drucker`,
      text: 'siehe Bild',
      html: '<p>Siehe <b>Bild</b>: <img src="cid:shot@kunde" alt="Meldung"></p>',
      files: [screenshot, program, huge],
    });

    const letter = await mailTo(desk, 'boss@kunde.example');

    expect(letter.attachments).toMatchObject([{ filename: 'Meldung.png', contentType: 'image/png' }]);
    expect(letter.html).toMatch(/Siehe\s<b>Bild<\/b>:\s<img\ssrc="cid:[\da-f]{32}@vorgang"\salt="Meldung">/);
    expect(letter.text).toMatch(/setup\.exe[\s\S]*groß\.zip/);
    expect(letter.text).not.toContain('Meldung.png');
    expect(await behind(linkIn(letter, `${desk.url}/tickets/${number}/attachments/`))).toEqual({ signedOut: '/sign-in', name: 'setup.exe' });
  });

  /** Where the link leads whoever is signed out, and what an agent gets there. */
  async function behind(link: string) {
    const stranger = await (await chromium.newContext()).request.get(link);
    const file = await agentAt.request.get(link);
    return { signedOut: new URL(stranger.url()).pathname, name: /filename="([^"]+)"/.exec(file.headers()['content-disposition'] ?? '')?.[1] };
  }

  test('of a comment go out to agents alone (P08)', async () => {
    await agentAt.goto(`/tickets/${number}`);
    await form(agentAt, `/tickets/${number}/comments`).locator('input[type=file]').setInputFiles([{ name: 'intern.txt', mimeType: 'text/plain', buffer: Buffer.from('nur wir') }]);
    await send(agentAt, `/tickets/${number}/comments`, { text: 'Nur für uns.' });
    await agentAt.goto(`/tickets/${number}`);
    await send(agentAt, `/tickets/${number}/replies`, { text: 'Danke.' });

    for (const address of ['max@kunde.example', 'boss@kunde.example']) {
      const letter = await mailTo(desk, address);
      expect(letter.attachments).toEqual([]);
      expect(letter.text + letter.html).not.toContain('intern.txt');
    }
  });
});
