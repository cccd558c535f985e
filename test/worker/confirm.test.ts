/** Letters that ask about a mail at the door, the page behind their link, and what an answer brings about (rows 8 and 9 of the security rules 2.2). */

import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeConfirmation } from '../../src/directory/confirmations.ts';
import { findIntake, type IntakeRow } from '../../src/directory/intake.ts';
import { address } from '../support/builders.ts';
import { anna, articlesOf, bring, plainMail, stamped, ticketPage } from './inbox.ts';
import { ask, origin, signedIn } from './portal-visitor.ts';
import { act, aTicket, boss, eve, keyOf, max, type Dmarc } from './vector-scene.ts';

const DAY_MS = 86_400_000;
let number: number;
beforeAll(() => signedIn(anna.address, 'agent'));
beforeEach(async () => {
  number = await aTicket();
});

describe('a mail in the name of somebody on the ticket that nobody vouches for', () => {
  test('has its sender asked by one letter, and nobody else (A05)', async () => {
    const row = await brought({ from: max, dmarc: 'none' });

    expect(row).toMatchObject({ outcome: 'door', reason: 'notAuthenticated', number, asked: max });
    expect(await asked()).toEqual([max]);
    expect(await articlesOf(number)).toHaveLength(2);
  });

  test('is on the ticket once its sender says so by the link, and goes to the others (A05)', async () => {
    const link = await linkIn(await brought({ from: max, dmarc: 'none', text: 'Er druckt wieder.' }));

    const page = await ask(link);
    expect([page.status, page.page.includes('Er druckt wieder.')]).toEqual([200, true]);
    const answered = await answer(link, 'yes');

    expect(answered.to).toBe('/confirm/said?as=filed');
    expect((await articlesOf(number)).at(-1)).toMatchObject({ by: { address: max }, text: expect.stringContaining('Er druckt wieder.') });
    expect(await lettersOfLast()).toEqual([`correspondence ${anna.address}`, `correspondence ${boss}`]);
  });

  test('stays where it is if they only look, however often (W03)', async () => {
    const row = await brought({ from: max, dmarc: 'none' });
    const link = await linkIn(row);

    for (let looks = 0; looks < 3; looks += 1) expect((await ask(link)).status).toBe(200);

    expect(await articlesOf(number)).toHaveLength(2);
    expect((await findIntake(env.DB, row.key))?.outcome).toBe('door');
  });

  test('is refused if they say that it is not theirs, and an agent can still let it in (A20)', async () => {
    const row = await brought({ from: max, dmarc: 'fail' });

    expect((await answer(await linkIn(row), 'no')).to).toBe('/confirm/said?as=disowned');
    expect(await findIntake(env.DB, row.key)).toMatchObject({ outcome: 'refused', reason: 'disowned', decidedBy: max });
    const agent = await signedIn(anna.address, 'agent');
    await agent.post(`/desk/door/${row.key}`, { decision: 'admit' });
    expect(await findIntake(env.DB, row.key)).toMatchObject({ outcome: 'filed', number, decidedBy: anna.address });
  });

  test('tells them that the ticket is closed, if it is by then (S16)', async () => {
    const link = await linkIn(await brought({ from: max, dmarc: 'none' }));
    await act(number, { kind: 'changeStatus', to: 'closed' });

    expect((await answer(link, 'yes')).to).toBe('/confirm/said?as=closed');
    expect(await articlesOf(number)).toHaveLength(2);
  });

  test('has nobody asked twice within a day, whatever comes and on whatever ticket; all of it waits (A05)', async () => {
    const other = await aTicket();
    const at = Date.now();
    await brought({ from: max, dmarc: 'none', at });
    const second = await brought({ from: max, dmarc: 'none', at, limited: true });
    const elsewhere = await brought({ from: max, dmarc: 'none', at, limited: true, on: other });
    const nextDay = await brought({ from: max, dmarc: 'none', at: at + DAY_MS, limited: true });

    expect([second, elsewhere, nextDay].map((row) => [row.outcome, row.asked])).toEqual([['door', null], ['door', null], ['door', max]]);
    expect(await asked()).toEqual([max, max]);
  });

  test('has nobody asked who stood in Cc only, before an agent acted (A09)', async () => {
    const fresh = (await bring(stamped(plainMail({ from: eve, subject: 'Neu', headers: [`Cc: ${max}`] })), { authentication: 'cloudflare' })).number ?? 0;

    expect(await brought({ from: max, dmarc: 'none', on: fresh })).toMatchObject({ outcome: 'door', asked: null });
    expect(await asked(fresh)).toEqual([]);
  });

  test('has no agent asked: agents have the door (A07)', async () => {
    expect(await brought({ from: anna.address, dmarc: 'none' })).toMatchObject({ outcome: 'door', reason: 'agentWithoutKey', asked: null });
  });
});

