import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/rules/commands.ts';
import { refusal } from '../../src/rules/decision.ts';
import { isBlank, joined, wasJustSent, type SavedDraft } from '../../src/rules/draft.ts';
import { lettersFor } from '../../src/rules/letters.ts';
import type { Change } from '../../src/rules/ticket.ts';
import { overtaken, takeBack, undoClose, waitsMs, type Leaving } from '../../src/rules/undo.ts';
import { agent, aNewArticle, annaTheAgent, anActor, aTicket, customer, maxTheCustomer, now } from '../support/builders.ts';

const anna = annaTheAgent();
const bert = anActor('bert@dtnet.de', { role: 'agent' });
const ticket = aTicket({ people: [customer(), agent()], articleCount: 2, lastContactAt: now, startedAt: now });
const leaving: Leaving = {
  id: 2,
  seq: 7,
  author: anna.address,
  act: [
    { kind: 'fieldChanged', field: 'status', from: 'new', to: 'open' },
    { kind: 'fieldChanged', field: 'startedAt', from: null, to: now },
    { kind: 'fieldChanged', field: 'lastContactAt', from: null, to: now },
  ],
};
const takenBack: Change = { kind: 'takenBack', article: 2, seq: 7, author: anna.address, overtaken: false };

describe('letters wait a moment', () => {
  const reply: Command = { kind: 'reply', text: 'Ja.', attachments: [], channel: 'portal' };
  test.each<[string, Command, typeof anna, number]>([
    ['for an agent’s answer', reply, anna, 10_000],
    ['for closing', { kind: 'changeStatus', to: 'closed' }, anna, 10_000],
    ['not for a customer’s answer', reply, maxTheCustomer(), 0],
    ['not for a comment', { ...reply, kind: 'comment' }, anna, 0],
    ['not for another status', { kind: 'changeStatus', to: 'waiting' }, anna, 0],
  ])('%s', (_, command, by, ms) => {
    expect(waitsMs(command, by, 10_000)).toBe(ms);
  });
});

describe('taking an answer back', () => {
  test('makes the ticket what it was before, the newest change first', () => {
    expect(takeBack(ticket, anna, leaving)).toEqual({
      kind: 'changes',
      changes: [
        takenBack,
        { kind: 'fieldChanged', field: 'lastContactAt', from: now, to: null },
        { kind: 'fieldChanged', field: 'startedAt', from: now, to: null },
        { kind: 'fieldChanged', field: 'status', from: 'open', to: 'new' },
      ],
    });
  });

  test('leaves alone what was changed again since', () => {
    expect(takeBack({ ...ticket, status: 'waiting', lastContactAt: now + 1, startedAt: null }, anna, leaving)).toEqual({ kind: 'changes', changes: [takenBack] });
  });

  test('is for its author, and only while nothing has left', () => {
    expect(takeBack(ticket, bert, leaving)).toEqual(refusal('tooLate'));
    expect(takeBack(ticket, anna, null)).toEqual(refusal('tooLate'));
    expect(takeBack({ ...ticket, mergedInto: 7 }, anna, leaving)).toEqual(refusal('merged'));
  });

  test('tells nobody', () => {
    expect(lettersFor(ticket, takenBack, anna.address)).toEqual([]);
  });
});

describe('an answer that is just leaving when somebody writes', () => {
  const written: Change[] = [{ kind: 'article', article: aNewArticle() }];
  const machines: Change[] = [{ kind: 'article', article: aNewArticle({ automatic: 'out-of-office' }) }];

  test('stops if a customer does, and its author is told (L08)', () => {
    const [stopped] = overtaken(ticket, written, maxTheCustomer(), [leaving]);

    expect(stopped).toEqual({ ...takenBack, overtaken: true });
    expect(stopped === undefined ? [] : lettersFor(ticket, stopped, maxTheCustomer().address)).toEqual([{ kind: 'held', to: anna.address, article: 2 }]);
  });

  test('goes on if a colleague, a machine or nobody does', () => {
    expect(overtaken(ticket, written, bert, [leaving])).toEqual([]);
    expect(overtaken(ticket, machines, maxTheCustomer(), [leaving])).toEqual([]);
    expect(overtaken(ticket, [{ kind: 'engaged' }], maxTheCustomer(), [leaving])).toEqual([]);
  });
});

test('undoing a closing makes the ticket what it was, for whoever closed it and while nobody was told (L07)', () => {
  const closed = aTicket({ status: 'closed', closedAt: now });
  const closing = { seq: 5, by: anna.address, act: [{ kind: 'fieldChanged', field: 'status', from: 'waiting', to: 'closed' }, { kind: 'fieldChanged', field: 'closedAt', from: null, to: now }] } satisfies Parameters<typeof undoClose>[2];

  expect(undoClose(closed, anna, closing)).toEqual({
    kind: 'changes',
    changes: [
      { kind: 'closeUndone', seq: 5 },
      { kind: 'fieldChanged', field: 'closedAt', from: now, to: null },
      { kind: 'fieldChanged', field: 'status', from: 'closed', to: 'waiting' },
    ],
  });
  expect(undoClose(closed, bert, closing)).toEqual(refusal('tooLate'));
  expect(undoClose(closed, anna, null)).toEqual(refusal('tooLate'));
});

describe('a draft', () => {
  const file = { id: 'f', name: 'a.png', type: 'image/png', size: 1, key: 'files/f', contentId: null };
  const draft: SavedDraft = { form: 'reply', text: 'Erstens.', attachments: [file], minutes: 0, seen: 2, savedAt: now };

  test('without a word and a file is none', () => {
    expect([isBlank({ text: ' \n', attachments: [] }), isBlank(draft), isBlank({ ...draft, text: '' })]).toEqual([true, false, false]);
  });

  test('that meets another of its writer loses nothing', () => {
    expect(joined(draft, { ...draft, text: 'Zweitens.', attachments: [], seen: 4 })).toEqual({ ...draft, text: 'Erstens.\n\nZweitens.' });
    expect(joined(draft, { ...draft, attachments: [] }).text).toBe('Erstens.');
  });

  test('that says what its writer has just sent came too late', () => {
    expect(wasJustSent(draft, [{ text: 'Erstens.\n', by: anna.address }], anna.address)).toBe(true);
    expect(wasJustSent(draft, [{ text: 'Erstens.', by: bert.address }], anna.address)).toBe(false);
  });
});
