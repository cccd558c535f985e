/** The judge of the fault tests is only worth something if it finds what is wrong. */

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { check, type Brought } from '../../scripts/faults/check.ts';
import { aPlan, nextMail, type Conversation } from '../../scripts/faults/plan.ts';
import type { Stored } from '../../scripts/faults/read-desk.ts';
import type { TakenLetter } from '../../scripts/faults/sink.ts';

describe('the check of the fault tests', () => {
  test('finds nothing where all is well', () => {
    expect(found(() => undefined)).toEqual([]);
  });

  test.each<[string, string, (scene: Scene) => void]>([
    ['a mail whose bytes are gone', 'lost', ({ stored, first }) => void stored.raw.delete(first)],
    ['a mail whose bytes are others', 'lost', ({ stored, first }) => void stored.raw.set(first, 'other')],
    ['a mail that the ledger does not know', 'lost', ({ stored }) => void stored.ledger.shift()],
    ['a mail that is on no ticket', 'lost', ({ stored }) => void stored.articles.shift()],
    ['a mail with the words of another', 'lost', ({ stored }) => void (article(stored, 0).text = 'Kennung other-1.')],
    ['a mail that is two articles', 'twice', ({ stored }) => void stored.articles.push({ ...article(stored, 0), id: 3 })],
    ['articles in another order', 'disorder', ({ stored }) => void (article(stored, 0).id = 9)],
    ['a conversation on two tickets', 'disorder', ({ stored }) => void (article(stored, 1).ticket = 8)],
    ['a letter that never left', 'lost', ({ letters }) => void letters.pop()],
    ['a letter that left twice', 'twice', ({ letters }) => void letters.push(letter(letters, 0))],
    ['letters in another order', 'disorder', ({ letters }) => void letters.reverse()],
    ['a letter to somebody who is not on the ticket', 'uninvited', ({ letters }) => void letters.push({ ...letter(letters, 0), to: 'stranger@x.example' })],
    ['a letter about nothing we know', 'uninvited', ({ letters }) => void letters.push({ ...letter(letters, 0), subject: 'Werbung' })],
    ['a letter that is still in doubt', 'orphan', ({ stored }) => void (row(stored, 0).state = 'unknown')],
    ['a letter that is said to have left, and did not', 'lost', ({ stored, letters }) => void (row(stored, 0).messageId = letter(letters, 1).messageId)],
    ['a letter that is sent and has no name', 'lost', ({ stored }) => void (row(stored, 0).messageId = null)],
    ['two letters for one event to one reader', 'twice', ({ stored }) => void stored.letters.push({ ...row(stored, 0), id: 99, messageId: null, state: 'failed' })],
    ['an event that is gone', 'lost', ({ stored }) => void stored.events.splice(1, 1)],
    ['articles that stand the wrong way round in the history', 'disorder', ({ stored }) => void (fact(stored, 1)['id'] = 0)],
    ['a change of what was not so', 'disorder', ({ stored }) => void (fact(stored, 3)['from'] = 'waiting')],
    ['an answer to a closed ticket', 'disorder', ({ stored }) => void stored.events.push({ ticket: 7, seq: 5, by: null, fact: { kind: 'article', id: 3, articleKind: 'correspondence' } })],
    ['a comment in a letter to somebody outside', 'uninvited', ({ stored, letters }) => void stored.articles.push({ ticket: 7, id: 3, kind: 'comment', intake: null, text: letter(letters, 0).text, isMachines: false, state: 'said' })],
    ['an answer that was taken back in a letter', 'uninvited', ({ stored }) => void (article(stored, 0).state = 'takenBack')],
    ['words of an agent that are nowhere', 'lost', ({ typed }) => void typed.push({ ticket: 7, by: 'anna@dtnet.de', kind: 'comment', text: 'Weg.' })],
    ['words of an agent that are on the ticket twice', 'twice', ({ typed, stored }) => twice(typed, stored)],
    ['a letter about an answer that somebody on the ticket has not got', 'lost', ({ stored }) => void stored.events.unshift(joined('boss@kunde.example'), engaged)],
    ['a ticket that nothing wakes', 'orphan', ({ stored }) => void stored.asleep.push(7)],
    ['bytes that are nobody’s', 'orphan', ({ stored }) => void stored.raw.set('abc', 'abc')],
    ['an index that is behind', 'orphan', ({ stored }) => void stored.index.set(7, '3/open')],
  ])('finds %s', (_, kind, harm) => {
    expect(found(harm)).toContain(kind);
  });
});

