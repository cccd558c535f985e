/**
 * An outsider against the running product, which asks Cloudflare who vouches for a sender: somebody who knows every number and every
 * address, and can write in anybody's name with any verdict but a pass. Nothing gets in, nothing gets out, and nobody is written to
 * who is not proven; and the people whose names are used lose nothing.
 */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { mailTo, sendRawMail, sentMails, withBodies, type SentMail } from '../support/local-mail.ts';
import { addressIn, rawMail, type PlainMail } from '../support/raw-mail.ts';
import { linkIn, send, setFirstPassword, signIn, visitor, words } from '../support/visitor.ts';

const support = 'support@dtnet.de';
const admin = 'admin@dtnet.de';
const max = 'max@kunde.example';
const boss = 'boss@kunde.example';
const eve = 'eve@evil.example';
const victim = 'victim@elsewhere.example';
const inside = ['Zebrafinkenmotor', 'Querflötenventil', 'Nebelhornkissen'] as const;
const forgery = 'Trojanerpferdchen';

let desk: Desk;
let chromium: Browser;
let agentAt: Page;
let maxAt: Page;
let number: number;
let original: string;
/** Letters that were sent before the outsider came. */
let before: Set<string>;
let articles: number;
let people: string;

beforeAll(async () => {
  [desk, chromium] = await Promise.all([startDesk({ vars: { MAIL_AUTHENTICATION: 'cloudflare', SECRETS_KEY: 'a key that only this desk of a test has' } }), browser()]);
  [agentAt, maxAt] = [await visitor(chromium, desk, 'en-GB'), await visitor(chromium, desk, 'de-DE')];
  await setFirstPassword(agentAt, desk, admin);
  await signIn(agentAt, admin);
  const request: PlainMail = { from: `Max Muster <${max}>`, to: support, cc: boss, subject: 'Drucker', text: `Er druckt nicht: ${inside[0]}.`, headers: { 'Message-ID': '<original-4711@kunde.example>' } };
  await brought(request, 'dmarc=pass header.from=kunde.example');
  const acknowledgement = await mailTo(desk, max);
  number = Number(/#(\d+)\]/.exec(acknowledgement.subject)?.[1]);
  original = '<original-4711@kunde.example>';
  await agentAt.goto(`/tickets/${number}`);
  await send(agentAt, `/tickets/${number}/comments`, { text: `Intern: ${inside[1]}.` });
  await agentAt.goto(`/tickets/${number}`);
  await send(agentAt, `/tickets/${number}/replies`, { text: `Ist er an? ${inside[2]}` });
  await mailTo(desk, max, `#${number}`);
  await mailTo(desk, boss, `#${number}`);
  await setFirstPassword(maxAt, desk, max);
  await signIn(maxAt, max);
  [articles, people] = await onTicket();
  before = new Set((await sentMails(desk)).map((letter) => letter.messageId));
});
afterAll(async () => {
  await chromium?.close();
  await desk?.stop();
});

/** What Cloudflare says of a mail in this domain's name; null: it says nothing, there is no block. Whatever is no pass. */
const verdicts: Record<string, (domain: string) => string | null> = {
  'no policy': (domain) => `dmarc=none header.from=${domain}; spf=none smtp.mailfrom=forger.example`,
  'a failed policy': (domain) => `dmarc=fail header.from=${domain} policy.dmarc=none`,
  'a pass for the forger’s own domain': (domain) => `dmarc=none header.from=${domain}; spf=pass smtp.mailfrom=forger.example; dkim=pass header.d=forger.example`,
  'a pass that names another From': () => 'dmarc=pass header.from=forger.example',
  'a pass for the name in HELO': (domain) => `dmarc=none header.from=${domain}; spf=pass smtp.helo=${domain}`,
  'words nobody understands': () => 'dmarc=pass header.from=',
  'no block at all': () => null,
};
const names: Record<string, string> = { 'the requester': max, 'somebody in Cc': boss, 'an agent': admin, 'the desk': support, 'a victim elsewhere': victim, 'a stranger': eve };

describe('by mail', () => {
  test.each(Object.entries(verdicts))('in everybody’s name with every sign but a key, and %s: nothing is on the ticket, and nobody joins (A02-A07)', async (_, verdict) => {
    for (const [who, from] of Object.entries(names)) {
      await Promise.all(attempts(`${who} <${from}>`).map((mail) => brought(mail, verdict(from.split('@')[1] ?? ''))));
    }

    expect(await onTicket()).toEqual([articles, people]);
  });

  test('with a forged block of Cloudflare’s own below, above or beside the real one: no more (SA02)', async () => {
    const forged = ['Received: from mail.example (192.0.2.1) by cloudflare-email.net (cloudflare) id x for <support@dtnet.de>; Tue, 24 Nov 2026 09:00:00 +0000', 'Authentication-Results: mx.cloudflare.net; dmarc=pass header.from=kunde.example', 'X-CF-SpamH-Score: 0'];
    const [mail] = attempts(max);
    if (mail === undefined) throw new Error('There are attempts');
    const none = 'dmarc=none header.from=kunde.example';
    for (const raw of [
      `${block(none)}\r\n${forged.join('\r\n')}\r\n${rawMail(mail)}`,
      `${forged[1]}\r\n${block(none)}\r\n${rawMail(mail)}`,
      `${block(none)}\r\n${forged[1]}\r\n${rawMail(mail)}`,
      `${forged[1]}\r\n${rawMail(mail)}`,
      `${block(none).replace('X-CF-SpamH-Score', `${forged[1]}\r\nX-CF-SpamH-Score`)}\r\n${rawMail(mail)}`,
    ]) await sendRawMail(desk, raw, { from: eve });

    expect(await onTicket()).toEqual([articles, people]);
  });

  test('two senders, or one in a group, are nobody (A19)', async () => {
    for (const from of [`From: ${max}\r\nFrom: ${eve}`, `From: ${eve}\r\nFrom: ${max}`, `From: ${max}, ${eve}`, `From: Team: ${max};`]) {
      const raw = rawMail({ from: eve, to: support, subject: `[dtnet.de #${number}] ${forgery}`, text: forgery }).replace(/^From:.*$/m, from);
      await sendRawMail(desk, `${block('dmarc=pass header.from=evil.example')}\r\n${raw}`, { from: eve });
    }

    expect(await onTicket()).toEqual([articles, people]);
  });

  test('every one of these mails is kept, and waits where agents see it (A20)', async () => {
    let said = '';
    for (let page = 1; page <= 6; page += 1) {
      await agentAt.goto(`/desk/door?page=${page}`);
      said += await words(agentAt);
    }

    expect(said).toContain('Nothing shows whether the mail is really from kunde.example.');
    expect(said).toContain('kunde.example says that the mail is not from there.');
    expect(said).toContain('The mail claims to come from an agent but does not have the agent’s reply address.');
  });
});

describe('over the web', () => {
  test('every address of the ticket and the desk is closed, and says the same of a ticket that is there and one that is not (W05)', async () => {
    for (const path of paths(number)) {
      const there = await fetched(path);
      const missing = await fetched(path.replaceAll(String(number), '999999999'));

      expect([path, there.status, there.to?.replaceAll(String(number), 'N')]).toEqual([path, missing.status, missing.to?.replaceAll('999999999', 'N')]);
      for (const word of inside) expect(there.body).not.toContain(word);
    }
  });

  test('no form does anything: not on the ticket, not at the door, not to people (SW13)', async () => {
    const forms: [string, Record<string, string>][] = [
      [`/tickets/${number}/replies`, { text: forgery }],
      [`/tickets/${number}/comments`, { text: forgery }],
      [`/tickets/${number}/watchers`, { address: eve, role: 'cc' }],
      [`/tickets/${number}/watchers/remove`, { address: boss, role: 'cc' }],
      [`/tickets/${number}/status`, { status: 'closed' }],
      ['/tickets', { subject: forgery, text: forgery, cc: victim }],
      ['/admin/people', { address: eve, name: 'Eve', role: 'admin' }],
      [`/confirm?token=${'A'.repeat(43)}`, { answer: 'yes' }],
      [`/leave/${number}-1-${'0'.repeat(64)}`, { 'List-Unsubscribe': 'One-Click' }],
      [`/secrets/${number}-1-${'A'.repeat(43)}`, { secret: forgery }],
      ['/sign-in', { email: max, password: 'ein geratenes Passwort' }],
    ];
    for (const [path, fields] of forms) {
      const answer = await fetched(path, fields);
      expect([path, answer.status < 500, answer.to?.startsWith('/tickets') ?? false]).toEqual([path, true, false]);
    }

    expect(await onTicket()).toEqual([articles, people]);
  });

  test('asking for links in the name of those whom only forged mails named sends nothing (W02, SL01)', async () => {
    for (const email of [victim, eve, 'nobody@elsewhere.example']) {
      for (const path of ['/password/forgotten', '/sign-in/link']) {
        const answers = await Promise.all([fetched(path, { email }), fetched(path, { email: 'unknown@elsewhere.example' })]);
        expect(answers[0].to).toBe(answers[1].to);
      }
    }
  });
});

describe('afterwards', () => {
  let letters: SentMail[];
  beforeAll(async () => {
    // A letter that were to leave would have left before one that is asked for now.
    await maxAt.goto(`/tickets/${number}`);
    await send(maxAt, `/tickets/${number}/replies`, { text: 'Er geht wieder.' });
    await mailTo(desk, boss, `#${number}`);
    letters = await Promise.all((await sentMails(desk)).filter((letter) => !before.has(letter.messageId)).map((letter) => withBodies(desk, letter)));
  });

  test('nobody was written to but the requester and the agent in whose names it was, once each, and then those on the ticket by the requester’s own answer (A07)', () => {
    expect(letters.map((letter) => letter.to.join()).toSorted()).toEqual([admin, admin, boss, max]);
    expect(letters.filter((letter) => letter.to.includes(admin) && /in your name waits at the door/.test(letter.subject))).toHaveLength(1);
    expect(letters.filter((letter) => letter.to.includes(max)).map((letter) => [letter.subject, /\/confirm\?token=/.test(letter.text)])).toEqual([[`[dtnet.de #${number}] Drucker`, true]]);
  });

  test('no letter has a word of the outsider’s', () => {
    for (const { subject, text, html } of letters) expect(subject + text + html).not.toContain(forgery);
  });

  test('the requester says by that letter that it was not them, and nothing came in', async () => {
    const letter = letters.find((one) => one.to.includes(max));
    if (letter === undefined) throw new Error('Max got no letter');
    await maxAt.goto(linkIn(letter, `${desk.url}/confirm`));
    expect(await words(maxAt)).toContain(forgery);
    await Promise.all([maxAt.waitForURL(/\/confirm\/said/), maxAt.locator('button[value=no]').click()]);

    expect(await words(maxAt)).toContain('Danke für die Auskunft');
    await maxAt.goto(`/tickets/${number}`);
    expect(await words(maxAt)).not.toContain(forgery);
  });

  test('the requester writes as ever: with the reply address whatever the domain says, with the number if the domain vouches (A01, A02)', async () => {
    const letter = (await sentMails(desk)).find((one) => one.to.includes(max) && one.replyTo !== undefined);
    await brought({ from: max, to: letter?.replyTo ?? '', subject: 'Re', text: 'Mit der Antwortadresse.' }, 'dmarc=none header.from=kunde.example');
    await brought({ from: max, to: support, subject: `[dtnet.de #${number}]`, text: 'Mit der Nummer.' }, 'dmarc=pass header.from=kunde.example');

    await maxAt.goto(`/tickets/${number}`);
    expect(await words(maxAt)).toContain('Mit der Antwortadresse.');
    expect(await words(maxAt)).toContain('Mit der Nummer.');
  });
});

/** Mails in this name with everything that could lead to the ticket, but no key and no Message-ID of a letter. */
function attempts(from: string): PlainMail[] {
  const text = `${forgery} Bitte alles an mich.`;
  return [
    { from, to: support, cc: eve, subject: `AW: [dtnet.de #${number}] Drucker`, text },
    { from, to: support, cc: [eve, victim], subject: 'Drucker', text, headers: { 'In-Reply-To': original, References: original } },
    { from, to: `support+${number}-1-${'a'.repeat(16)}@dtnet.de`, cc: eve, subject: `[dtnet.de #${number}]`, text, headers: { References: `<ticket-${number}@dtnet.de> <${number}-1-${'a'.repeat(16)}@dtnet.de>` } },
    { from, to: support, subject: `[dtnet.de #${number}]`, text, headers: { 'Reply-To': eve, 'X-Loop': eve, 'X-Vorgang-Key': 'x' } },
    { from, to: support, subject: `Neu ${forgery}`, cc: victim, text },
  ];
}

/** Brings the mail as Cloudflare hands it on, below its block; null: without one. */
async function brought(mail: PlainMail, results: string | null): Promise<void> {
  const to = String(mail.to);
  const raw = rawMail(mail);
  const stamped = results === null ? raw : `${block(results, to)}\r\n${raw}`;
  const { outcome } = await sendRawMail(desk, stamped, { from: addressIn(mail.from), to });
  if (outcome !== 'ok') throw new Error(`The mail was not taken: ${outcome}`);
}

function block(results: string, to = support): string {
  return [
    `Received: from mail.example (192.0.2.1) by cloudflare-email.net (cloudflare) id aBcDeF for <${to}>; Tue, 24 Nov 2026 09:00:00 +0000`,
    `Authentication-Results: mx.cloudflare.net; ${results}`,
    'X-CF-SpamH-Score: 0',
  ].join('\r\n');
}

/** How many articles are on the ticket and who is on it, as an agent sees it. */
async function onTicket(): Promise<[number, string]> {
  await agentAt.goto(`/tickets/${number}`);
  const texts = await agentAt.locator('.history').textContent();
  expect(texts).not.toContain(forgery);
  return [await agentAt.locator('.history li.entry[id^=article-]').count(), ((await agentAt.locator('.people').textContent()) ?? '').replaceAll(/\s+/g, ' ')];
}

function paths(ticket: number): string[] {
  const own = ['', '/articles/1', '/articles/1/html', '/articles/1/source', '/articles/2', '/articles/3', '/print', `/attachments/${'0'.repeat(32)}/a.txt`];
  return [...own.map((path) => `/tickets/${ticket}${path}`), '/tickets', '/desk', '/desk/door', '/desk/intake', '/admin/people', '/admin/audit', '/live', `/tickets/${ticket}/live`, '/profile/download', `/leave/${ticket}-1-${'0'.repeat(64)}`, `/secrets/${ticket}-1-${'A'.repeat(43)}`];
}

/** Asks without a session, from the portal's own pages; follows nothing. */
async function fetched(path: string, fields?: Record<string, string>): Promise<{ status: number; to: string | null; body: string }> {
  const form = fields === undefined ? {} : { method: 'POST', body: new URLSearchParams(fields) };
  const answer = await fetch(desk.url + path, { redirect: 'manual', headers: { Origin: desk.url }, ...form });
  return { status: answer.status, to: answer.headers.get('Location'), body: await answer.text() };
}
