import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { intakeTotals, listIntake } from '../../src/directory/intake.ts';
import type { TicketPage } from '../../src/rules/page.ts';
import { ticketOf } from '../../src/ticket/tickets.ts';
import { address } from '../support/builders.ts';
import { bringBytes, bringMail, mailBytes, support } from './mail-in.ts';
import { signedIn } from './portal-visitor.ts';

const max = 'max@kunde.example';
const boss = 'boss@kunde.example';

beforeAll(async () => {
  await signedIn('anna@dtnet.de', 'agent');
});

describe('a mail without key, known reference and tag', () => {
  test('opens a ticket whose requester is its sender (T01)', async () => {
    const number = await opened({ from: `Max Muster <${max}>`, subject: 'Drucker druckt nicht' });

    const page = await ticket(number);

    expect(page.requester).toEqual({ address: max, name: 'Max Muster' });
    expect(page.fields).toMatchObject({ subject: 'Drucker druckt nicht', status: 'new', owner: null });
    expect(texts(page)).toEqual(['Guten Tag, der Drucker druckt nicht.']);
  });

  test('brings those in Cc onto the ticket, but none of our own addresses and nobody twice (A08, P03, P04)', async () => {
    const cc = `Boss <${boss}>, BOSS@Kunde.example, ${max}, ${support}, support+7-1-aaaaaaaaaaaaaaaa@dtnet.de, no-reply@kunde.example`;

    const page = await ticket(await opened({ from: max, cc, subject: 'Mit Kopie' }));

    expect(page.people.map(({ address: who, role }) => [who, role])).toEqual([[max, 'requester'], [boss, 'cc']]);
    expect(letters(page)).toEqual([['acknowledgement', max]]);
  });
});

describe('a mail with our tag', () => {
  test('goes to its ticket, and the tag is not in the stored subject (T02, T11, A02)', async () => {
    const number = await opened({ from: max, subject: 'Drucker' });

    await bringMail({ from: max, subject: `AW: [EXTERN] [dtnet.de #${number}] Drucker`, text: 'Noch etwas.' });

    expect(texts(await ticket(number))).toEqual(['Guten Tag, der Drucker druckt nicht.', 'Noch etwas.']);
    expect((await ticket(number)).fields.subject).toBe('Drucker');
  });

  test('of a number that does not exist opens a ticket, without the tag (T06)', async () => {
    const number = await opened({ from: max, subject: '[dtnet.de #99] Alter Vorgang', text: 'Siehe oben.' });

    expect((await ticket(number)).fields.subject).toBe('Alter Vorgang');
    expect(texts(await ticket(number))).toEqual(['Siehe oben.']);
    expect(await ticketOf(env, 99).page(agent, Date.now())).toBe(null);
  });

  test('of a stranger opens a ticket of their own, and agents see which one was named (A06)', async () => {
    const number = await opened({ from: max, subject: 'Geheim' });

    const own = await opened({ from: 'eve@evil.example', subject: `Re: [dtnet.de #${number}] Geheim` });

    expect(texts(await ticket(number))).toHaveLength(1);
    expect(facts(await ticket(number))).toContainEqual({ kind: 'mentionedBy', number: own });
    expect(facts(await ticket(own))).toContainEqual({ kind: 'mentions', number });
    const seen = await ticketOf(env, own).page({ address: address('eve@evil.example'), role: 'requester' }, Date.now());
    expect(JSON.stringify(seen)).not.toContain(String(number));
  });
});

describe('a mail that answers another', () => {
  test('goes to the ticket of the mail it answers, without any tag (T08, A03)', async () => {
    const first = { 'Message-ID': '<first@kunde.example>' };
    const number = await opened({ from: max, cc: boss, subject: 'Drucker', headers: first });

    await bringMail({ from: boss, subject: 'AW: Drucker', text: 'Bei mir auch.', headers: { 'In-Reply-To': '<first@kunde.example>' } });

    expect(texts(await ticket(number))).toEqual(['Guten Tag, der Drucker druckt nicht.', 'Bei mir auch.']);
  });

  test('of a stranger opens a ticket of their own (A06)', async () => {
    const number = await opened({ from: max, subject: 'Drucker', headers: { 'Message-ID': '<second@kunde.example>' } });

    await bringMail({ from: 'eve@evil.example', subject: 'Re: Drucker', headers: { References: '<second@kunde.example>' } });

    expect(texts(await ticket(number))).toHaveLength(1);
  });
});

