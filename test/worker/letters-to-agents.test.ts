import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { saveProfile } from '../../src/directory/profile.ts';
import { defaultChoices, type LetterChoices } from '../../src/rules/letter-choices.ts';
import { ticketOf } from '../../src/ticket/tickets.ts';
import { anna, articlesOf, bring, bringToTicket, plainMail, stamped, ticketPage } from './inbox.ts';
import { personWith, signedIn, type Visitor } from './portal-visitor.ts';

const max = 'max@kunde.example';

let bert: Visitor;

beforeAll(async () => {
  await signedIn(anna.address, 'agent');
  bert = await signedIn('bert@dtnet.de', 'agent');
});

async function choose(who: string, choices: Partial<LetterChoices>): Promise<void> {
  const { id, name, language, zone } = await personWith(who);
  await saveProfile(env.DB, id, { name, language, zone, letters: { ...defaultChoices, ...choices }, signatureDe: '', signatureEn: '' });
}

/** The letters to somebody, oldest first, and what became of them. */
async function lettersTo(number: number, who: string): Promise<string[]> {
  await env.TICKETS.getByName(String(number)).drain();
  const { entries } = await ticketPage(number);
  return entries.toReversed().flatMap((entry) => entry.letters).filter((letter) => letter.to.address === who).map((letter) => `${letter.kind} ${letter.state}`);
}

async function notesFor(who: string): Promise<string[]> {
  const { results } = await env.DB.prepare('select number, kind, by_name from digest_notes where "to" = ? order by id').bind(who).all<{ number: number; kind: string; by_name: string }>();
  return results.map(({ number, kind, by_name }) => `#${number} ${kind} ${by_name}`);
}

describe('an agent’s choice of letters', () => {
  test('of what happens on their tickets at once is a letter', async () => {
    await choose('bert@dtnet.de', { mine: 'at-once' });
    const number = await ownedByBert('Sofort');

    await bring(plainMail({ from: max, subject: `[dtnet.de #${number}]`, text: 'Noch etwas.' }));

    expect(await lettersTo(number, 'bert@dtnet.de')).toEqual(['owner-changed sent', 'correspondence sent']);
  });

  test('of once a day is a note for the digest in place of each letter, once however often it is tried', async () => {
    await choose('bert@dtnet.de', { mine: 'digest' });
    const number = await ownedByBert('Später');

    await bring(plainMail({ from: `Max Muster <${max}>`, subject: `[dtnet.de #${number}]`, text: 'Noch etwas.' }));

    expect(await lettersTo(number, 'bert@dtnet.de')).toEqual(['owner-changed noted', 'correspondence noted']);
    expect(await lettersTo(number, 'bert@dtnet.de')).toEqual(['owner-changed noted', 'correspondence noted']);
    expect(await notesFor('bert@dtnet.de')).toEqual([`#${number} owner-changed Anna Agentin`, `#${number} correspondence Max Muster`]);
  });

  test('of never is nothing, and the ticket says so; what they did themselves is told all the same', async () => {
    await choose('bert@dtnet.de', { mine: 'never' });
    const number = await ownedByBert('Nie');

    await bring(plainMail({ from: max, subject: `[dtnet.de #${number}]`, text: 'Noch etwas.' }));

    expect(await lettersTo(number, 'bert@dtnet.de')).toEqual(['owner-changed unwanted', 'correspondence unwanted']);
    expect((await bert.get(`/tickets/${number}`)).page).toContain('not wanted');
  });

  test('changes nothing of what they get as a customer', async () => {
    await choose('bert@dtnet.de', { mine: 'never' });
    const number = await bringToTicket(plainMail({ from: 'bert@dtnet.de', subject: 'Mein eigenes Anliegen' }));

    await ticketOf(env, number).act({ kind: 'reply', text: 'Gern.', attachments: [], channel: 'portal' }, anna, Date.now());

    expect(await lettersTo(number, 'bert@dtnet.de')).toEqual(['acknowledgement sent', 'correspondence sent']);
  });
});

async function ownedByBert(subject: string): Promise<number> {
  const number = await bringToTicket(plainMail({ from: `Max Muster <${max}>`, subject }));
  const { address, name, role, language } = bert.person;
  await ticketOf(env, number).act({ kind: 'changeOwner', to: { address, name, role, language, reach: anna.reach, own: false, disabled: false } }, anna, Date.now());
  return number;
}

