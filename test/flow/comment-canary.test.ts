/** A word that stands in comments alone is in nothing that leaves the desk for somebody outside (SJ15). */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { mailTo, sendMail, sentMails, unreadMails, withBodies } from '../support/local-mail.ts';
import { send, setFirstPassword, signIn, visitor } from '../support/visitor.ts';

const admin = 'admin@dtnet.de';
const anna = 'anna@dtnet.de';
const max = 'max@kunde.example';
const boss = 'boss@kunde.example';
const canary = 'Kanarienvogel7391';

describe('a word of a comment', () => {
  let desk: Desk;
  let chromium: Browser;
  let agentAt: Page;
  let maxAt: Page;

  beforeAll(async () => {
    [desk, chromium] = await Promise.all([startDesk({ vars: { SECRETS_KEY: 'a key that only this desk of a test has' } }), browser()]);
    [agentAt, maxAt] = [await visitor(chromium, desk, 'de-DE'), await visitor(chromium, desk, 'de-DE')];
    await setFirstPassword(agentAt, desk, admin);
    await signIn(agentAt, admin);
    await agentAt.goto('/admin/people');
    await send(agentAt, '/admin/people', { address: anna, name: 'Anna', role: 'agent' });
  });
  afterAll(async () => {
    await chromium?.close();
    await desk?.stop();
  });

  test('is in no letter to anybody outside and on no page that they can fetch (SJ15)', async () => {
    await sendMail(desk, { from: `Max Muster <${max}>`, to: 'support@dtnet.de', cc: boss, subject: 'Drucker', text: 'Er druckt nicht.' });
    const { subject } = await mailTo(desk, max);
    const ticket = `/tickets/${/#(\d+)\]/.exec(subject)?.[1]}`;
    await setFirstPassword(maxAt, desk, max);
    await signIn(maxAt, max);
    const act = async (form: string, fields: Record<string, string>) => {
      await agentAt.goto(ticket);
      await send(agentAt, `${ticket}/${form}`, fields);
    };
    await act('watchers', { address: anna, role: 'agent' });
    await act('comments', { text: `${canary} im ersten Kommentar` });
    await act('replies', { text: 'Ist er an?' });
    await act('comments', { text: `Noch einmal ${canary}` });
    await act('secrets', { label: 'Passwort des Druckers' });
    await sendMail(desk, { from: max, to: 'support@dtnet.de', subject: `Re: ${subject}`, text: 'Ja, er ist an.' });
    await act('replies', { text: 'Dann kommt jemand.' });
    // Its first button closes.
    await act('status', {});
    await sendMail(desk, { from: max, to: 'support@dtnet.de', subject: `Re: ${subject}`, text: 'Danke!' });
    const comment = await mailTo(desk, anna);

    await agentAt.goto(ticket);
    const told = await agentAt.content();
    const fetched = await everyPage(maxAt, ['/', '/tickets', ticket, ...addressesIn(told), ...guessed(ticket)]);
    await unreadMails(desk);
    const letters = await Promise.all((await sentMails(desk)).map((mail) => withBodies(desk, mail)));
    const outside = letters.filter((letter) => !letter.to.every((to) => to === admin || to === anna));

    expect(comment.text).toContain(canary);
    expect(told).toContain(canary);
    expect(new Set(outside.flatMap((letter) => letter.to))).toEqual(new Set([max, boss]));
    expect(outside.length).toBeGreaterThan(6);
    expect(outside.filter((letter) => JSON.stringify(letter).includes(canary)).map((letter) => letter.subject)).toEqual([]);
    expect([...fetched.values()].some((page) => page.includes('Ist er an?'))).toBe(true);
    expect([...fetched].filter(([, page]) => page.includes(canary)).map(([address]) => address)).toEqual([]);
  });

  /** What the visitor gets for each address, and for every address on those pages. */
  async function everyPage(at: Page, first: string[]): Promise<Map<string, string>> {
    const fetched = new Map<string, string>();
    const next = [...first];
    for (let address = next.pop(); address !== undefined && fetched.size < 150; address = next.pop()) {
      if (fetched.has(address)) continue;
      const page = await (await at.request.get(desk.url + address)).text();
      fetched.set(address, page);
      next.push(...addressesIn(page));
    }
    return fetched;
  }
});

/** Paths in links, pictures and frames. */
function addressesIn(page: string): string[] {
  return [...page.matchAll(/(?:href|src)="(\/[^"#]*)/g)].map((found) => (found[1] ?? '').replaceAll('&amp;', '&'));
}

/** What somebody tries who knows how our addresses are made. */
function guessed(ticket: string): string[] {
  return Array.from({ length: 8 }, (_, n) => `${ticket}/articles/${n + 1}`).flatMap((article) => [article, `${article}?view=text`, `${article}?view=source`, `${article}/html`, `${article}/source`]);
}
