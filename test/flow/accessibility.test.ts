/** Every page can be read and used by everybody: by axe, by keyboard alone, on the narrowest screen (W09). */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from '../support/axe.ts';
import { browser } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { mailTo, sendMail, sentMails, withBodies } from '../support/local-mail.ts';
import { png } from '../support/picture.ts';
import { rawMail } from '../support/raw-mail.ts';
import { form, send, setFirstPassword, signIn, visitor } from '../support/visitor.ts';

const customer = 'karla.kunde@kunde-mit-einem-langen-namen.example';
const agent = 'anna.berger@dtnet.de';
const admin = 'admin@dtnet.de';
const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

let desk: Desk;
let chromium: Browser;
let customerAt: Page;
let agentAt: Page;
let adminAt: Page;
let open = 0;
let closed = 0;
let doorMail = '';
let attachedMail = '';
let merged = 0;
let referring = 0;
let secretLink = '';
let confirmLink = '';
/** What went wrong in scripts of the page that was shown last. */
const scriptFaults: string[] = [];

beforeAll(async () => {
  [desk, chromium] = await Promise.all([startDesk({ vars: { SECRETS_KEY: 'a key that only this desk of a test has' } }), browser()]);
  [customerAt, agentAt, adminAt] = [await visitor(chromium, desk, 'de-DE'), await visitor(chromium, desk, 'de-DE'), await visitor(chromium, desk, 'en-GB')];
  for (const page of [customerAt, agentAt, adminAt]) page.on('pageerror', (fault) => scriptFaults.push(fault.message));
  await hire();
  open = await openTicket(`Bildschirm flackert: ${longWord}`);
  closed = await openTicket('Maus klemmt');
  await setFirstPassword(customerAt, desk, customer);
  await signIn(customerAt, customer);
  await workOn(open);
  await close(closed);
  doorMail = await knock();
  confirmLink = await linkIn(customer, /\/confirm\?token=[\w-]+/);
  await mergeInto(open);
  attachedMail = await attachMail(open);
  secretLink = await askForCredential(open);
});
afterAll(async () => {
  await chromium?.close();
  await desk?.stop();
});

async function hire(): Promise<void> {
  await setFirstPassword(adminAt, desk, admin);
  await signIn(adminAt, admin);
  await adminAt.goto('/admin/people');
  await send(adminAt, '/admin/people', { address: agent, name: 'Anna Berger', role: 'agent' });
  await setFirstPassword(agentAt, desk, agent);
  await signIn(agentAt, agent);
}

async function askForCredential(number: number): Promise<string> {
  await agentAt.goto(`/tickets/${number}`);
  await send(agentAt, `/tickets/${number}/secrets`, { label: `Kennwort: ${longWord}` });
  return linkIn(customer, /\/secrets\/[\w-]+/);
}