type Scene = Brought & { letters: TakenLetter[]; stored: Stored; first: string };

function found(harm: (scene: Scene) => void): string[] {
  const scene = wellDone();
  harm(scene);
  return check(scene, scene.stored).findings.map((finding) => finding.kind);
}

/** Two mails of one person, as they are when nothing went wrong. */
function wellDone(): Scene {
  const [conversation] = aPlan(1, { conversations: 1, mails: 2 });
  if (conversation === undefined) throw new Error('No conversation');
  const written = [nextMail(conversation, null), nextMail(conversation, null)];
  const keys = written.map(({ raw }) => createHash('sha256').update(raw).digest('hex'));
  return {
    conversations: [conversation],
    typed: [],
    accepted: new Set(written.map(({ id }) => id)),
    forgotten: new Set(),
    letters: lettersDue(conversation),
    first: keys[0] ?? '',
    stored: {
      raw: new Map(keys.map((key) => [key, key])),
      ledger: keys.map((key) => ({ key, outcome: 'filed', number: 7 })),
      articles: written.map(({ id }, at) => ({ ticket: 7, id: at + 1, kind: 'correspondence', intake: keys[at] ?? '', text: `Kennung ${id}.`, isMachines: false, state: 'said' })),
      letters: lettersDue(conversation).map(({ messageId, to, text }, at) => ({ ticket: 7, id: at + 1, seq: text.includes('-1.') ? 1 : 2, to, state: 'sent', messageId, possiblyTwice: false })),
      events: [
        { kind: 'article', id: 1, articleKind: 'correspondence' },
        { kind: 'article', id: 2, articleKind: 'correspondence' },
        { kind: 'fieldChanged', field: 'status', from: 'new', to: 'open' },
        { kind: 'fieldChanged', field: 'status', from: 'open', to: 'closed' },
      ].map((happened, at) => ({ ticket: 7, seq: at + 1, by: null, fact: happened })),
      tickets: new Map([[7, '4/closed']]),
      index: new Map([[7, '4/closed']]),
      refreshesLeft: 0,
      asleep: [],
    },
  };
}

function lettersDue({ name, written }: Conversation): TakenLetter[] {
  return written.flatMap(({ id, due }) => due.map((to) => ({ messageId: `<${id}-${to}>`, to, replyTo: null, subject: `Drucker von ${name}`, text: `Kennung ${id}.`, at: 0 })));
}

function article({ articles }: Stored, at: number): Stored['articles'][number] {
  const found = articles[at];
  if (found === undefined) throw new Error('No article');
  return found;
}

function joined(address: string): Stored['events'][number] {
  return { ticket: 7, seq: 0, by: null, fact: { kind: 'joined', person: { address } } };
}

const engaged: Stored['events'][number] = { ticket: 7, seq: 0, by: null, fact: { kind: 'engaged' } };

function twice(typed: Scene['typed'], { articles }: Stored): void {
  const text = 'Zweimal.';
  typed.push({ ticket: 7, by: 'anna@dtnet.de', kind: 'correspondence', text });
  for (const id of [3, 4]) articles.push({ ticket: 7, id, kind: 'correspondence', intake: null, text, isMachines: false, state: 'said' });
}

function row({ letters }: Stored, at: number): Stored['letters'][number] {
  const found = letters[at];
  if (found === undefined) throw new Error('No row');
  return found;
}

function fact({ events }: Stored, at: number): Record<string, unknown> {
  const found = events[at];
  if (found === undefined) throw new Error('No event');
  return found.fact;
}

function letter(letters: TakenLetter[], at: number): TakenLetter {
  const found = letters[at];
  if (found === undefined) throw new Error('No letter');
  return { ...found };
}
