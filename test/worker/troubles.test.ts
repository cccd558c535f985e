/** Letters in trouble: the list of them, and what agents do about one. */

import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { setQueues } from '../../src/directory/people.ts';
import type { ShownLetter } from '../../src/rules/page.ts';
import { settings } from '../../src/settings-of-worker.ts';
import { bringIndexUpToDate } from '../../src/ticket/index-refreshing.ts';
import { sendLetters } from '../../src/ticket/letter-sending.ts';
import { openDatabase } from '../../src/ticket/ticket-store.ts';
import { ticketOf } from '../../src/ticket/tickets.ts';
import { address } from '../support/builders.ts';
import { anna, bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';

const max = 'max@kunde.example';

let agent: Visitor;
beforeAll(async () => {
  agent = await signedIn(anna.address, 'agent');
});

describe('a letter that the mail service refused', () => {
  test('is on the list with its ticket and the reason in plain words, and counted beside every list (SO05)', async () => {
    const number = await failed('Abgelehnt', 'E_RECIPIENT_SUPPRESSED');

    const { page } = await agent.get('/desk/letters');

    expect(words(page)).toContain(`#${number} Abgelehnt could not be sent: the mail service writes to this address no more`);
    expect((await agent.get('/desk')).page).toMatch(/href="\/desk\/letters"[^>]*class="waits"/);
  });

  test('is sent again by a click, once, and leaves the list; history and audit log know who did it (SO06, L11, SW18)', async () => {
    const number = await failed('Noch einmal');

    const answer = await settle(number, 'again');

    expect(answer.to).toBe('/desk/letters?said=again');
    await vi.waitFor(async () => expect(await letterOf(number)).toMatchObject({ state: 'sent', reason: null, possiblyTwice: false }), { timeout: 30_000 });
    expect((await agent.get('/desk/letters')).page).not.toContain('Noch einmal');
    expect(words((await agent.get(`/tickets/${number}`)).page)).toContain(`${anna.address} had the letter “Acknowledgement” sent to ${max} again`);
    expect((await settle(number, 'again')).to).toBe('/desk/letters?said=notInTrouble');
    expect(await noted(number)).toEqual(['resent 1']);
  });

  test('is tried for another day, though its event is long past (SO06)', async () => {
    const number = await failed('Alt');
    await inObject(number, (storage) => void storage.sql.exec('update events set at = at - 200000000'));
    await inObject(number, (storage) => void storage.deleteAlarm());
    await ticketOf(env, number).act({ kind: 'settleLetter', letter: 1, how: 'again' }, anna, Date.now() + 3_600_000);

    await sendWith(number, 'E_RATE_LIMIT_EXCEEDED');

    expect(await letterOf(number)).toMatchObject({ state: 'queued' });
  });

  test('is set aside, and is back when it fails anew', async () => {
    const number = await failed('Weggelegt');

    await settle(number, 'aside');
    expect((await agent.get('/desk/letters')).page).not.toContain('Weggelegt');

    await inObject(number, (storage) => void storage.sql.exec("update letters set state = 'queued', due_at = 0"));
    await sendWith(number, 'E_VALIDATION_ERROR');
    expect((await agent.get('/desk/letters')).page).toContain('Weggelegt');
  });
});

describe('where the history of its ticket shows it, a letter in trouble', () => {
  test('is sent again by a click, and the ticket says so (SO06, SW18)', async () => {
    const number = await failed('Am Vorgang');
    expect(words((await agent.get(`/tickets/${number}`)).page)).toContain('Its reader has not got it. Nothing more happens by itself. Send again Acknowledgement to max@kunde.example Set aside');

    const answer = await agent.post(`/tickets/${number}/letters/1`, { how: 'again', shown: 'ticket' });

    expect(answer.to).toBe(`/tickets/${number}?said=again`);
    const { page } = await agent.get(answer.to ?? '');
    expect(page).toContain('The letter is being sent again.');
    expect(page).not.toContain(`action="/tickets/${number}/letters/1"`);
    await vi.waitFor(async () => expect(await letterOf(number)).toMatchObject({ state: 'sent' }), { timeout: 30_000 });
    expect(await noted(number)).toEqual(['resent 1']);
  });

  test('is set aside, and does not call for anybody any more (SO05)', async () => {
    const number = await failed('Am Vorgang weggelegt');
    expect((await agent.get(`/tickets/${number}`)).page).toContain('<details class="letters trouble" open');

    const answer = await agent.post(`/tickets/${number}/letters/1`, { how: 'aside', shown: 'ticket' });

    const { page } = await agent.get(answer.to ?? '');
    expect(words(page)).toContain('The letter was set aside.');
    expect(words(page)).toContain('(set aside)');
    expect(page).not.toContain('class="letters trouble"');
    expect(page).not.toContain(`action="/tickets/${number}/letters/1"`);
    expect((await agent.post(`/tickets/${number}/letters/1`, { how: 'again', shown: 'ticket' })).to).toBe(`/tickets/${number}?said=notInTrouble`);
  });

  test('is only shown to customers and on paper (W05)', async () => {
    const number = await failed('Nur zu sehen');
    const customer = await signedIn(max);

    for (const { page } of [await customer.get(`/tickets/${number}`), await agent.get(`/tickets/${number}/print`)]) {
      expect(page).toContain('class="failed"');
      expect(page).not.toContain(`/tickets/${number}/letters/`);
    }
    expect((await customer.get(`/tickets/${number}?said=again`)).page).not.toContain('is being sent again');
  });

  test('is only set aside where the ticket is part of another (T13)', async () => {
    const number = await failed('Geht auf');
    await agent.post(`/tickets/${number}/merge`, { into: String(await bringToTicket(plainMail({ from: max, subject: 'Bleibt' }))) });

    const { page } = await agent.get(`/tickets/${number}`);

    expect(page).toContain(`action="/tickets/${number}/letters/1"`);
    expect(page).toContain('value="aside"');
    expect(page).not.toContain('value="again"');
  });
});

describe('a letter in doubt', () => {
  test('is on the list at once, and is marked as possibly sent twice when an agent has it sent again (SR5)', async () => {
    const number = await failed('Unklar', '');
    expect(words((await agent.get('/desk/letters')).page)).toContain(`#${number} Unklar unclear whether it was sent`);

    await settle(number, 'again');

    await vi.waitFor(async () => expect(await letterOf(number)).toMatchObject({ state: 'sent', possiblyTwice: true }), { timeout: 30_000 });
    await vi.waitFor(async () => expect(words((await agent.get('/desk/letters')).page)).toContain(`#${number} Unklar perhaps sent twice`), { timeout: 30_000 });
  });
});

describe('the list', () => {
  test('has nothing for agents of other queues, and they cannot have anything sent (W05)', async () => {
    const number = await failed('Fremder Bereich');
    const elsewhere = await signedIn('elsewhere@dtnet.de', 'agent');
    await setQueues(env.DB, elsewhere.person.id, [99]);

    expect((await elsewhere.get('/desk/letters')).page).not.toContain('Fremder Bereich');
    expect((await elsewhere.post(`/tickets/${number}/letters/1`, { how: 'again' })).status).toBe(404);
    expect(await letterOf(number)).toMatchObject({ state: 'failed' });
  });

  test('does not believe older news than it has (SO09)', async () => {
    const number = await failed('Überholt');
    await inObject(number, (storage) => void storage.sql.exec('update letters set told_at = 0, changed_at = 1'));
    await inObject(number, (storage) => void storage.sql.exec("update letters set state = 'sent'"));

    await refreshed(number);

    expect((await agent.get('/desk/letters')).page).toContain('Überholt');
  });
});

/** A ticket whose acknowledgement did not leave; `code` as the platform says it, none: nobody knows. */
async function failed(subject: string, code = 'E_VALIDATION_ERROR'): Promise<number> {
  const number = await bringToTicket(plainMail({ from: max, subject }));
  await vi.waitFor(async () => expect(await letterOf(number)).toMatchObject({ state: 'sent' }), { timeout: 30_000 });
  await inObject(number, (storage) => void storage.sql.exec("update letters set state = 'queued', due_at = 0, message_id = null"));
  await sendWith(number, code);
  return number;
}

/** Hands the open letters to a mailer that refuses them all. */
async function sendWith(number: number, code: string): Promise<void> {
  const MAIL = { send: async () => Promise.reject(Object.assign(new Error(`${code} refused`), code === '' ? {} : { code })) };
  await inObject(number, async (storage) => sendLetters(openDatabase(storage), { ...env, MAIL }, settings));
  await refreshed(number);
}

async function refreshed(number: number): Promise<void> {
  await inObject(number, (storage) => void storage.sql.exec('insert or replace into refreshes (id, version, attempts, due_at) select 1, version, 0, 0 from ticket'));
  await inObject(number, async (storage) => void (await bringIndexUpToDate(openDatabase(storage), env.DB)));
}

async function inObject(number: number, work: (storage: DurableObjectStorage) => Promise<void> | void): Promise<void> {
  await runInDurableObject(env.TICKETS.getByName(String(number)), (_, { storage }) => work(storage));
}

async function letterOf(number: number): Promise<ShownLetter | undefined> {
  const { entries } = await ticketPage(number);
  return entries.flatMap((entry) => entry.letters).find((letter) => letter.to.address === address(max));
}

function settle(number: number, how: string) {
  return agent.post(`/tickets/${number}/letters/1`, { how });
}

async function noted(number: number): Promise<unknown[]> {
  const { results } = await env.DB.prepare("select target from audit_log where action = 'letterSettled' and ticket = ?").bind(number).all();
  return results.map((row) => row['target']);
}

function words(page: string): string {
  return page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ').replaceAll(' :', ':');
}