/** The link of this form in a letter to somebody, once it is there. */
async function linkIn(to: string, form: RegExp): Promise<string> {
  for (;;) {
    const letters = await Promise.all((await sentMails(desk)).filter((mail) => mail.to.includes(to)).map((mail) => withBodies(desk, mail)));
    const link = letters.map((letter) => form.exec(letter.text)?.[0]).find((one) => one !== undefined);
    if (link !== undefined) return link;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function openTicket(subject: string): Promise<number> {
  await sendMail(desk, {
    from: `Karla Kunde <${customer}>`,
    to: desk.supportAddress,
    cc: 'Kurt Kollege <kurt@kunde.example>',
    subject,
    text: `Guten Tag,\n\n${longWord}\n\nPasswort: ${longWord}1\n\n> zitiert\n\nKarla Kunde`,
    html: `<p>Guten Tag,</p><p>${longWord}</p><table><tr><td>${longWord}</td><td>${longWord}</td></tr></table>`,
    files: [{ name: `${longWord}.png`, type: 'image/png', bytes: png(900, 60, () => [40, 90, 160]) }],
  });
  const acknowledgement = await mailTo(desk, customer);
  return Number(/#(\d+)\]/.exec(acknowledgement.subject)?.[1]);
}

async function workOn(number: number): Promise<void> {
  await agentAt.goto(`/tickets/${number}`);
  await send(agentAt, `/tickets/${number}/comments`, { text: 'Grafikkarte?' });
  await send(agentAt, `/tickets/${number}/replies`, { text: 'Bitte tauschen Sie das Kabel.' });
}

async function close(number: number): Promise<void> {
  await agentAt.goto(`/tickets/${number}`);
  await form(agentAt, `/tickets/${number}/status`).locator('button[value=closed]').click();
  await agentAt.waitForLoadState('load');
}

/** A mail that nobody vouches for, because it answers with somebody else's address. Returns its page. */
async function knock(): Promise<string> {
  const letter = await mailTo(desk, customer, `#${open}]`);
  await sendMail(desk, { from: 'Fremd <fremd@anderswo.example>', to: letter.replyTo ?? '', subject: `AW: ${letter.subject}`, text: longWord });
  await agentAt.goto('/desk/door');
  return (await agentAt.locator('main h2 a').first().getAttribute('href')) ?? '';
}

/** A mail with another in it, with an invitation and columns. Returns the page of the inner one. */
async function attachMail(number: number): Promise<string> {
  const calendar = ['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'BEGIN:VEVENT', 'UID:1', `SUMMARY:${longWord}`, 'DTSTART:20261207T090000Z', `LOCATION:${longWord}`, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
  const inner = rawMail({ from: 'Eva <eva@andere.example>', to: customer, subject: longWord, text: longWord, files: [{ name: `${longWord}.txt`, type: 'text/plain', bytes: Buffer.from('x') }] });
  await sendMail(desk, {
    from: customer,
    to: desk.supportAddress,
    subject: `[dtnet.de #${number}]`,
    text: `Guten Tag,\n\nGerät          Zustand          ${longWord}\nDrucker        defekt           ${longWord}`,
    files: [{ name: 'innen.eml', type: 'message/rfc822', bytes: Buffer.from(inner) }, { name: 'termin.ics', type: 'text/calendar', bytes: Buffer.from(calendar) }],
  });
  await customerAt.goto(`/tickets/${number}`);
  return (await customerAt.locator('a[href*="view=mail"]').first().getAttribute('href')) ?? '';
}

/** One ticket becomes part of it, and another one only refers to it. */
async function mergeInto(number: number): Promise<void> {
  merged = await openTicket('Kabel fehlt');
  await agentAt.goto(`/tickets/${merged}`);
  await send(agentAt, `/tickets/${merged}/merge`, { into: String(number) });
  await sendMail(desk, { from: 'neu@anderswo.example', to: desk.supportAddress, subject: `Re: [dtnet.de #${number}]`, text: longWord });
  referring = Number(/#(\d+)\]/.exec((await mailTo(desk, 'neu@anderswo.example')).subject)?.[1]);
}

type Reader = 'nobody' | 'customer' | 'agent' | 'admin';
type Shown = { reader: Reader; path: () => string; then?: (page: Page) => Promise<void> };

const pages: Record<string, Shown> = {
  'sign in': { reader: 'nobody', path: () => '/sign-in' },
  'sign in, come back': { reader: 'nobody', path: () => '/sign-in', then: (page) => page.locator('main button.main').click() },
  'forgotten password': { reader: 'nobody', path: () => '/password/forgotten' },
  'link sent': { reader: 'nobody', path: () => '/password/link-sent' },
  'sign in by mailed link': { reader: 'nobody', path: () => '/sign-in/link' },
  'mailed link sent': { reader: 'nobody', path: () => '/sign-in/link/sent' },
  'link that does not work': { reader: 'nobody', path: () => '/password/new?token=none' },
  'password saved': { reader: 'nobody', path: () => '/password/saved' },
  'own tickets': { reader: 'customer', path: () => '/tickets' },
  'own closed tickets': { reader: 'customer', path: () => '/tickets?status=closed' },
  'no tickets': { reader: 'admin', path: () => '/tickets' },
  'new ticket': { reader: 'customer', path: () => '/tickets/new' },
  'new ticket, come back': { reader: 'customer', path: () => '/tickets/new', then: (page) => page.locator('main form button[type=submit]').click() },
  'ticket of a customer': { reader: 'customer', path: () => `/tickets/${open}` },
  'closed ticket of a customer': { reader: 'customer', path: () => `/tickets/${closed}` },
  'desk': { reader: 'agent', path: () => '/desk?view=open' },
  'desk with all its columns': { reader: 'agent', path: () => '/desk?view=open&columns=requester,owner,queue,priority,due,until,waits,created,spent' },
  'search with hits': { reader: 'agent', path: () => '/desk?q=Grafikkarte' },
  'search that is not understood': { reader: 'agent', path: () => `/desk?q=${encodeURIComponent(`fällig:irgendwann ${longWord}`)}` },
  'view without a name': { reader: 'agent', path: () => '/desk?view=open', then: (page) => send(page, '/desk/views', { name: '' }) },
  'view of an agent': { reader: 'agent', path: () => '/desk?view=open', then: (page) => send(page, '/desk/views', { name: longWord }) },
  'change of many, before': { reader: 'agent', path: () => '/desk/bulk?act=priority&value=17&scope=view&view=open' },
  'change of many by words that are no moment': { reader: 'agent', path: () => `/desk/bulk?act=due&value=${longWord.slice(0, 60)}&scope=view&view=open` },
  'change of many that is none': { reader: 'agent', path: () => '/desk/bulk?act=&scope=view&view=open' },
  'change of many, after': { reader: 'agent', path: () => '/desk/bulk?act=priority&value=17&scope=view&view=open', then: async (page) => {
    const go = form(page, '/desk/bulk').filter({ has: page.locator('[name=numbers]') });
    if ((await go.count()) > 0) await go.locator('button').click();
  } },
  'help about keys in a list': { reader: 'agent', path: () => '/desk?view=open', then: (page) => page.keyboard.press('?') },
  'palette of actions in a list': { reader: 'agent', path: () => '/desk?view=open', then: (page) => page.keyboard.press('Control+k') },
  'what was decided at the door': { reader: 'agent', path: () => '/desk/door?list=decided' },
  'mails found in the ledger': { reader: 'agent', path: () => `/desk/intake?mail=${longWord}` },
  'ticket that was just changed': { reader: 'agent', path: () => `/tickets/${open}`, then: (page) => send(page, `/tickets/${open}/priority`, { priority: '3' }) },
  'empty view': { reader: 'agent', path: () => '/desk?view=mine' },
  'ticket of an agent': { reader: 'agent', path: () => `/tickets/${open}` },
  'printed ticket': { reader: 'customer', path: () => `/tickets/${open}/print` },
  'empty reply': { reader: 'agent', path: () => `/tickets/${open}`, then: (page) => form(page, `/tickets/${open}/replies`).locator('button').first().click() },
  'split a text off': { reader: 'agent', path: () => `/tickets/${open}/articles/1/split` },
  'forward a text': { reader: 'agent', path: () => `/tickets/${open}/articles/1/forward` },
  'forward to nobody': { reader: 'agent', path: () => `/tickets/${open}/articles/1/forward`, then: (page) => send(page, `/tickets/${open}/articles/1/forward`, { to: longWord }) },
  'new ticket that follows up': { reader: 'agent', path: () => `/tickets/new?follows=${closed}` },
  'help about keys': { reader: 'agent', path: () => `/tickets/${open}`, then: (page) => page.keyboard.press('?') },
  'palette of actions': { reader: 'agent', path: () => `/tickets/${open}`, then: (page) => page.keyboard.press('Control+k') },
  'merged ticket': { reader: 'agent', path: () => `/tickets/${merged}` },
  'ticket that refers to another': { reader: 'agent', path: () => `/tickets/${referring}` },
  'wrong number to merge into': { reader: 'agent', path: () => `/tickets/${open}`, then: (page) => send(page, `/tickets/${open}/merge`, { into: 'Kabel' }) },
  'closed ticket of an agent': { reader: 'agent', path: () => `/tickets/${closed}` },
  'door': { reader: 'agent', path: () => '/desk/door' },
  'mail at the door': { reader: 'agent', path: () => doorMail },
  'letters in trouble': { reader: 'agent', path: () => '/desk/letters' },
  'ledger': { reader: 'agent', path: () => '/desk/intake' },
  'ledger by day': { reader: 'agent', path: () => '/desk/intake/days' },
  'people': { reader: 'admin', path: () => '/admin/people' },
  'an agent and their queues': { reader: 'admin', path: () => '/admin/people?search=anna', then: (page) => page.locator('main td a', { hasText: 'Anna Berger' }).click() },
  'customers': { reader: 'admin', path: () => '/admin/people?who=customers' },
  'queues': { reader: 'admin', path: () => '/admin/queues' },
  'canned answers': { reader: 'admin', path: () => '/admin/canned' },
  'queue': { reader: 'admin', path: () => '/admin/queues/1' },
  'organisations': { reader: 'admin', path: () => '/admin/organisations', then: (page) => send(page, '/admin/organisations', { name: longWord, domains: 'gmail.com' }) },
  'health': { reader: 'admin', path: () => '/healthz' },
  'audit log': { reader: 'admin', path: () => '/admin/audit?check=yes' },
  'credential to give': { reader: 'nobody', path: () => secretLink },
  'a mail’s source, to be read again': { reader: 'admin', path: () => `/tickets/${open}/articles/1?view=source` },
  'credentials to take out': { reader: 'agent', path: () => `/tickets/${open}/articles/1/redact` },
  'nothing to take out, come back': { reader: 'agent', path: () => `/tickets/${open}/articles/2/redact`, then: (page) => send(page, `/tickets/${open}/articles/2/redact`) },
  'wrong link of a credential': { reader: 'nobody', path: () => '/secrets/1-1-x' },
  'wrong link to leave': { reader: 'nobody', path: () => '/leave/1-1-x' },
  'sign in by mail': { reader: 'nobody', path: () => '/sign-in/link' },
  'profile': { reader: 'agent', path: () => '/profile' },
  'mail to confirm': { reader: 'nobody', path: () => confirmLink },
  'mail confirmed': { reader: 'nobody', path: () => '/confirm/said?as=filed' },
  'wrong link to confirm': { reader: 'nobody', path: () => '/confirm?token=none' },
  'another address': { reader: 'customer', path: () => '/profile/address', then: (page) => send(page, '/profile/address', { address: longWord }) },
  'address changed': { reader: 'nobody', path: () => '/address/changed' },
  'wrong link to an address': { reader: 'nobody', path: () => '/address?token=none' },
  'erase me': { reader: 'customer', path: () => '/profile/erase' },
  'erase me, not sure': { reader: 'customer', path: () => '/profile/erase', then: (page) => send(page, '/profile/erase') },
  'erased': { reader: 'nobody', path: () => '/erased' },
  'erase an agent': { reader: 'admin', path: () => '/admin/people?search=anna', then: async (page) => {
    await page.locator('main td a', { hasText: 'Anna Berger' }).click();
    await page.locator('main a[href$="/erase"]').click();
  } },
  'another address of an agent, refused': { reader: 'admin', path: () => '/admin/people?search=anna', then: async (page) => {
    await page.locator('main td a', { hasText: 'Anna Berger' }).click();
    await send(page, new URL(page.url()).pathname + '/address', { address: longWord });
  } },
  'erased and moved': { reader: 'admin', path: () => '/admin/people/changes' },
  'ways to sign in': { reader: 'agent', path: () => '/profile/security' },
  'set up an app': { reader: 'agent', path: () => '/profile/security/authenticator' },
  'sign in again': { reader: 'customer', path: () => '/sign-in/again' },
  'mail as sent': { reader: 'agent', path: () => `/tickets/${open}/articles/1` },
  'mail as text': { reader: 'customer', path: () => `/tickets/${open}/articles/1?view=text` },
  'source of a mail': { reader: 'agent', path: () => `/tickets/${open}/articles/1?view=source` },
  'attached mail': { reader: 'customer', path: () => attachedMail },
  'nothing here': { reader: 'agent', path: () => '/nowhere' },
  'no right': { reader: 'customer', path: () => '/admin/people' },
};

/** A page as its reader sees it; the browser's window is `width` wide. */
async function show({ reader, path, then }: Shown, look: { width: number; colorScheme: 'light' | 'dark' }): Promise<Page> {
  const page = await pageOf(reader);
  await page.setViewportSize({ width: look.width, height: 900 });
  await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' });
  await page.goto(path());
  await then?.(page);
  await page.waitForLoadState('load');
  return page;
}

/** What stands out of the page's right edge, if that makes the page wider than the window. */
async function sideways(page: Page): Promise<string[]> {
  return page.locator('html').evaluate((html) => {
    if (html.scrollWidth <= html.clientWidth) return [];
    return [...html.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > html.clientWidth).map((one) => `${one.nodeName}.${one.className}`);
  });
}

let strangerAt: Page | null = null;

async function pageOf(reader: Reader): Promise<Page> {
  strangerAt ??= await visitor(chromium, desk, 'de-DE');
  return { nobody: strangerAt, customer: customerAt, agent: agentAt, admin: adminAt }[reader];
}

describe.each(Object.entries(pages))('%s', (_, shown) => {
  test('holds no barrier in the light and none in the dark, and needs no scrolling sideways on a desktop (W09)', async () => {
    const page = await show(shown, { width: 1280, colorScheme: 'light' });
    expect(await sideways(page)).toEqual([]);
    const light = await barriers(page);
    const dark = await barriers(await show(shown, { width: 390, colorScheme: 'dark' }));

    expect({ light, dark }).toEqual({ light: [], dark: [] });
  });

  test('needs no scrolling sideways on a screen of 320 pixels, and its scripts run (W09)', async () => {
    scriptFaults.length = 0;
    const page = await show(shown, { width: 320, colorScheme: 'light' });

    expect(await sideways(page)).toEqual([]);
    expect(scriptFaults).toEqual([]);
  });
});

test('the first key press offers the way past the bar, and it leads to the content (W09)', async () => {
  const page = await show({ reader: 'agent', path: () => `/tickets/${open}` }, { width: 1280, colorScheme: 'light' });

  await page.keyboard.press('Tab');
  const offered = await page.locator(':focus').evaluate((link) => [link.getAttribute('href'), link.getBoundingClientRect().top >= 0]);
  await page.keyboard.press('Enter');

  expect(offered).toEqual(['#main', true]);
  expect(await page.locator(':focus').getAttribute('id')).toBe('main');
});

test('every stop of the keyboard is in sight and marked (W09)', async () => {
  const page = await show({ reader: 'agent', path: () => `/tickets/${open}` }, { width: 1280, colorScheme: 'light' });

  const unmarked = await stopsOf(page, 60);

  expect(unmarked).toEqual([]);
});

test('on paper a ticket is all text, as wide as the sheet (W09)', async () => {
  const page = await show({ reader: 'agent', path: () => `/tickets/${open}` }, { width: 794, colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });

  const width = await page.locator('.history article').first().evaluate((article) => article.getBoundingClientRect().width);
  const forms = await page.locator('main form').evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);

  expect(width).toBeGreaterThan(650);
  expect(forms).toBe(0);
  await page.emulateMedia({ media: null });
});

/** Presses Tab until the page is left; returns the stops that are out of sight or look as if they had no focus. */
async function stopsOf(page: Page, most: number): Promise<string[]> {
  const unmarked: string[] = [];
  for (let stop = 0; stop < most; stop++) {
    await page.keyboard.press('Tab');
    const here = page.locator(':focus');
    if ((await here.count()) === 0) break;
    const seen = await here.first().evaluate((element) => {
      const style = element.ownerDocument.defaultView?.getComputedStyle(element);
      const { width, height, top, bottom } = element.getBoundingClientRect();
      const inSight = width > 0 && height > 0 && bottom > 0 && top < element.ownerDocument.documentElement.clientHeight;
      return { name: `${element.nodeName} ${element.textContent.trim()}`, good: inSight && style?.outlineStyle !== 'none' };
    });
    if (!seen.good) unmarked.push(seen.name);
  }
  return unmarked;
}

test.each([['replies', 'Geht es wieder?'], ['comments', 'Kabel im Lager.']])('on a phone %s leave with the first press, however the box changes as it is left (W09)', async (box, text) => {
  const page = await show({ reader: 'agent', path: () => `/tickets/${open}` }, { width: 390, colorScheme: 'light' });
  const written = form(page, `/tickets/${open}/${box}`);
  await written.locator('textarea').fill(text);

  const [answer] = await Promise.all([page.waitForResponse((one) => one.request().method() === 'POST'), written.locator('button:visible').first().click()]);

  expect(answer.status()).toBe(303);
});
