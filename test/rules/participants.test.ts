import { describe, expect, test } from 'vitest';
import { decide } from '../../src/rules/lifecycle.ts';
import { invitedBy, openingChanges } from '../../src/rules/opening.ts';
import { mayRemove } from '../../src/rules/participants.ts';
import { address, agent, aKnownPerson, anActor, annaTheAgent, anOpening, aParticipant, aTicket, customer, maxTheCustomer, now } from '../support/builders.ts';

const max = customer();
const boss = aParticipant('boss@kunde.example', { broughtBy: max.address });
const vendor = aParticipant('vendor@firm.example', { broughtBy: address('anna@dtnet.de') });
const ticket = aTicket({ people: [max, boss, vendor, agent()] });

describe('whoever is on a ticket', () => {
  test.each([
    ['an agent', annaTheAgent(), { boss: true, vendor: true }],
    ['the requester, whom they brought themselves', maxTheCustomer(), { boss: true, vendor: false }],
    ['somebody in Cc, themselves only', anActor('boss@kunde.example'), { boss: true, vendor: false }],
    ['somebody else in Cc', anActor('vendor@firm.example'), { boss: false, vendor: true }],
    ['a stranger', anActor('eve@evil.example'), { boss: false, vendor: false }],
  ])('is taken off by: %s (SJ25)', (_, by, may) => {
    expect({ boss: mayRemove(ticket, by, boss), vendor: mayRemove(ticket, by, vendor) }).toEqual(may);
    const decision = decide(ticket, { kind: 'removeWatcher', address: boss.address, role: 'cc' }, by, now);
    expect(decision).toMatchObject(may.boss ? { kind: 'changes', changes: [{ kind: 'left', address: boss.address, role: 'cc' }] } : { kind: 'refusal', refusal: 'notAllowed' });
  });

  test('stays if they are its requester (P06)', () => {
    expect(mayRemove(ticket, annaTheAgent(), max)).toBe(false);
  });
});

describe('the history before somebody joined', () => {
  const late = aParticipant('late@kunde.example', { fromArticle: 4 });
  const share = { kind: 'shareHistory', address: late.address } as const;

  test('is shared by agents alone (SJ21)', () => {
    const with_ = aTicket({ people: [max, late] });

    expect(decide(with_, share, annaTheAgent(), now)).toEqual({ kind: 'changes', changes: [{ kind: 'historyShared', address: late.address }] });
    expect(decide(with_, share, maxTheCustomer(), now)).toEqual({ kind: 'refusal', refusal: 'notAllowed' });
    expect(decide(with_, share, anActor('late@kunde.example'), now)).toEqual({ kind: 'refusal', refusal: 'notAllowed' });
  });

  test('is not shared with whoever left, and only once (SJ21)', () => {
    const gone = aTicket({ people: [max, { ...late, state: 'removed' }] });
    const reads = aTicket({ people: [max, { ...late, fromArticle: 1 }] });

    expect(decide(gone, share, annaTheAgent(), now)).toEqual({ kind: 'refusal', refusal: 'notOnTicket' });
    expect(decide(reads, share, annaTheAgent(), now)).toEqual({ kind: 'changes', changes: [] });
  });
});

describe('a ticket that is opened', () => {
  const named = [aKnownPerson('boss@kunde.example'), aKnownPerson('bert@dtnet.de', { role: 'agent' }), aKnownPerson('noreply@kunde.example')];

  test('brings along those in Cc, for whom the day must have room (SJ20)', () => {
    expect(invitedBy(anOpening({ named }))).toEqual(['boss@kunde.example']);
    expect(invitedBy(anOpening({ named, authenticated: false }))).toEqual([]);
    expect(invitedBy(anOpening({ named, requester: annaTheAgent() }))).toEqual([]);
  });

  test('tells agents who was left out (SJ20)', () => {
    expect(openingChanges(anOpening({ named, invitable: [] }))).toContainEqual({ kind: 'leftOut', people: ['boss@kunde.example'] });
    expect(openingChanges(anOpening({ named })).some((change) => change.kind === 'leftOut')).toBe(false);
  });
});
