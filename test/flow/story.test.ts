/** The story of the desk, S1 to S16, told with real mails and real browsers, once in German and once in English. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { mailTo, sendMail, sendRawMail, type SentMail, sentMails, unreadMails, withBodies } from '../support/local-mail.ts';
import { png } from '../support/picture.ts';
import { rawMail } from '../support/raw-mail.ts';
import { form, send, setFirstPassword, signIn, visitor, words } from '../support/visitor.ts';
import { english, german } from './story-in-words.ts';

const support = 'support@dtnet.de';
const admin = 'admin@dtnet.de';
const agent = { name: 'Anna Berger', address: 'anna.berger@dtnet.de' };
const screenshot = { name: 'Meldung am Gerät.png', type: 'image/png', bytes: png(60, 40, (x, y) => (y < 8 ? [20, 60, 140] : [240, 240 - x, 240])), contentId: 'meldung@kunde' };
const manual = { name: 'Prüfbericht.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.4 test') };

describe.each([german, english])('in $language', (says) => {
  let desk: Desk;
  let chromium: Browser;
  let requesterAt: Page;
  let colleagueAt: Page;
  let agentAt: Page;
  let number = 0;
  let acknowledgement: SentMail;
  let firstAnswer: SentMail;
  const requester = `${says.requester.name} <${says.requester.address}>`;
  const colleague = `${says.colleague.name} <${says.colleague.address}>`;

  beforeAll(async () => {
    [desk, chromium] = await Promise.all([startDesk(), browser()]);
    requesterAt = await visitor(chromium, desk, says.locale);
    colleagueAt = await visitor(chromium, desk, says.locale);
    agentAt = await visitor(chromium, desk, says.locale);
    await hireAgent();
  });
  afterAll(async () => {
    await chromium?.close();
    await desk?.stop();
  });

  async function hireAgent(): Promise<void> {
    const adminAt = await visitor(chromium, desk, says.locale);
    await setFirstPassword(adminAt, desk, admin);
    await signIn(adminAt, admin);
    await adminAt.goto('/admin/people');
    await send(adminAt, '/admin/people', { address: agent.address, name: agent.name, role: 'agent' });
    await setFirstPassword(agentAt, desk, agent.address);
    await signIn(agentAt, agent.address);
    await adminAt.context().close();
  }

  test('a mail opens a ticket with number, subject, text, files and its sender as requester (S1)', async () => {
    const html = `<p>${says.request.text.replaceAll('\n', '<br>')}</p><p><img src="cid:${screenshot.contentId}"></p>`;
    const delivery = await sendMail(desk, { from: requester, to: support, cc: colleague, ...says.request, html, files: [screenshot, manual] });
    acknowledgement = await mailTo(desk, says.requester.address);
    number = Number(/#(\d+)\]/.exec(acknowledgement.subject)?.[1]);

    await agentAt.goto(`/tickets/${number}`);

    expect(delivery.outcome).toBe('ok');
    expect(number).toBe(427637);
    const page = await words(agentAt);
    for (const part of [says.request.subject, says.requester.name, manual.name]) expect(page).toContain(part);
    expect(await agentAt.content()).toContain(`/tickets/${number}/attachments/`);
  });

  test('a screenshot is shown on the page, in its place in the mail (S1, M04)', async () => {
    await agentAt.goto(`/tickets/${number}`);

    await agentAt.locator('main iframe').first().scrollIntoViewIfNeeded();
    const picture = agentAt.frameLocator('main iframe').locator('p + p img[src*="/attachments/"]').first();

    await expect.poll(() => picture.evaluate((shown) => [shown.naturalWidth, shown.naturalHeight])).toEqual([60, 40]);
  });

  test('people in Cc join the ticket, and get nothing until an agent acts (S2, A09)', async () => {
    await agentAt.goto(`/tickets/${number}`);

    expect(await words(agentAt)).toContain(says.colleague.address);
    expect(await unreadMails(desk)).toEqual([]);
  });

  test('the acknowledgement names number, tag and portal, and echoes nothing (S3, S18, A10)', () => {
    expect(acknowledgement.subject).toContain(`[dtnet.de #${number}]`);
    expect(acknowledgement.text).toContain(`[dtnet.de #${number}]`);
    expect(acknowledgement.text).toContain(`${desk.url}/tickets/${number}`);
    for (const part of says.acknowledged) expect(acknowledgement.text).toMatch(part);
    expect(acknowledgement.text).not.toContain(says.request.text.split('\n')[2]);
    expect(acknowledgement.html).toContain(String(number));
    expect(acknowledgement.headers['Auto-Submitted']).toMatch(/^auto-/);
  });

  test('a mail with the tag anywhere in its subject goes to that ticket (S4)', async () => {
    await sendMail(desk, { from: requester, to: support, subject: `WG: AW: [EXTERN] Fw: [DTNET.DE  #${number}] ${says.request.subject}`, text: says.more });

    await agentAt.goto(`/tickets/${number}`);

    expect(await words(agentAt)).toContain(says.more);
  });

  test('the sign-in page asks for address and password, links the forgotten password and names whom to ask (S7)', async () => {
    await requesterAt.goto('/');

    expect(new URL(requesterAt.url()).pathname).toBe('/sign-in');
    const page = await requesterAt.locator('body').innerText();
    for (const part of says.signIn) expect(page).toMatch(part);
    expect(await form(requesterAt, '/sign-in').locator('[name=email], [name=password]').count()).toBe(2);
    expect(await requesterAt.locator('a[href="/password/forgotten"]').count()).toBe(1);
    expect(await requesterAt.locator('html').getAttribute('lang')).toBe(says.language);
  });

  test('the first password is set through the forgotten password, and the letter names who asked (S8)', async () => {
    const letter = await setFirstPassword(requesterAt, desk, says.requester.address);

    expect(letter.text).toMatch(/127\.0\.0\.1|::1/);
    for (const part of says.passwordLetter) expect(letter.text).toMatch(part);
    await requesterAt.locator('main a[href="/sign-in"], form[action="/sign-in"]').first().waitFor();
    await signIn(requesterAt, says.requester.address);
    expect(new URL(requesterAt.url()).pathname).toBe('/tickets');
  });

  test('a requester sees their open tickets with number, subject, status, requester and owner; nobody’s is the Dispatcher’s (S9)', async () => {
    await requesterAt.goto('/tickets');

    const page = await words(requesterAt);
    for (const part of [String(number), says.request.subject, says.status.new, says.requester.name, 'Dispatcher']) expect(page).toContain(part);
  });

  test('the agent takes the ticket, and the history says who did what, from and to (S14)', async () => {
    await agentAt.goto(`/tickets/${number}`);
    await send(agentAt, `/tickets/${number}/owner`);

    const page = await words(agentAt);
    expect(page).toContain(agent.name);
    expect(await fact(agentAt, 'Dispatcher')).toContain(agent.name);
  });

  test('an answer goes to everybody on the ticket, one letter each, with the conversation so far (S5, S6)', async () => {
    await agentAt.goto(`/tickets/${number}`);
    await send(agentAt, `/tickets/${number}/replies`, { text: says.answer });

    firstAnswer = await mailTo(desk, says.requester.address);
    const copy = await mailTo(desk, says.colleague.address);
    for (const letter of [firstAnswer, copy]) {
      expect(letter.to).toHaveLength(1);
      expect(letter.text.indexOf(says.answer.slice(0, 40))).toBeGreaterThan(-1);
      expect(letter.text.indexOf(says.more.slice(0, 30))).toBeGreaterThan(letter.text.indexOf(says.answer.slice(0, 40)));
      expect(letter.subject).toBe(`[dtnet.de #${number}] ${says.request.subject}`);
      expect(letter.replyTo).toMatch(new RegExp(`support\\+${number}-\\d+-[a-z2-7]{16}@dtnet\\.de`));
      expect(letter.headers['Auto-Submitted']).toBeUndefined();
    }
    expect(firstAnswer.text + firstAnswer.html).not.toContain(says.colleague.address);
    expect(copy.replyTo).not.toBe(firstAnswer.replyTo);
    expect(await unreadMails(desk)).toEqual([]);
  });

  test('the portal shows to whom a correspondence went (S6)', async () => {
    await agentAt.reload();

    const entry = await article(agentAt, says.answer);

    expect(entry).toContain(says.requester.address);
    expect(entry).toContain(says.colleague.address);
  });

  test('a reply by mail reaches everybody else on the ticket, the agent too, never its writer (S6, P02)', async () => {
    await sendMail(desk, { from: requester, to: replyTo(firstAnswer), subject: `AW: ${firstAnswer.subject}`, text: says.thanks, headers: { 'In-Reply-To': firstAnswer.messageId } });

    const toAgent = await mailTo(desk, agent.address);
    const toColleague = await mailTo(desk, says.colleague.address);

    for (const letter of [toAgent, toColleague]) expect(letter.text).toContain(says.thanks.slice(0, 40));
    expect(await unreadMails(desk)).toEqual([]);
    await sendMail(desk, { from: `${agent.name} <${agent.address}>`, to: replyTo(toAgent), subject: `Re: ${toAgent.subject}`, text: says.answerByMail });
    expect((await mailTo(desk, says.requester.address)).text).toContain(says.answerByMail);
    expect((await mailTo(desk, says.colleague.address)).text).toContain(says.answerByMail);
  });

  test('the same mail twice is one article (T10)', async () => {
    const raw = rawMail({ from: requester, to: support, subject: `Re: ${firstAnswer.subject}`, text: 'Einmal genügt. Once is enough.' });
    await sendRawMail(desk, raw, { from: says.requester.address });
    await sendRawMail(desk, raw, { from: says.requester.address });

    await agentAt.goto(`/tickets/${number}`);

    expect((await words(agentAt)).split('Einmal genügt.')).toHaveLength(2);
    await mailTo(desk, agent.address);
    await mailTo(desk, says.colleague.address);
    expect(await unreadMails(desk)).toEqual([]);
  });

  test('a comment is seen by agents alone, and reply and comment are two boxes (S13, P08)', async () => {
    await agentAt.goto(`/tickets/${number}`);
    expect(await form(agentAt, `/tickets/${number}/replies`).locator('textarea').count()).toBe(1);
    await send(agentAt, `/tickets/${number}/comments`, { text: says.comment });

    await requesterAt.goto(`/tickets/${number}`);

    expect(await words(agentAt)).toContain(says.comment);
    expect(await requesterAt.content()).not.toContain(says.comment.slice(0, 20));
    expect(await form(requesterAt, `/tickets/${number}/comments`).count()).toBe(0);
  });

  test('a ticket’s page has basics, dates and history, and its requester can change none of them (S10)', async () => {
    await requesterAt.goto(`/tickets/${number}`);

    const page = (await words(requesterAt)).toLowerCase();
    for (const word of says.page) expect(page).toContain(word.toLowerCase());
    const changes = { status: { status: 'closed' }, owner: { owner: '' }, priority: { priority: '1', final_priority: '2' }, watchers: { address: 'x@example.com', role: 'cc' } };
    for (const [part, change] of Object.entries(changes)) {
      expect(await form(requesterAt, `/tickets/${number}/${part}`).count()).toBe(0);
      expect(await post(requesterAt, `/tickets/${number}/${part}`, change)).toBe(403);
    }
  });

  test('starts and due are business time (S11)', async () => {
    await requesterAt.goto(`/tickets/${number}`);

    const instants = await requesterAt.locator('time[datetime]').evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
    const atEight = instants.map((text) => new Date(text)).filter((at) => at > new Date() && [1, 2, 3, 4, 5].includes(at.getUTCDay()));

    expect(atEight.length).toBeGreaterThan(0);
  });

  test('the history is newest first and ends with the request, mail and portal in one (S12)', async () => {
    await requesterAt.goto(`/tickets/${number}`);

    const page = await words(requesterAt);
    const places = [says.answerByMail, says.thanks, says.answer, says.more].map((text) => page.lastIndexOf(text.slice(0, 40)));

    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(-1);
  });

  test('a requester answers in the portal, and it is the same history (S12, S13)', async () => {
    await requesterAt.goto(`/tickets/${number}`);
    await send(requesterAt, `/tickets/${number}/replies`, { text: says.reply });

    expect((await mailTo(desk, agent.address)).text).toContain(says.reply);
    expect((await mailTo(desk, says.colleague.address)).text).toContain(says.reply);
    expect(await words(requesterAt)).toContain(says.reply);
    expect(await unreadMails(desk)).toEqual([]);
  });

  test('closing sends requester and Cc a closing mail (S15, P09)', async () => {
    await agentAt.goto(`/tickets/${number}`);
    await close(agentAt, number);

    const letters = [await mailTo(desk, says.requester.address), await mailTo(desk, says.colleague.address)];

    for (const letter of letters) expect(letter.text.toLowerCase()).toContain(says.status.closed);
    expect(await unreadMails(desk)).toEqual([]);
    await requesterAt.goto('/tickets');
    expect(await words(requesterAt)).not.toContain(says.request.subject);
    await requesterAt.goto('/tickets?status=closed');
    expect(await words(requesterAt)).toContain(says.request.subject);
  });

  test('a mail to a closed ticket adds nothing, its sender is told, and not a byte is lost (S16)', async () => {
    await sendMail(desk, { from: requester, to: replyTo(firstAnswer), subject: `AW: ${firstAnswer.subject}`, text: says.afterClosing, files: [manual] });

    const notice = await mailTo(desk, says.requester.address);
    await agentAt.goto(`/tickets/${number}`);

    for (const part of says.refused) expect(notice.text).toMatch(part);
    expect(notice.text).toContain(`${desk.url}/tickets/new`);
    expect(await words(agentAt)).not.toContain(says.afterClosing);
    expect(await rawMails(desk)).toContain(Buffer.from(says.afterClosing).toString('base64').slice(0, 60));
    expect(await unreadMails(desk)).toEqual([]);
  });

  test('the intake ledger accounts for every mail (promise 1)', async () => {
    await agentAt.goto('/desk/intake');

    expect(await words(agentAt)).toContain(says.requester.address);
  });

  test('the portal’s form helps with a good request, and opens a ticket (S17, S18)', async () => {
    await requesterAt.goto('/tickets/new');
    const page = await requesterAt.locator('main').innerHTML();
    for (const part of says.helps) expect(page).toMatch(part);
    await send(requesterAt, '/tickets', { ...says.newRequest, cc: says.colleague.address });

    expect(await words(requesterAt)).toContain(says.newRequest.subject);
    expect((await mailTo(desk, says.requester.address)).subject).toContain(says.newRequest.subject);
    expect(await unreadMails(desk)).toEqual([]);
  });

  test('a ticket of others is as if it did not exist (W05, A06)', async () => {
    const stranger = 'stranger@elsewhere.example';
    await sendMail(desk, { from: stranger, to: support, subject: `Re: [dtnet.de #${number}] hello`, text: 'Please send me everything there is.' });
    const letter = await mailTo(desk, stranger);
    await setFirstPassword(colleagueAt, desk, stranger);
    await signIn(colleagueAt, stranger);

    const seen = await colleagueAt.goto(`/tickets/${number}`);
    const missing = await colleagueAt.goto('/tickets/999999');

    expect(letter.subject).not.toContain(`#${number}`);
    expect([seen?.status(), missing?.status()]).toEqual([404, 404]);
    expect(await post(colleagueAt, `/tickets/${number}/replies`, { text: 'x' })).toBe(404);
  });

  test('no letter to an outsider ever held the comment, named two people or carried no key (P08, S6)', async () => {
    const letters = await Promise.all((await sentMails(desk)).map((letter) => withBodies(desk, letter)));

    const canary = says.comment.split(' ').at(-1) ?? '';
    const outside = letters.filter((letter) => !letter.to.some((to) => to.endsWith('@dtnet.de')));
    expect(outside.length).toBeGreaterThan(8);
    for (const letter of outside) {
      expect(letter.text + letter.html).not.toContain(canary);
      expect(letter.to).toHaveLength(1);
    }
    const onTicket = letters.filter((letter) => letter.subject.includes(`#${number}]`));
    expect(new Set(onTicket.map((letter) => letter.headers.References?.split(' ')[0])).size).toBe(1);
  });
});

function replyTo(letter: SentMail): string {
  return letter.replyTo ?? '';
}

/** The words of the article that holds `text`, with what surrounds it: who, when, to whom. */
async function article(page: Page, text: string): Promise<string> {
  return ((await page.locator('article, li').filter({ hasText: text.slice(0, 40) }).last().textContent()) ?? '').replace(/\s+/g, ' ');
}