describe('a mail with somebody else’s key', () => {
  const colleague = 'karla@kunde.example';

  test('has the key’s person asked whether they know its sender, and its text is nowhere to be read (A04, SJ02)', async () => {
    const row = await brought({ from: colleague, to: await keyOf(max, number), dmarc: 'pass', text: 'Ihr Code lautet 1234.' });

    expect(row).toMatchObject({ outcome: 'door', reason: 'otherSender', asked: max });
    const { status, page } = await ask(await linkIn(row));
    expect(status).toBe(200);
    expect(page).toContain(colleague);
    expect(page).not.toContain('1234');
  });

  test('brings its sender onto the ticket once they say yes; the mail follows when the sender says yes too (A04)', async () => {
    const row = await brought({ from: colleague, to: await keyOf(max, number), dmarc: 'none', text: 'Ich bin die Kollegin.' });

    expect((await answer(await linkIn(row), 'yes')).to).toBe('/confirm/said?as=added');
    expect((await ticketPage(number)).people).toContainEqual(expect.objectContaining({ address: colleague, role: 'cc', state: 'invited', fromArticle: 3 }));
    expect(await articlesOf(number)).toHaveLength(2);
    expect(await asked()).toEqual([max, colleague]);

    expect((await answer(await linkIn(row, colleague), 'yes')).to).toBe('/confirm/said?as=filed');
    expect((await articlesOf(number)).at(-1)).toMatchObject({ by: { address: colleague } });
    expect(await lettersOfLast()).toEqual([`correspondence ${anna.address}`, `correspondence ${boss}`, `correspondence ${max}`]);
  });

  test('of a sender that no person reads has nobody asked (A08, SJ03)', async () => {
    expect(await brought({ from: 'noreply@google.com', to: await keyOf(max, number), dmarc: 'pass' })).toMatchObject({ outcome: 'door', asked: null });
  });

  test('of an attacker’s own ticket shows the attacker nothing, even if they say yes (SJ02)', async () => {
    const attackers = await aTicket({ from: eve });
    const row = await brought({ from: 'konto@bank.example', to: await keyOf(eve, attackers), dmarc: 'pass', text: 'Ihr Code lautet 1234.' });
    await answer(await linkIn(row, eve, attackers), 'yes');

    expect((await (await signedIn(eve)).get(`/tickets/${attackers}`)).page).not.toContain('1234');
    expect(await articlesOf(attackers)).toHaveLength(2);
  });
});

