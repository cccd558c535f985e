import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { saveProfile } from '../../src/directory/profile.ts';
import { defaultChoices, type LetterChoices } from '../../src/rules/letter-choices.ts';
import { ticketOf } from '../../src/ticket/tickets.ts';
import { anna, bring, bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { personWith, signedIn, type Visitor } from './portal-visitor.ts';

const max = 'max@kunde.example';

let bert: Visitor;

beforeAll(async () => {
  await signedIn(anna.address, 'agent');
  bert = await signedIn('bert@dtnet.de', 'agent');
});

async function choose(who: string, choices: Partial<LetterChoices>): Promise<void> {
  const { id, name, language, zone } = await personWith(who);
  await saveProfile(env.DB, id, { name, language, zone, letters: { ...defaultChoices, ...choices } });
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
