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
    ['a letter that is still in doubt', 'orphan', ({ stored }) => void stored.letters.push({ ticket: 7, to: 'x@y.example', state: 'unknown', possiblyTwice: false })],
    ['bytes that are nobody’s', 'orphan', ({ stored }) => void stored.raw.set('abc', 'abc')],
    ['an index that is behind', 'orphan', ({ stored }) => void stored.index.set(7, '1/new')],
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
    accepted: new Set(written.map(({ id }) => id)),
    letters: lettersDue(conversation),
    first: keys[0] ?? '',
    stored: {
      raw: new Map(keys.map((key) => [key, key])),
      ledger: keys.map((key) => ({ key, outcome: 'filed', number: 7 })),
      articles: written.map(({ id }, at) => ({ ticket: 7, id: at + 1, intake: keys[at] ?? '', text: `Kennung ${id}.` })),
      letters: [],
      tickets: new Map([[7, '2/new']]),
      index: new Map([[7, '2/new']]),
      refreshesLeft: 0,
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

function letter(letters: TakenLetter[], at: number): TakenLetter {
  const found = letters[at];
  if (found === undefined) throw new Error('No letter');
  return { ...found };
}