describe('an agent who is told of a ticket that nobody has', () => {
  test('answers the letter by mail: the customer gets the answer, and the agent is on the ticket (P01, A07)', async () => {
    await choose('bert@dtnet.de', { new: 'at-once' });
    const number = await bringToTicket(plainMail({ from: max, subject: 'Telefon tot' }));
    expect(await lettersTo(number, 'bert@dtnet.de')).toEqual(['new-ticket sent']);

    const row = await bring(stamped(plainMail({ from: 'bert@dtnet.de', subject: `Re: [dtnet.de #${number}] Telefon tot`, text: 'Ich komme.', headers: [`In-Reply-To: ${await lastLetterId(number)}`] })), { authentication: 'cloudflare' });

    expect(row).toMatchObject({ outcome: 'filed', number });
    expect(await lettersTo(number, max)).toEqual(['acknowledgement sent', 'correspondence sent']);
    expect((await ticketPage(number)).people).toContainEqual(expect.objectContaining({ address: 'bert@dtnet.de', role: 'agent' }));
  });

  test('is called again when the customer writes, by mail or in the portal, until somebody is on it', async () => {
    await choose('bert@dtnet.de', { new: 'at-once' });
    const customer = await signedIn(max);
    const number = await bringToTicket(plainMail({ from: max, subject: 'Noch niemand da' }));

    await bring(plainMail({ from: max, subject: `[dtnet.de #${number}]`, text: 'Hallo?' }));
    await customer.post(`/tickets/${number}/replies`, { text: 'Ist jemand da?' });
    expect(await lettersTo(number, 'bert@dtnet.de')).toEqual(['new-ticket sent', 'called sent', 'called sent']);
    expect((await customer.get(`/tickets/${number}`)).page).not.toContain('bert@dtnet.de');

    await ticketOf(env, number).act({ kind: 'reply', text: 'Ja.', attachments: [], channel: 'portal' }, anna, Date.now());
    await bring(plainMail({ from: max, subject: `[dtnet.de #${number}]`, text: 'Gut.' }));
    expect(await lettersTo(number, 'bert@dtnet.de')).toHaveLength(3);
  });
});

describe('a comment', () => {
  test('that calls an agent by @name brings them onto the ticket with a letter of its own, and shows whom it calls (P08)', async () => {
    await choose('bert@dtnet.de', { mentioned: 'at-once', mine: 'never' });
    const agent = await signedIn(anna.address, 'agent');
    const number = await bringToTicket(plainMail({ from: max, subject: 'Wer kennt das?' }));

    await agent.post(`/tickets/${number}/comments`, { text: '@bert, kennst du das? Frag nicht @max.' });

    expect(await lettersTo(number, 'bert@dtnet.de')).toEqual(['mentioned sent']);
    expect(await lettersTo(number, max)).toEqual(['acknowledgement sent']);
    const { page } = await agent.get(`/tickets/${number}`);
    expect(page).toContain('<a class="mention" href="/desk?q=owner%3Abert%40dtnet.de">@bert</a>');
    expect(page).toContain('Frag nicht @max.');
  });

  test('is what an agent’s mail with #comment in its first line is, without that line (P08)', async () => {
    await choose('bert@dtnet.de', {});
    const number = await ownedByBert('Heimlich');
    await lettersTo(number, 'bert@dtnet.de');

    const text = '#Kommentar\r\n@anna, dem sagen wir nichts.';
    const row = await bring(stamped(plainMail({ from: 'bert@dtnet.de', subject: `[dtnet.de #${number}]`, text, headers: [`In-Reply-To: ${await lastLetterId(number)}`] })), { authentication: 'cloudflare' });

    expect(row).toMatchObject({ outcome: 'filed', number });
    expect(await articlesOf(number)).toContainEqual(expect.objectContaining({ kind: 'comment', text: expect.stringMatching(/^@anna, dem sagen wir nichts\.\s*$/) }));
    expect(await lettersTo(number, anna.address)).toEqual(['mentioned sent']);
    expect(await lettersTo(number, max)).toEqual(['acknowledgement sent']);
    expect((await (await signedIn(max)).get(`/tickets/${number}`)).page).not.toContain('dem sagen wir nichts');
  });
});

/** The Message-ID of the newest letter of the ticket that we know. */
async function lastLetterId(number: number): Promise<string> {
  const { results } = await env.DB.prepare("select message_id from message_ids where number = ? and origin = 'letter' order by rowid desc limit 1").bind(number).all<{ message_id: string }>();
  return results[0]?.message_id ?? '';
}
