import { describe, expect, test } from 'vitest';
import { mayRead, maySeeFact } from '../../src/rules/access.ts';
import { receive } from '../../src/rules/arrival.ts';
import { decide } from '../../src/rules/lifecycle.ts';
import { readersOfClosing, readersOfComment, readersOfCorrespondence } from '../../src/rules/recipients.ts';
import { annaTheAgent, agent, anArrival, anArticle, aParticipant, aTicket, customer, maxTheCustomer, everywhere, now } from '../support/builders.ts';

const max = { ...customer(), bounced: 'userUnknown' } as const;
const boss = aParticipant('boss@kunde.example');
const ticket = aTicket({ people: [max, boss, { ...agent(), bounced: 'hostUnknown' }] });

describe('somebody whose address takes no mail', () => {
  test('gets nothing: no answer, no comment, no closing (P11)', () => {
    const readers = [readersOfCorrespondence, readersOfComment, readersOfClosing].map((readersOf) => readersOf(ticket, null).map((person) => person.address));

    expect(readers).toEqual([[boss.address], [], [boss.address]]);
  });

  test('is written to again when an agent says so, or when they write (P11)', () => {
    expect(decide(ticket, { kind: 'tryAgain', address: max.address }, annaTheAgent(), now)).toEqual({ kind: 'changes', changes: [{ kind: 'triedAgain', address: max.address }] });
    expect(receive(ticket, anArrival(), { lettersTo: [], mail: false, kin: false, recent: [], letters: [], told: null }, now).changes).toContainEqual({ kind: 'triedAgain', address: max.address });
    expect(decide(ticket, { kind: 'tryAgain', address: boss.address }, annaTheAgent(), now)).toEqual({ kind: 'changes', changes: [] });
    expect(decide(ticket, { kind: 'tryAgain', address: boss.address }, maxTheCustomer(), now)).toEqual({ kind: 'refusal', refusal: 'notAllowed' });
  });
});

test('notes of machines, and what became of others, are for agents (SL04)', () => {
  const viewer = { address: max.address, role: 'requester', reach: everywhere } as const;

  expect(mayRead(ticket, viewer, anArticle({ automatic: 'bounce' }))).toBe(false);
  expect(mayRead(ticket, annaTheAgent(), anArticle({ automatic: 'bounce' }))).toBe(true);
  expect(maySeeFact(viewer, { kind: 'bounced', address: boss.address, reason: 'userUnknown' })).toBe(false);
});
