import { expect, test } from 'vitest';
import { historyGroups } from '../../src/portal/tickets/history-groups.ts';
import type { Entry, FactEntry } from '../../src/rules/page.ts';
import { address, now } from '../support/builders.ts';

const max = { address: address('max@kunde.example'), name: 'Max Muster' };

function article(seq: number, id: number): Entry {
  const said = { kind: 'correspondence', channel: 'mail', text: 'x', look: 'plain', attachments: [], invitation: null, intake: null, minutes: 0, messageId: null, answers: [], forwarded: false, automatic: null, sameMessageId: false, redacted: false } as const;
  return { kind: 'article', extent: 'whole', seq, letters: [], article: { ...said, attachments: [], answers: [], id, at: now, by: max, path: [], state: 'said' } };
}

function fact(seq: number, what: FactEntry['fact']): Entry {
  return { kind: 'fact', seq, at: now, by: max, fact: what, letters: [] };
}

const opened = fact(1, { kind: 'opened', channel: 'mail', acknowledge: true, tell: [] });
const status = fact(4, { kind: 'fieldChanged', field: 'status', from: 'new', to: 'open' });
const started = fact(5, { kind: 'fieldChanged', field: 'startedAt', from: null, to: now });

test('the history begins at its bottom with the original request (S12)', () => {
  const groups = historyGroups([article(6, 2), article(3, 1), opened], { staff: true, whole: true });

  expect(groups.map((group) => (group.kind === 'article' ? group.entry.article.id : 'events'))).toEqual([2, 'events', 1]);
  expect(groups.at(-1)).toMatchObject({ kind: 'article', request: true });
});

test('what follows from something else is folded for agents and left out for others (S14)', () => {
  const entries = [started, status, article(3, 1)];

  expect(historyGroups(entries, { staff: true, whole: true })[0]).toEqual({ kind: 'events', loud: [status], quiet: [started] });
  expect(historyGroups(entries, { staff: false, whole: true })[0]).toEqual({ kind: 'events', loud: [status], quiet: [] });
});

test('a history without a readable article is kept as it is (P08)', () => {
  expect(historyGroups([status, opened], { staff: false, whole: true })).toEqual([{ kind: 'events', loud: [status, opened], quiet: [] }]);
});

test('in a part of a long history nothing is taken for the original request', () => {
  expect(historyGroups([article(9, 4), article(6, 3), status], { staff: true, whole: false }).map((group) => group.kind)).toEqual(['article', 'article', 'events']);
});

test('many events in a row are folded but for the newest two and what somebody may have to act on; nothing is left out (S14)', () => {
  const label = (seq: number) => fact(seq, { kind: 'labelled', label: `L${seq}` });
  const muted = fact(5, { kind: 'muted', address: max.address, why: 'tooMany', until: now });
  const few = [label(12), label(11), label(10), label(9)];

  expect(historyGroups(few, { staff: true, whole: false })).toEqual([{ kind: 'events', loud: few, quiet: [] }]);
  expect(historyGroups([...few, label(8), started, muted], { staff: true, whole: false })).toEqual([
    { kind: 'events', loud: [label(12), label(11), muted], quiet: [label(10), label(9), label(8), started] },
  ]);
});
