import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ShownLetter } from '../../src/rules/page.ts';
import { ticketOf } from '../../src/ticket/tickets.ts';
import worker from '../../src/worker.ts';
import { anna, articlesOf, bring, bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { signedIn } from './portal-visitor.ts';

const max = 'max@kunde.example';
const daemon = 'Mail Delivery System <mailer-daemon@mx.kunde.example>';

beforeAll(async () => {
  await signedIn(anna.address, 'agent');
});

/** A ticket of Max's whose acknowledgement was sent, and that letter's Message-ID. */
async function acknowledged(subject = 'Drucker'): Promise<{ number: number; messageId: string }> {
  const number = await bringToTicket(plainMail({ from: `Max Muster <${max}>`, subject }));
  return { number, messageId: await sent(number) };
}

/** Sends what is due; the Message-ID of the ticket's newest letter. */
async function sent(number: number): Promise<string> {
  await env.TICKETS.getByName(String(number)).drain();
  const row = await env.DB.prepare("select message_id from message_ids where number = ? and origin = 'letter' order by rowid desc").bind(number).first<{ message_id: string }>();
  if (row === null) throw new Error(`Ticket ${number} has sent no letter`);
  return row.message_id;
}

async function lettersOf(number: number): Promise<ShownLetter[]> {
  return (await ticketPage(number)).entries.flatMap((entry) => entry.letters);
}

async function factsOf(number: number) {
  return (await ticketPage(number)).entries.flatMap((entry) => (entry.kind === 'fact' ? [entry.fact] : []));
}

/** What a server reports about a letter with this Message-ID (RFC 3464). */
function report(about: { messageId: string; to?: string; action?: string; status?: string; words?: string; from?: string }): string {
  const { messageId, to = max, action = 'failed', status = '5.1.1', words = '550 5.1.1 User unknown', from = daemon } = about;
  const parts = [
    'Content-Type: text/plain\r\n\r\nYour message could not be delivered.',
    `Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.kunde.example\r\n\r\nFinal-Recipient: rfc822; ${to}\r\nAction: ${action}\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; ${words}`,
    `Content-Type: message/rfc822\r\n\r\nMessage-ID: ${messageId}\r\nFrom: support@dtnet.de\r\nTo: ${to}\r\nSubject: x\r\n\r\nx`,
  ];
  const body = parts.map((part) => `--b\r\n${part}\r\n`).join('');
  const type = 'Content-Type: multipart/report; report-type=delivery-status; boundary=b';
  return plainMail({ from, subject: 'Undelivered Mail Returned to Sender', headers: ['Auto-Submitted: auto-replied'] }).replace(/Content-Type:[^]*$/, `${type}\r\n\r\n${body}--b--\r\n`);
}

describe('a report about a letter of ours', () => {
  test('stands at that letter, marks its reader, and is a folded note for agents (A14, P11)', async () => {
    const { number, messageId } = await acknowledged();

    const row = await bring(report({ messageId }), { from: '<>' });

    expect(row).toMatchObject({ outcome: 'filed', number });
    expect(await lettersOf(number)).toMatchObject([{ state: 'bounced', failure: { kind: 'hard', reason: 'userUnknown', words: '550 5.1.1 User unknown' } }]);
    const page = await ticketPage(number);
    expect(page.people[0]).toMatchObject({ address: max, bounced: 'userUnknown' });
    expect(page.entries.find((entry) => entry.kind === 'article')).toMatchObject({ article: { automatic: 'bounce' } });
    expect(page.fields.status).toBe('new');
  });

  test('that comes twice, or by another server, changes nothing more (A14)', async () => {
    const { number, messageId } = await acknowledged();
    await bring(report({ messageId }));
    const before = await factsOf(number);

    await bring(report({ messageId, words: '550 5.1.1 No such mailbox' }));

    expect(await factsOf(number)).toEqual(before);
  });

  test('whose sender is nobody changes the letter, and stays on the list (A14)', async () => {
    const { number, messageId } = await acknowledged();

    const row = await bring(report({ messageId, from: '<>' }), { from: '<>' });

    expect(row).toMatchObject({ outcome: 'machine', reason: 'bounce', number });
    expect(await lettersOf(number)).toMatchObject([{ state: 'bounced' }]);
    expect(await articlesOf(number)).toHaveLength(1);
  });

  test('a person marked so gets nothing more, not even what was waiting; a click ends it (P11)', async () => {
    const { number, messageId } = await acknowledged();
    const agent = await signedIn(anna.address, 'agent');
    await ticketOf(env, number).act({ kind: 'reply', text: 'Ist er an?', attachments: [], channel: 'portal' }, anna, Date.now());
    await bring(report({ messageId }));
    await env.TICKETS.getByName(String(number)).drain();
    await ticketOf(env, number).act({ kind: 'reply', text: 'Hallo?', attachments: [], channel: 'portal' }, anna, Date.now());
    const shown = (await agent.get(`/tickets/${number}`)).page;

    const answer = await agent.post(`/tickets/${number}/watchers/try-again`, { address: max });
    await ticketOf(env, number).act({ kind: 'reply', text: 'Und jetzt?', attachments: [], channel: 'portal' }, anna, Date.now());
    await sent(number);

    expect(shown).toContain('there is no such mailbox');
    expect(shown).toContain('Try again');
    expect(answer.status).toBe(303);
    expect((await lettersOf(number)).map(({ state }) => state)).toEqual(['sent', 'failed', 'bounced']);
    expect((await agent.get(`/tickets/${number}`)).page).not.toContain('Try again');
  });

  test('a delay is no failure (A14)', async () => {
    const { number, messageId } = await acknowledged();

    await bring(report({ messageId, action: 'delayed', status: '4.4.1', words: 'connection timed out' }));

    expect(await lettersOf(number)).toMatchObject([{ state: 'deferred', failure: null }]);
    expect((await ticketPage(number)).people[0]).toMatchObject({ bounced: null });
  });
});

describe('a forged report', () => {
  test('about a letter that is none of ours is on the list and changes nothing (SL11)', async () => {
    const { number } = await acknowledged();

    const row = await bring(report({ messageId: '<guessed@dtnet.de>' }).replace('Subject: Undelivered', `Subject: [dtnet.de #${number}] Undelivered`));

    expect(row).toMatchObject({ outcome: 'machine', reason: 'bounce' });
    expect(await lettersOf(number)).toMatchObject([{ state: 'sent' }]);
    expect(await articlesOf(number)).toHaveLength(1);
  });

  test('about somebody to whom the letter did not go changes nothing (SL11)', async () => {
    const { number, messageId } = await acknowledged();

    await bring(report({ messageId, to: 'boss@kunde.example' }));

    expect(await lettersOf(number)).toMatchObject([{ state: 'sent' }]);
    expect((await ticketPage(number)).people[0]).toMatchObject({ bounced: null });
  });
});

describe('an event of the platform', () => {
  let events = 0;
  const event = (type: string, messageId: string, more: object = {}) => ({ type: `cf.email.sending.message.${type}`, payload: { eventId: `e-${++events}`, messageId, recipient: max, ...more } });

  /** Which messages were done with. */
  async function hear(bodies: unknown[], attempts = 1): Promise<number> {
    const batch = createMessageBatch('vorgang-letters', bodies.map((body, place) => ({ id: `m-${place}`, timestamp: new Date(), attempts, body })));
    const context = createExecutionContext();
    await worker.queue(batch, env);
    const result = await getQueueResult(batch, context);
    return result.explicitAcks.length;
  }

  test('says the same as a report: reached, late, not reached (A14)', async () => {
    const [reached, late, failed] = [await acknowledged('eins'), await acknowledged('zwei'), await acknowledged('drei')];

    const done = await hear([event('delivered', reached.messageId), event('deferred', late.messageId), event('bounced', failed.messageId, { bounce: { type: 'hard', reason: '550 5.1.1 User unknown' } })]);

    expect(done).toBe(3);
    expect(await lettersOf(reached.number)).toMatchObject([{ state: 'delivered' }]);
    expect(await lettersOf(late.number)).toMatchObject([{ state: 'deferred' }]);
    expect(await lettersOf(failed.number)).toMatchObject([{ state: 'bounced', failure: { kind: 'hard', reason: 'userUnknown', status: '5.1.1' } }]);
    expect((await ticketPage(failed.number)).people[0]).toMatchObject({ bounced: 'userUnknown' });
  });

  test('twice, or after a report, changes nothing more (A14)', async () => {
    const { number, messageId } = await acknowledged();
    const bounced = event('bounced', messageId, { bounce: { type: 'hard', reason: '550 5.1.1 User unknown' } });
    await hear([bounced]);
    const before = await factsOf(number);

    await hear([bounced, event('delivered', messageId)]);
    await bring(report({ messageId }));

    expect(await factsOf(number)).toEqual(before);
    expect(await lettersOf(number)).toMatchObject([{ state: 'bounced' }]);
  });

  test('of a letter that nobody knows waits a while and is let go; one of no use is let go at once', async () => {
    expect(await hear([event('delivered', '<password-link@dtnet.de>')])).toBe(0);
    expect(await hear([event('delivered', '<password-link@dtnet.de>')], 5)).toBe(1);
    expect(await hear(['nonsense'])).toBe(1);
  });
});

describe('a letter of ours that comes back', () => {
  test('is on the loop list, whatever it says it is (A15)', async () => {
    const { number, messageId } = await acknowledged();
    const back = (headers: string[], from = 'list@robots.example') => plainMail({ from, subject: `[dtnet.de #${number}] Drucker`, headers });

    expect(await bring(back([], 'support@dtnet.de'))).toMatchObject({ outcome: 'loop', reason: 'ownMail' });
    expect(await bring(back(['X-Loop: support@dtnet.de']))).toMatchObject({ outcome: 'loop', reason: 'ownLetter' });
    expect(await bring(back([]).replace(/^Message-ID:.*$/m, `Message-ID: ${messageId}`))).toMatchObject({ outcome: 'loop', reason: 'ownLetter' });
    expect(await articlesOf(number)).toHaveLength(1);
  });
});

describe('two robots without headers', () => {
  test('the eleventh mail in ten minutes and all later ones wait at the door; a click lets them in again (A16, SF25)', async () => {
    const { number } = await acknowledged('Sturm');
    const mail = (n: number) => plainMail({ from: max, subject: `[dtnet.de #${number}] Re: Sturm`, text: `Antwort ${n}` });
    const outcomes: (string | null)[] = [];
    for (let n = 1; n <= 12; n++) outcomes.push((await bring(mail(n))).reason);
    const agent = await signedIn(anna.address, 'agent');
    const shown = (await agent.get(`/tickets/${number}`)).page;

    await agent.post(`/tickets/${number}/watchers/unmute`, { address: max });

    // The mail that opened the ticket is one of the ten.
    expect(outcomes).toEqual([...Array.from({ length: 9 }, () => null), 'muted', 'muted', 'muted']);
    expect(shown).toContain('Let in again');
    expect((await agent.get(`/tickets/${number}`)).page).not.toContain('Let in again');
    expect((await bring(mail(13))).outcome).toBe('filed');
  });

  test('the same text for the third time waits at the door (A16)', async () => {
    const { number } = await acknowledged('Echo');
    const mail = () => plainMail({ from: max, subject: `[dtnet.de #${number}] Re: Echo`, text: 'We got your mail.' });

    expect([(await bring(mail())).outcome, (await bring(mail())).outcome, await bring(mail())]).toMatchObject(['filed', 'filed', { outcome: 'door', reason: 'muted', number }]);
  });
});

test('an absence note without any header is noted as one, and opens nothing again (A13)', async () => {
  const { number } = await acknowledged('Urlaub');
  await ticketOf(env, number).act({ kind: 'changeStatus', to: 'waiting' }, anna, Date.now());

  await bring(plainMail({ from: max, subject: `AW: [dtnet.de #${number}] Urlaub`, text: 'Vielen Dank für Ihre Nachricht. Ich bin bis 7. Dezember nicht im Büro.' }));

  expect((await articlesOf(number)).at(-1)).toMatchObject({ automatic: 'out-of-office' });
  expect((await ticketPage(number)).fields.status).toBe('waiting');
});

test('a complaint that a provider passes on stands at the letter (A11)', async () => {
  const { number, messageId } = await acknowledged('Spam');
  const complaint = report({ messageId, from: 'feedback@provider.example' })
    .replace('report-type=delivery-status', 'report-type=feedback-report')
    .replace(/Content-Type: message\/delivery-status[^]*?\r\n--b/, `Content-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nUser-Agent: x/1\r\nVersion: 1\r\nOriginal-Rcpt-To: <${max}>\r\n--b`);

  await bring(complaint);

  expect(await lettersOf(number)).toMatchObject([{ state: 'complained' }]);
  expect((await articlesOf(number)).at(-1)).toMatchObject({ automatic: 'complaint' });
});
