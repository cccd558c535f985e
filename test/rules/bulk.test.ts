import { describe, expect, test } from 'vitest';
import { isSo, readAct, undoAct, writeAct, type BulkAct } from '../../src/rules/bulk.ts';
import type { Fact, TicketEvent } from '../../src/rules/ticket.ts';
import { address, annaTheAgent, aTicket, maxTheCustomer, now } from '../support/builders.ts';

const anna = annaTheAgent();

describe('a change of many tickets', () => {
  test.each<[string, string, BulkAct | null]>([
    ['owner:Anna@dtnet.de', '', { kind: 'owner', to: anna.address }],
    ['owner:', '', { kind: 'owner', to: null }],
    ['owner:nobody', '', null],
    ['status:closed', '', { kind: 'status', to: 'closed' }],
    ['status:purple', '', null],
    ['queue:2', '', { kind: 'queue', to: 2 }],
    ['queue:x', '', null],
    ['priority', ' 60', { kind: 'priority', to: 60 }],
    ['priority', '101', null],
    ['due:1795573061710', '', { kind: 'due', to: 1795573061710 }],
    ['until:1795573061710', '', { kind: 'until', to: 1795573061710 }],
    ['due', 'tomorrow', null],
    ['until:tomorrow', '', null],
    ['label', 'vor Ort', { kind: 'label', label: 'vor Ort' }],
    ['unlabel', 'a,b', null],
    ['label', ' ', null],
    ['drop', 'x', null],
    ['', '', null],
  ])('asked for by %s and "%s" is %j', (act, value, expected) => {
    expect(readAct(act, value)).toEqual(expected);
    if (expected !== null) expect(readAct(writeAct(expected).act, writeAct(expected).value)).toEqual(expected);
  });

  test('leaves out what is so already', () => {
    const row = { ...aTicket({ labels: ['x'], status: 'closed', queue: 2, priority: 7, finalPriority: 7, dueAt: now }), owner: anna };
    const acts: BulkAct[] = [{ kind: 'owner', to: anna.address }, { kind: 'status', to: 'closed' }, { kind: 'queue', to: 2 }, { kind: 'priority', to: 7 }, { kind: 'due', to: now }, { kind: 'label', label: 'x' }, { kind: 'unlabel', label: 'y' }];
    const others: BulkAct[] = [{ kind: 'owner', to: null }, { kind: 'status', to: 'open' }, { kind: 'queue', to: 1 }, { kind: 'priority', to: 8 }, { kind: 'due', to: now + 1 }, { kind: 'until', to: now }, { kind: 'label', label: 'y' }, { kind: 'unlabel', label: 'x' }];

    expect(acts.map((act) => isSo(act, row))).toEqual(acts.map(() => true));
    expect(others.map((act) => isSo(act, row))).toEqual(others.map(() => false));
  });
});

describe('undoing an act', () => {
  const event = (seq: number, fact: Fact): TicketEvent => ({ seq, at: now, by: anna, fact });
  const closing = [
    event(9, { kind: 'fieldChanged', field: 'closedAt', from: null, to: now }),
    event(8, { kind: 'fieldChanged', field: 'status', from: 'open', to: 'closed' }),
    event(7, { kind: 'labelled', label: 'x' }),
    event(6, { kind: 'engaged' }),
  ];

  test('brings back fields and labels, the last first', () => {
    expect(undoAct(aTicket({ version: 9 }), closing, anna)).toEqual({
      kind: 'changes',
      changes: [
        { kind: 'fieldChanged', field: 'closedAt', from: now, to: null },
        { kind: 'fieldChanged', field: 'status', from: 'closed', to: 'open' },
        { kind: 'unlabelled', label: 'x' },
      ],
    });
  });

  test('is refused where anything happened since', () => {
    expect(undoAct(aTicket({ version: 10 }), closing, anna)).toEqual({ kind: 'refusal', refusal: 'changedSince' });
  });

  test('is refused to whoever may not change the ticket', () => {
    expect(undoAct(aTicket({ version: 9 }), closing, maxTheCustomer())).toEqual({ kind: 'refusal', refusal: 'notAllowed' });
  });

  test('that changed nothing changes nothing', () => {
    expect(undoAct(aTicket({ owner: address('anna@dtnet.de') }), [], anna)).toEqual({ kind: 'changes', changes: [] });
  });
});
