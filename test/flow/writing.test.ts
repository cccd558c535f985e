/** What an agent types, drops and pastes, as the box shows it while they do, and as its reader gets it. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { mailTo, sendMail } from '../support/local-mail.ts';
import { form, send, setFirstPassword, signIn, visitor } from '../support/visitor.ts';

const answer = 'Bitte **neu starten**:\n- Drucker aus\n- `net stop spooler`\n\n# bleibt';

describe('writing', () => {
  let desk: Desk;
  let chromium: Browser;
  let agentAt: Page;
  let ticket: string;

  beforeAll(async () => {
    [desk, chromium] = await Promise.all([startDesk(), browser()]);
    agentAt = await visitor(chromium, desk, 'de-DE');
    await setFirstPassword(agentAt, desk, 'admin@dtnet.de');
    await signIn(agentAt, 'admin@dtnet.de');
    await agentAt.goto('/profile');
    await send(agentAt, '/profile', { name: 'Anna Agentin', signature_de: 'Viele Grüße\n{{bearbeiter}}' });
    await sendMail(desk, { from: 'Max Muster <max@kunde.example>', to: 'support@dtnet.de', subject: 'Drucker', text: 'druckt nicht' });
    ticket = `/tickets/${/#(\d+)\]/.exec((await mailTo(desk, 'max@kunde.example')).subject)?.[1]}`;
  });
  afterAll(async () => {
    await chromium?.close();
    await desk?.stop();
  });

  test('a moment in words is understood while it is typed', async () => {
    await agentAt.goto(ticket);
    await agentAt.locator('details:has(#due-due) > summary').click();
    await agentAt.locator('#due-due').pressSequentially('3.3.2031 14:15');

    await agentAt.locator('.moment-field output', { hasText: 'Verstanden: Mo 03.03.2031, 14:15:00' }).waitFor();
  });

  test('the preview shows the look and the signature beneath the text, without leaving it', async () => {
    const box = form(agentAt, `${ticket}/replies`);
    await box.locator('[name=text]').fill(answer);
    await box.getByRole('button', { name: 'Vorschau' }).click();

    await box.locator('.preview strong', { hasText: 'neu starten' }).waitFor();
    expect(await box.locator('.preview li').allTextContents()).toEqual(['Drucker aus', 'net stop spooler']);
    expect(await box.locator('.preview').textContent()).toContain('Viele Grüße\nAnna Agentin');
    expect(await box.locator('[name=text]').inputValue()).toBe(answer);
  });

  test('files that are dropped, pasted and chosen are named, and can be left out again', async () => {
    const box = form(agentAt, `${ticket}/replies`);
    const input = box.locator('input[type=file]');
    await drop(agentAt, 'gezogen.txt');
    await paste(agentAt);
    await input.setInputFiles([{ name: 'gewählt.txt', mimeType: 'text/plain', buffer: Buffer.from('gewählt') }]);
    expect(await box.locator('.chips li span').allTextContents()).toEqual(['gezogen.txt', expect.stringMatching(/^screenshot [\d.]+\.png$/), 'gewählt.txt']);

    await box.getByRole('button', { name: 'gezogen.txt weglassen' }).click();

    expect(await agentAt.evaluate(`[...document.getElementById('reply-files').files].map((file) => file.name)`)).toEqual([expect.stringMatching(/^screenshot/), 'gewählt.txt']);
  });

  test('the customer gets the look, the signature and the files, and in plain text what was typed', async () => {
    const box = form(agentAt, `${ticket}/replies`);
    await Promise.all([agentAt.waitForResponse((got) => got.url().endsWith('/replies')), box.locator('.send button[type=submit]').click()]);
    const letter = await mailTo(desk, 'max@kunde.example');
    const html = letter.html.replace(/\s+/g, ' ');

    expect(letter.text).toContain(`${answer}\n\nViele Grüße\nAnna Agentin`);
    expect(html).toMatch(/<strong>neu starten<\/strong>.*<code[^>]*>net stop spooler<\/code>.*# bleibt.*Viele Grüße/);
    expect(letter.attachments.map((file) => file.filename)).toEqual([expect.stringMatching(/^screenshot [\d.]+\.png$/), 'gewählt.txt']);
    expect(await agentAt.locator('.history .formatted strong').first().textContent()).toBe('neu starten');
    expect(await agentAt.evaluate(`getComputedStyle(document.querySelector('.history .formatted ul')).listStyleType`)).toBe('disc');
  });

  test('a long text is folded in the history and whole on paper', async () => {
    const box = form(agentAt, `${ticket}/comments`);
    await box.locator('[name=text]').fill(`**Protokoll**\n\n- Anfang\n- Ende\n\n${Array.from({ length: 120 }, (_, at) => `Schritt ${at + 1}`).join('\n')}`);
    await Promise.all([agentAt.waitForEvent('load'), box.getByRole('button', { name: 'Intern kommentieren' }).click()]);
    const last = agentAt.locator('.history .formatted', { hasText: 'Schritt 120' });
    const seen: boolean[] = [await last.isVisible()];
    await agentAt.emulateMedia({ media: 'print' });
    seen.push(await last.isVisible());
    await agentAt.emulateMedia({ media: 'screen' });
    await agentAt.getByText('Ganzen Text zeigen').click();

    expect([...seen, await last.isVisible()]).toEqual([false, true, true]);
  });
});

const box = `document.getElementById('reply-text')`;

/** As a browser tells of a file that is let go over the box. */
async function drop(page: Page, name: string): Promise<void> {
  await page.evaluate(`{
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['gezogen'], ${JSON.stringify(name)}, { type: 'text/plain' }));
    for (const kind of ['dragover', 'drop']) ${box}.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
  }`);
}

/** As a browser tells of a picture of the screen. */
async function paste(page: Page): Promise<void> {
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47)], 'image.png', { type: 'image/png' }));
    ${box}.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }`);
}
