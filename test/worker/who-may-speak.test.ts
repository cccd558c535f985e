/** Who may speak on a ticket by mail, on a desk that asks Cloudflare who vouches for a sender. */

import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { IntakeRow } from '../../src/directory/intake.ts';
import { ticketOf } from '../../src/ticket/tickets.ts';
import { anna, articlesOf, bring, bringToTicket, plainMail, stamped, ticketPage } from './inbox.ts';
import { signedIn } from './portal-visitor.ts';

type Dmarc = 'pass' | 'fail' | 'none';
const max = 'max@kunde.example';
const boss = 'boss@kunde.example';
const eve = 'eve@evil.example';

let number: number;
beforeAll(async () => {
  await signedIn(anna.address, 'agent');
  number = await bringToTicket(stamped(plainMail({ from: max, subject: 'Drucker', headers: [`Cc: ${boss}`] })), { authentication: 'cloudflare' });
});

describe('the reply key', () => {
  test.each<[Dmarc, string]>([['pass', 'filed'], ['none', 'filed'], ['fail', 'door']])('of the sender, with verdict %s: %s (A01)', async (dmarc, outcome) => {
    expect(await brought({ from: max, to: await keyAddress(max), dmarc })).toMatchObject({ outcome, number });
  });

  test('admits somebody from Cc, who is proven from then on, so that the tag will do (A01, A02)', async () => {
    expect(await brought({ from: boss, subject: tag(), dmarc: 'pass' })).toMatchObject({ outcome: 'door', reason: 'notProven' });
    expect(await brought({ from: boss, to: await keyAddress(boss), dmarc: 'none' })).toMatchObject({ outcome: 'filed', number });

    expect(await brought({ from: boss, subject: tag(), dmarc: 'pass' })).toMatchObject({ outcome: 'filed', number });
  });

  test('of another waits at the door (A04)', async () => {
    expect(await brought({ from: eve, to: await keyAddress(max), dmarc: 'pass' })).toMatchObject({ outcome: 'door', reason: 'otherSender', number });
  });

  test('with one letter changed is none (A01)', async () => {
    const right = await keyAddress(max);
    const wrong = right.replace(/.(?=@)/, (last) => (last === 'a' ? 'b' : 'a'));

    const row = await brought({ from: max, to: wrong, dmarc: 'none' });
    expect(row.outcome).toBe('filed');
    expect(row.number).not.toBe(number);
  });
});

describe('the subject tag', () => {
  test.each<[Dmarc, string]>([['pass', 'filed'], ['none', 'door'], ['fail', 'door']])('by the requester, with verdict %s: %s (A02, A05)', async (dmarc, outcome) => {
    expect(await brought({ from: max, subject: tag(), dmarc })).toMatchObject({ outcome, number });
  });

  test('by a stranger opens their own ticket (A06)', async () => {
    const row = await brought({ from: eve, subject: tag(), dmarc: 'pass' });

    expect(row.outcome).toBe('filed');
    expect(row.number).not.toBe(number);
  });
});

describe('answering a mail on the ticket, without key and tag', () => {
  test.each<[Dmarc, string]>([['pass', 'filed'], ['none', 'door']])('by somebody on it, with verdict %s: %s (A03)', async (dmarc, outcome) => {
    const [request] = await articlesOf(number);

    expect(await brought({ from: max, dmarc, headers: [`In-Reply-To: ${request?.messageId}`] })).toMatchObject({ outcome, number });
  });
});

describe('an agent', () => {
  test('answers by mail as in the portal, with the own key and a domain that vouches (A07, L02)', async () => {
    const own = await bringToTicket(stamped(plainMail({ from: max, subject: 'Neuer' })), { authentication: 'cloudflare' });
    await ticketOf(env, own).act({ kind: 'comment', text: 'Ich schaue.', attachments: [], channel: 'portal' }, anna, Date.now());

    const to = await keyAddress(anna.address, own);
    expect(await brought({ from: anna.address, to, dmarc: 'none' })).toMatchObject({ outcome: 'door', reason: 'agentWithoutKey' });
    expect(await brought({ from: anna.address, to, dmarc: 'pass' })).toMatchObject({ outcome: 'filed', number: own });

    const page = await ticketPage(own);
    expect(page.fields.status).toBe('open');
    expect(page.fields.lastContactAt).not.toBe(null);
    expect(page.entries.flatMap((entry) => entry.letters).map((letter) => [letter.kind, letter.to.address])).toContainEqual(['correspondence', max]);
  });

  test('without the key waits at the door, whoever vouches (A07)', async () => {
    expect(await brought({ from: anna.address, subject: tag(), dmarc: 'pass' })).toMatchObject({ outcome: 'door', reason: 'agentWithoutKey', number });
  });
});

describe('a mail that nobody vouches for', () => {
  test('is a ticket all the same, but nobody is written to and nobody sees it who was only named (A10, A08)', async () => {
    const row = await brought({ from: 'forged@kunde.example', subject: 'Dringend', dmarc: 'none', headers: [`Cc: ${boss}`] });

    const page = await ticketPage(row.number ?? 0);
    expect(row.outcome).toBe('filed');
    expect(page.authenticated).toBe(false);
    expect(page.entries.flatMap((entry) => entry.letters)).toEqual([]);
    expect((await (await signedIn(boss)).get(`/tickets/${row.number}`)).status).toBe(404);
  });

  test('brings nobody along onto a ticket (A08)', async () => {
    await brought({ from: max, subject: tag(), dmarc: 'none', headers: [`Cc: ${eve}`] });

    expect((await ticketPage(number)).people.map((person) => person.address)).not.toContain(eve);
  });
});

function brought(mail: { from: string; to?: string; subject?: string; dmarc: Dmarc; headers?: string[] }): Promise<IntakeRow> {
  const { from, to = 'support@dtnet.de', subject = 'ohne Nummer', dmarc, headers = [] } = mail;
  return bring(stamped(plainMail({ from, to, subject, headers }), { dmarc, to }), { to, authentication: 'cloudflare' });
}

function tag(): string {
  return `AW: [dtnet.de #${number}] Drucker`;
}

/** Where this person's letters are answered to. */
async function keyAddress(who: string, on = number): Promise<string> {
  const [row] = await runInDurableObject(env.TICKETS.getByName(String(on)), (_, { storage }) => storage.sql.exec('select pid, secret from people where address = ?', who).toArray());
  return `support+${on}-${row?.['pid']}-${row?.['secret']}@dtnet.de`;
}