describe('the link', () => {
  test('works once (W03)', async () => {
    const link = await linkIn(await brought({ from: max, dmarc: 'none' }));
    await answer(link, 'yes');

    expect((await answer(link, 'yes')).status).toBe(410);
    expect((await ask(link)).status).toBe(410);
    expect(await articlesOf(number)).toHaveLength(3);
  });

  test('pressed twice at once files the mail once', async () => {
    const link = await linkIn(await brought({ from: max, dmarc: 'none' }));
    await Promise.all([answer(link, 'yes'), answer(link, 'yes')]);

    expect(await articlesOf(number)).toHaveLength(3);
  });

  test('is over after seven days, and when an agent decided', async () => {
    const row = await brought({ from: max, dmarc: 'none' });
    const old = await makeConfirmation(env.DB, { intake: row.key, number, asked: address(max) }, Date.now() - 7 * DAY_MS);
    expect((await ask(`/confirm?token=${old}`)).status).toBe(410);

    const link = await linkIn(row);
    await (await signedIn(anna.address, 'agent')).post(`/desk/door/${row.key}`, { decision: 'refuse' });
    expect((await answer(link, 'yes')).status).toBe(410);
  });

  test.each(['', 'x', 'A'.repeat(43), '%00', `${'A'.repeat(42)}%20`])('“%s” leads nowhere (SJ05)', async (token) => {
    expect((await ask(`/confirm?token=${token}`)).status).toBe(410);
  });

  test('is stored hashed: the database does not have it', async () => {
    const link = await linkIn(await brought({ from: max, dmarc: 'none' }));
    const rows = await env.DB.prepare('select * from confirmations').all();

    expect(JSON.stringify(rows.results)).not.toContain(link.split('token=')[1]);
  });

  test('answered from another website does nothing (SW05)', async () => {
    const link = await linkIn(await brought({ from: max, dmarc: 'none' }));

    expect((await ask(link, { method: 'POST', body: new URLSearchParams({ answer: 'yes' }), headers: { Origin: 'https://evil.example' } })).status).toBe(403);
    expect(await articlesOf(number)).toHaveLength(2);
  });
});

describe('the desk', () => {
  test('sees at the door and in the history whom the letter asked (A20)', async () => {
    const row = await brought({ from: max, dmarc: 'none' });
    const agent = await signedIn(anna.address, 'agent');

    expect((await agent.get(`/desk/door/${row.key}`)).page).toContain(`${max} was asked by mail`);
    expect((await agent.get(`/tickets/${number}`)).page).toContain('was asked by mail whether a mail at the door is really theirs');
    expect((await (await signedIn(boss)).get(`/tickets/${number}`)).page).not.toContain('asked by mail');
  });
});

type Mail = { from: string; to?: string; dmarc: Dmarc; text?: string; at?: number; limited?: boolean; on?: number };

/** With the tag, unless it has a key. */
async function brought({ from, to = 'support@dtnet.de', dmarc, text = 'Text.', on = number, at = Date.now(), limited = false }: Mail): Promise<IntakeRow> {
  const subject = to === 'support@dtnet.de' ? `AW: [dtnet.de #${on}] Drucker` : 'AW: Drucker';
  return bring(stamped(plainMail({ from, to, subject, text }), { dmarc, to }), { to, authentication: 'cloudflare', at, limited });
}

/** Whom letters of the ticket ask, in order. */
async function asked(on = number): Promise<string[]> {
  const { entries } = await ticketPage(on);
  return entries.toReversed().flatMap((entry) => entry.letters).filter((letter) => letter.kind === 'confirm').map((letter) => letter.to.address);
}

async function lettersOfLast(): Promise<string[]> {
  const { entries } = await ticketPage(number);
  const last = entries.find((entry) => entry.kind === 'article');
  return (last?.letters ?? []).map((letter) => `${letter.kind} ${letter.to.address}`).toSorted();
}

/** A link as the letter to `who` has it. */
async function linkIn(row: IntakeRow, who = max, on = number): Promise<string> {
  return `/confirm?token=${await makeConfirmation(env.DB, { intake: row.key, number: on, asked: address(who) }, Date.now())}`;
}

function answer(link: string, says: 'yes' | 'no') {
  return ask(link, { method: 'POST', body: new URLSearchParams({ answer: says }), headers: { Origin: origin } });
}
