/** The door: what agents see of a mail that waits, and what becomes of it (A20). */

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { env } from 'cloudflare:workers';
import { findIntake, intakeTotals, type IntakeRow } from '../../src/directory/intake.ts';
import { anna, articlesOf, bring, plainMail, stamped, ticketPage } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';
import { act, aTicket, keyOf, max } from './vector-scene.ts';

const stranger = 'fremd@anderswo.example';
let agent: Visitor;
let german: Visitor;
let number: number;
let mail: IntakeRow;
beforeAll(async () => {
  agent = await signedIn(anna.address, 'agent');
  german = await signedIn('bert@dtnet.de', 'agent', 'de');
});
beforeEach(async () => {
  number = await aTicket();
  const to = await keyOf(max, number);
  mail = await bring(stamped(plainMail({ from: `Fremd <${stranger}>`, to, subject: `Wartet ${number}`, text: 'Ich auch.' }), { to }), { to, authentication: 'cloudflare' });
});

describe('a mail at the door', () => {
  test('says in words, in both languages, why it waits, what it names, and whom we asked', async () => {
    const [english, deutsch] = [(await agent.get('/desk/door')).page, (await german.get('/desk/door')).page];

    expect(english).toContain('The mail answers with somebody else’s reply address.');
    expect(english).toContain(`It names ticket #${number}.`);
    expect(english).toContain(`${max} was asked by mail and has not answered yet.`);
    expect(deutsch).toContain('Die Mail antwortet mit der Antwortadresse einer anderen Person.');
    expect(deutsch).toContain(`${max} wurde per Mail gefragt und hat noch nicht geantwortet.`);
  });

  test('has one button and one key for each decision', async () => {
    const { page } = await agent.get(`/desk/door/${mail.key}`);

    for (const [key, decision] of [['a', 'admit'], ['t', 'open'], ['x', 'refuse']]) expect(page).toMatch(new RegExp(`name="decision" value="${decision}" aria-keyshortcuts="${key}"`));
  });

  test('is admitted to the ticket it names: its sender joins, and the others get it', async () => {
    expect(await agent.post(`/desk/door/${mail.key}`, { decision: 'admit' })).toMatchObject({ status: 303, to: `/tickets/${number}` });

    expect((await articlesOf(number)).at(-1)).toMatchObject({ by: { address: stranger }, text: expect.stringContaining('Ich auch.') });
    expect((await ticketPage(number)).people).toContainEqual(expect.objectContaining({ address: stranger, role: 'cc' }));
  });

  test('becomes a ticket of its own', async () => {
    const { to } = await agent.post(`/desk/door/${mail.key}`, { decision: 'open' });

    expect(to).not.toBe(`/tickets/${number}`);
    expect((await ticketPage(Number(to?.split('/').at(-1)))).requester?.address).toBe(stranger);
    expect(await articlesOf(number)).toHaveLength(2);
  });

  test('decided about on the list leads back to the list, which says what was done', async () => {
    const { to } = await agent.post(`/desk/door/${mail.key}`, { decision: 'refuse', from: 'list' });

    expect(to).toBe(`/desk/door?done=${mail.key}`);
    expect((await agent.get(to ?? '')).page).toContain(`“Wartet ${number}” was refused by ${anna.address}. It is kept.`);
  });
});

describe('a mail that was refused', () => {
  beforeEach(() => agent.post(`/desk/door/${mail.key}`, { decision: 'refuse' }));

  test('is on no ticket and not lost: it stands among the decided and in the ledger', async () => {
    expect(await findIntake(env.DB, mail.key)).toMatchObject({ outcome: 'refused', reason: 'byAgent', decidedBy: anna.address, number });
    expect(await articlesOf(number)).toHaveLength(2);
    expect((await agent.get('/desk/door')).page).not.toContain(mail.key);
    expect((await agent.get('/desk/door?list=decided')).page).toContain(`“Wartet ${number}” was refused by ${anna.address}`);
    expect((await german.get('/desk/door?list=decided')).page).toContain(`„Wartet ${number}“ wurde abgewiesen von ${anna.address}`);
    const { total, ...ends } = await intakeTotals(env.DB);
    expect(Object.values(ends).reduce((sum, mails) => sum + mails, 0)).toBe(total);
  });

  test.each(['admit', 'open'] as const)('is decided about again: %s', async (decision) => {
    await german.post(`/desk/door/${mail.key}`, { decision, from: 'list' });

    expect(await findIntake(env.DB, mail.key)).toMatchObject({ outcome: 'filed', decidedBy: 'bert@dtnet.de' });
    expect((await agent.get('/desk/door?list=decided')).page).toContain(`“Wartet ${number}” was let in by bert@dtnet.de:`);
  });
});

describe('a mail that a closed ticket did not take', () => {
  test('is let in by an agent all the same, and the ticket stays closed (S16)', async () => {
    await act(number, { kind: 'changeStatus', to: 'closed' });
    const late = await bring(stamped(plainMail({ from: max, subject: `[dtnet.de #${number}]` })), { authentication: 'cloudflare' });
    expect(late).toMatchObject({ outcome: 'refused', reason: 'closed', number });

    await agent.post(`/desk/door/${late.key}`, { decision: 'admit' });

    expect(await findIntake(env.DB, late.key)).toMatchObject({ outcome: 'filed', number });
    expect((await articlesOf(number)).at(-1)?.by.address).toBe(max);
    expect((await ticketPage(number)).fields.status).toBe('closed');
  });
});

describe('two agents who decide at the same moment', () => {
  test('admit the mail once', async () => {
    await Promise.all([agent, german].map((one) => one.post(`/desk/door/${mail.key}`, { decision: 'admit' })));

    expect(await articlesOf(number)).toHaveLength(3);
  });
});
