import { describe, expect, test } from 'vitest';
import { decide } from '../../src/rules/lifecycle.ts';
import { undoClose } from '../../src/rules/undo.ts';
import { waitingOver } from '../../src/rules/waiting.ts';
import type { FieldChanged } from '../../src/rules/ticket.ts';
import { annaTheAgent, aTicket, maxTheCustomer, now } from '../support/builders.ts';

const waiting = (until: number | null) => aTicket({ status: 'waiting', waitingUntil: until });

describe('a ticket that waits until a moment', () => {
  test('waits from any status that has not ended, and a new moment takes the place of the old one (L09)', () => {
    expect(fieldsAfter(aTicket({ status: 'new' }), { kind: 'waitUntil', until: now + 1 })).toEqual({ status: 'waiting', waitingUntil: now + 1 });
    expect(fieldsAfter(waiting(now + 1), { kind: 'waitUntil', until: now + 2 })).toEqual({ waitingUntil: now + 2 });
    expect(decide(aTicket({ status: 'closed' }), { kind: 'waitUntil', until: now + 1 }, annaTheAgent(), now)).toEqual({ kind: 'refusal', refusal: 'closed' });
    expect(decide(aTicket(), { kind: 'waitUntil', until: now + 1 }, maxTheCustomer(), now)).toEqual({ kind: 'refusal', refusal: 'notAllowed' });
  });

  test.each(['open', 'closed', 'rejected'] as const)('waits until nothing once it is %s', (to) => {
    expect(fieldsAfter(waiting(now + 1), { kind: 'changeStatus', to })).toMatchObject({ status: to, waitingUntil: null });
  });

  test('is open from that moment on, and not before (L09)', () => {
    expect(waitingOver(waiting(now + 1), now)).toEqual([]);
    expect(fields(waitingOver(waiting(now), now))).toEqual({ status: 'open', waitingUntil: null });
    expect(waitingOver(waiting(null), now)).toEqual([]);
    expect(waitingOver(aTicket({ status: 'closed', waitingUntil: now }), now)).toEqual([]);
  });

  test('waits again if it was closed by mistake', () => {
    const act = changed(waiting(now + 1), { kind: 'changeStatus', to: 'closed' });
    const closed = aTicket({ status: 'closed', closedAt: now, waitingUntil: null });
    const undone = undoClose(closed, annaTheAgent(), { seq: 1, by: annaTheAgent().address, act });

    expect(undone.kind === 'changes' && fields(undone.changes)).toEqual({ status: 'waiting', closedAt: null, waitingUntil: now + 1 });
  });
});

test('a ticket is due when an agent says, and the same again is no event (L11)', () => {
  expect(fieldsAfter(aTicket(), { kind: 'changeDue', to: now + 1 })).toEqual({ dueAt: now + 1 });
  expect(changed(aTicket({ dueAt: now + 1 }), { kind: 'changeDue', to: now + 1 })).toEqual([]);
  expect(decide(aTicket(), { kind: 'changeDue', to: now + 1 }, maxTheCustomer(), now)).toEqual({ kind: 'refusal', refusal: 'notAllowed' });
});

function changed(ticket: Parameters<typeof decide>[0], command: Parameters<typeof decide>[1]): FieldChanged[] {
  const decision = decide(ticket, command, annaTheAgent(), now);
  if (decision.kind === 'refusal') throw new Error(decision.refusal);
  return decision.changes.filter((change) => change.kind === 'fieldChanged');
}

function fieldsAfter(...of: Parameters<typeof changed>) {
  return fields(changed(...of));
}

function fields(changes: { kind: string }[]) {
  return Object.fromEntries(changes.filter((change): change is FieldChanged => change.kind === 'fieldChanged').map(({ field, to }) => [field, to]));
}