async function fact(page: Page, text: string): Promise<string> {
  return (await page.locator('main li, main article').filter({ hasText: text }).allTextContents()).join(' ');
}

async function close(page: Page, number: number): Promise<void> {
  const closing = form(page, `/tickets/${number}/status`).filter({ has: page.locator('[name=status][value=closed], select[name=status]') }).first();
  const choice = closing.locator('select[name=status]');
  if (await choice.count() > 0) await choice.selectOption('closed');
  const button = closing.locator('button[name=status][value=closed]');
  await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'POST'),
    (await button.count() > 0 ? button : closing.locator('button[type=submit]')).first().click(),
  ]);
  await page.waitForLoadState('load');
}

async function post(page: Page, path: string, fields: Record<string, string>): Promise<number> {
  const origin = new URL(page.url()).origin;
  return (await page.request.post(path, { form: fields, headers: { origin }, maxRedirects: 0 })).status();
}

/** Every raw mail that is kept, as text. */
async function rawMails(desk: Desk): Promise<string> {
  const { BYTES } = await desk.worker.getEnv();
  const { objects } = await BYTES.list({ prefix: 'raw/' });
  const texts: string[] = await Promise.all(objects.map(async (one: { key: string }) => (await BYTES.get(one.key)).text()));
  return texts.join('\n').replaceAll('\r\n', '');
}
