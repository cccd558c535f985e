import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { IntakeRow } from '../../src/directory/intake.ts';
import { ticketOf } from '../../src/ticket/tickets.ts';
import { anna, articlesOf, bring, bringToTicket, plainMail, stamped, ticketPage } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';
import { keyOf, max } from './vector-scene.ts';

let annasBrowser: Visitor;
let maxsBrowser: Visitor;
beforeAll(async () => {
  annasBrowser = await signedIn(anna.address, 'agent');
  maxsBrowser = await signedIn(max);
});

describe('an answer in the portal', () => {
  test('that would go past something is not sent: its writer sees what it is, above their text (L08)', async () => {
    const { number, seen } = await openedBy(annasBrowser);
    await bring(plainMail({ from: max, subject: `[dtnet.de #${number}]`, text: 'Hat sich erledigt!' }));

    const { status, page } = await annasBrowser.post(`/tickets/${number}/replies`, { text: 'Wir kommen morgen.', seen });

    expect(status).toBe(409);
    expect(/<section class="unseen"[\s\S]*?<\/section>/.exec(page)?.[0]).toContain('Hat sich erledigt!');
    expect(page).toContain('>Wir kommen morgen.</textarea>');
    expect(page).toContain('Send anyway');
    expect(await textsOf(number)).not.toContain('Wir kommen morgen.');
  });

  test('is sent anyway once that was shown, but not past what came after that (L08)', async () => {
    const { number, seen } = await openedBy(annasBrowser);
    await bring(plainMail({ from: max, subject: `[dtnet.de #${number}]` }));
    const first = await annasBrowser.post(`/tickets/${number}/replies`, { text: 'Trotzdem.', seen });
    await bring(plainMail({ from: max, subject: `[dtnet.de #${number}]` }));

    const second = await annasBrowser.post(`/tickets/${number}/replies`, { text: 'Trotzdem.', seen: seenIn(first.page) });
    const third = await annasBrowser.post(`/tickets/${number}/replies`, { text: 'Trotzdem.', seen: seenIn(second.page) });

    expect([second.status, third.status]).toEqual([409, 303]);
    expect(await textsOf(number)).toContain('Trotzdem.');
  });

  test('of a customer is not stopped by comments, whose number its page does not tell (P08)', async () => {
    const { number, seen } = await openedBy(maxsBrowser);
    await annasBrowser.post(`/tickets/${number}/comments`, { text: 'Schon wieder der.' });

    expect((await openedBy(maxsBrowser, number)).seen).toBe(seen);
    expect((await maxsBrowser.post(`/tickets/${number}/replies`, { text: 'Und?', seen })).status).toBe(303);
  });

  test('of two agents at once: one is sent, the other’s writer sees it (L08)', async () => {
    const { number, seen } = await openedBy(annasBrowser);
    const bert = await signedIn('bert@dtnet.de', 'agent');

    const answers = await Promise.all([annasBrowser, bert].map((one, place) => one.post(`/tickets/${number}/replies`, { text: `Antwort ${place}`, seen })));

    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect((await textsOf(number)).filter((text) => text.startsWith('Antwort'))).toHaveLength(1);
  });
});

describe('an agent’s answer by mail', () => {
  test('to a letter that is no longer the newest is held, with a letter back, and sent anyway from the door (L08)', async () => {
    const { number } = await openedBy(annasBrowser);
    await ticketOf(env, number).act({ kind: 'comment', text: 'Ich schaue.', attachments: [], channel: 'portal' }, anna, Date.now());
    await bring(plainMail({ from: max, subject: `[dtnet.de #${number}]`, text: 'Erstens.' }));
    const letter = await newestLetterTo(number, anna.address);
    await bring(plainMail({ from: max, subject: `[dtnet.de #${number}]`, text: 'Zweitens.' }));
    const mail = plainMail({ from: anna.address, subject: 'AW: Drucker', text: 'Zu erstens: ja.', headers: [`In-Reply-To: ${letter}`] });

    const held = await sent(mail, number);
    const again = await sent(mail, number);

    expect(held).toMatchObject({ outcome: 'door', reason: 'unseen', number });
    expect(again.outcome).toBe('door');
    expect(await textsOf(number)).not.toContain('Zu erstens: ja.');
    expect((await ticketPage(number)).entries.flatMap((entry) => entry.letters).filter(({ kind }) => kind === 'held').map(({ to }) => to.address)).toEqual([anna.address]);

    expect((await annasBrowser.get(`/desk/door/${held.key}`)).page).toContain('Send anyway');
    expect(await annasBrowser.post(`/desk/door/${held.key}`, { decision: 'admit' })).toMatchObject({ status: 303, to: `/tickets/${number}` });
    expect(await textsOf(number)).toContain('Zu erstens: ja.');
  });

  test('to the newest letter is filed (L08)', async () => {
    const { number } = await openedBy(annasBrowser);
    await ticketOf(env, number).act({ kind: 'comment', text: 'Ich schaue.', attachments: [], channel: 'portal' }, anna, Date.now());
    await bring(plainMail({ from: max, subject: `[dtnet.de #${number}]` }));
    const letter = await newestLetterTo(number, anna.address);

    const row = await sent(plainMail({ from: anna.address, subject: 'AW: Drucker', headers: [`In-Reply-To: ${letter}`] }), number);

    expect(row).toMatchObject({ outcome: 'filed', number });
  });
});

/** A ticket of Max's, or the one with this number, and up to where its page shows it to this visitor. */
async function openedBy(visitor: Visitor, number?: number): Promise<{ number: number; seen: string }> {
  const on = number ?? (await bringToTicket(plainMail({ from: max, subject: 'Drucker' })));
  return { number: on, seen: seenIn((await visitor.get(`/tickets/${on}`)).page) };
}

function seenIn(page: string): string {
  return /name="seen" value="(\d+)"/.exec(page)?.[1] ?? '';
}

async function textsOf(number: number): Promise<string[]> {
  return (await articlesOf(number)).map(({ text }) => text.trim());
}

async function sent(mail: string, number: number): Promise<IntakeRow> {
  const to = await keyOf(anna.address, number);
  return bring(stamped(mail, { to }), { to, authentication: 'cloudflare' });
}

/** Sends what is due, and returns the Message-ID of the newest letter to this person. */
async function newestLetterTo(number: number, who: string): Promise<string> {
  const [row] = await runInDurableObject(env.TICKETS.getByName(String(number)), async (object, { storage }) => {
    await object.drain();
    return storage.sql.exec('select message_id from letters where recipient = ? order by id desc', who).toArray();
  });
  return String(row?.['message_id']);
}
