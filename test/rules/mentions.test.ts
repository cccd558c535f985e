import { describe, expect, test } from 'vitest';
import { lettersFor } from '../../src/rules/letters.ts';
import { decide } from '../../src/rules/lifecycle.ts';
import { callNames, mentionedIn, mentionsIn } from '../../src/rules/mentions.ts';
import type { Command } from '../../src/rules/commands.ts';
import { address, agent, aKnownPerson, aNewArticle, annaTheAgent, aTicket, customer, now } from '../support/builders.ts';

const person = (name: string, local: string) => ({ name, address: address(`${local}@dtnet.de`) });
const anna = person('Anna Agentin', 'anna');
const bernd = person('Bernd Müller-Lüdenscheid', 'b.mueller');
const bert = person('Bert Groß', 'bert');
const bertie = person('Bert Klein', 'bertie');
const everybody = [anna, bernd, bert, bertie];

describe('a comment calls', () => {
  test.each([
    ['@Anna, schaust du?', anna], ['Frag @anna.', anna], ['@ANNA AGENTIN bitte', anna], ['(@AnnaAgentin)', anna], ['@anna.agentin', anna],
    ['@Bernd', bernd], ['@b.mueller', bernd], ['@Mueller-Luedenscheid', bernd], ['@Bernd Müller-Lüdenscheid!', bernd],
    ['@gross', bert], ['@Bert Klein hat das', bertie], ['@bertie’s Idee', bertie], ['@bert', bert], ['das ist @Anna\u00a0Agentin', anna],
  ])('by “%s” the one whose name it is', (text, { address: called }) => {
    expect(mentionedIn(text, everybody)).toEqual([called]);
  });

  test.each(['anna@dtnet.de', 'support@anna', '@ Anna', '@Annabelle', '@niemand', 'Anna', '@', '@all'])('by “%s” nobody', (text) => {
    expect(mentionedIn(text, everybody)).toEqual([]);
  });

  test('by a name of two people neither of them', () => {
    expect(mentionedIn('@Bert', [person('Bert Groß', 'gross'), person('Bert Klein', 'klein')])).toEqual([]);
    expect(mentionedIn('@Bert Klein', [person('Bert Groß', 'gross'), person('Bert Klein', 'klein')])).toEqual(['klein@dtnet.de']);
  });

  test('each once, however often they are named, and loses no letter of its text', () => {
    const text = 'Hallo @Anna, und @bertie: @anna weiß es.\n@Anna Agentin?';

    expect(mentionedIn(text, everybody)).toEqual([anna.address, bertie.address]);
    expect(mentionsIn(text, everybody).map((stretch) => stretch.text).join('')).toBe(text);
  });

  test('by what an editor completes, whoever else has that name', () => {
    const twins = [person('Bert Groß', 'gross'), person('Bert Groß', 'gross2'), anna];

    for (const one of twins) expect(mentionedIn(`@${callNames(twins).get(one.address)} bitte`, twins)).toEqual([one.address]);
  });
});

describe('whom a comment calls', () => {
  const ticket = aTicket({ people: [customer(), agent()] });
  const called = aKnownPerson('bert@dtnet.de', { name: 'Bert Groß', role: 'agent' });
  const comment = (text: string, colleagues = [called]): Command & { kind: 'comment' } => ({ kind: 'comment', text, attachments: [], channel: 'portal', colleagues });

  test('comes onto the ticket as an agent, and gets a letter that says so in place of the comment’s (P03, P08)', () => {
    const decision = decide(ticket, comment('@Bert, kennst du das?'), annaTheAgent(), now);
    const changes = decision.kind === 'changes' ? decision.changes : [];
    expect(changes).toMatchObject([{ kind: 'joined', person: { address: 'bert@dtnet.de', role: 'agent' } }, { kind: 'article', mentioned: ['bert@dtnet.de'] }]);

    const withBert = { ...ticket, people: [...ticket.people, { ...agent(), address: called.address }] };
    const letters = changes.flatMap((change) => lettersFor(withBert, change, annaTheAgent().address));
    expect(letters).toEqual([{ kind: 'mentioned', to: 'bert@dtnet.de', article: 1 }]);
  });

  test('is no customer, nobody of other queues, nobody disabled, and not its writer (P08)', () => {
    const others = [aKnownPerson('max@kunde.example', { name: 'Max' }), aKnownPerson('sven@dtnet.de', { name: 'Sven', role: 'agent', reach: { queues: [2], domains: [] } }), aKnownPerson('dora@dtnet.de', { name: 'Dora', role: 'agent', disabled: true }), aKnownPerson('anna@dtnet.de', { name: 'Anna', role: 'agent' })];

    expect(decide(ticket, comment('@Max @Sven @Dora @Anna', others), annaTheAgent(), now)).toMatchObject({ changes: [{ kind: 'article' }] });
    expect(JSON.stringify(decide(ticket, comment('@Max @Sven @Dora @Anna', others), annaTheAgent(), now))).not.toContain('mentioned');
  });

  test('is nobody whom only the quoted text names', () => {
    const text = 'Erledigt.\n\nAm 3. Mai 2026 um 10:00 schrieb Anna Agentin <anna@dtnet.de>:\n> @Bert, kennst du das?';

    expect(JSON.stringify(decide(ticket, comment(text), annaTheAgent(), now))).not.toContain('mentioned');
  });

  test('in a correspondence is nobody: customers read it', () => {
    const said = { kind: 'article', article: aNewArticle({ text: '@Bert' }) } as const;
    expect(lettersFor(ticket, said, annaTheAgent().address).map((letter) => letter.kind)).toEqual(['correspondence']);
  });
});