describe('the same mail', () => {
  test('many times, at once and later, is one ticket with one article and one acknowledgement (T10)', async () => {
    const bytes = mailBytes({ from: max, subject: 'Nur einmal' });
    const bring = () => bringBytes(bytes, { from: max, to: support });
    const before = (await intakeTotals(env.DB)).total;

    await Promise.all([bring(), bring(), bring()]);
    await bring();

    const page = await ticket(await newestNumber());
    expect(texts(page)).toHaveLength(1);
    expect(letters(page)).toEqual([['acknowledgement', max]]);
    expect((await intakeTotals(env.DB)).total).toBe(before + 1);
  });

  test('to two addresses of ours is one article (T10)', async () => {
    const number = await opened({ from: max, subject: 'Zwei Adressen' });
    const bytes = mailBytes({ from: max, subject: `[dtnet.de #${number}]`, text: 'Doppelt.' });

    await Promise.all([support, 'support+alles@dtnet.de'].map((to) => bringBytes(bytes, { from: max, to })));

    expect(texts(await ticket(number))).toEqual(['Guten Tag, der Drucker druckt nicht.', 'Doppelt.']);
  });

  test('with other content is another mail, and is marked (T10)', async () => {
    const headers = { 'Message-ID': '<same@kunde.example>' };
    const number = await opened({ from: max, subject: 'Zweierlei', headers });

    await bringMail({ from: max, subject: `[dtnet.de #${number}]`, text: 'Anderer Inhalt.', headers });

    const articles = (await ticket(number)).entries.flatMap((entry) => (entry.kind === 'article' ? [entry.article] : []));
    expect(articles.map(({ text, sameMessageId }) => [text, sameMessageId])).toEqual([
      ['Anderer Inhalt.', true],
      ['Guten Tag, der Drucker druckt nicht.', false],
    ]);
  });
});

describe('machine mail', () => {
  test('that names no ticket opens none (A11)', async () => {
    const before = await newestNumber();

    await bringMail({ from: 'robot@shop.example', subject: 'Ihre Bestellung', headers: { 'Auto-Submitted': 'auto-generated' } });

    expect(await newestNumber()).toBe(before);
    expect(await inLedger('Ihre Bestellung')).toMatchObject({ outcome: 'machine', number: null });
  });

  test('of somebody on a waiting ticket is noted there, opens it not, and is told to nobody (A11)', async () => {
    const number = await opened({ from: max, cc: boss, subject: 'Wartet' });
    await ticketOf(env, number).act({ kind: 'changeStatus', to: 'waiting' }, { ...agent, name: '', language: 'de' }, Date.now());

    await bringMail({ from: max, subject: `Abwesend: [dtnet.de #${number}]`, headers: { 'Auto-Submitted': 'auto-replied' } });

    const page = await ticket(number);
    expect(texts(page)).toHaveLength(2);
    expect(page.fields.status).toBe('waiting');
    expect(letters(page)).toEqual([['acknowledgement', max]]);
  });

  test('that is a letter of our own coming back is in the ledger and nowhere else (A15)', async () => {
    const number = await opened({ from: max, subject: 'Schleife' });

    await bringMail({ from: support, subject: `[dtnet.de #${number}] Schleife` });

    expect(texts(await ticket(number))).toHaveLength(1);
    expect(await newestNumber()).toBe(number);
    expect(await inLedger(`[dtnet.de #${number}] Schleife`)).toMatchObject({ outcome: 'loop', number: null });
  });
});

const agent = { address: address('anna@dtnet.de'), role: 'agent' } as const;

async function ticket(number: number): Promise<TicketPage> {
  const page = await ticketOf(env, number).page(agent, Date.now());
  if (page === null) throw new Error(`There is no ticket ${number}`);
  return page;
}

/** Brings the mail and returns the number of the ticket it opened. */
async function opened(mail: Parameters<typeof bringMail>[0]): Promise<number> {
  const before = await newestNumber();
  await bringMail(mail);
  const number = await newestNumber();
  if (number === before) throw new Error('The mail opened no ticket');
  return number;
}

async function newestNumber(): Promise<number> {
  return (await env.DB.prepare('select max(number) as number from numbers').first<number>('number')) ?? 0;
}

async function inLedger(subject: string) {
  return (await listIntake(env.DB, { outcome: null, page: 1 })).rows.find((row) => row.subject === subject);
}

/** Oldest first. */
function texts(page: TicketPage): string[] {
  return page.entries.flatMap((entry) => (entry.kind === 'article' ? [entry.article.text.trim()] : [])).reverse();
}

function facts(page: TicketPage) {
  return page.entries.flatMap((entry) => (entry.kind === 'fact' ? [entry.fact] : []));
}

function letters(page: TicketPage): [string, string][] {
  return page.entries.flatMap((entry) => entry.letters.map((letter): [string, string] => [letter.kind, letter.to.address])).reverse();
}
