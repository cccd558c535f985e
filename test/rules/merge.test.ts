import { describe, expect, test } from 'vitest';
import { admit, proofOf } from '../../src/rules/admission.ts';
import { decide } from '../../src/rules/lifecycle.ts';
import { lettersFor } from '../../src/rules/letters.ts';
import { decideMerge, decideUnmerge, giveBack, staysItself, takeOver, type Heir } from '../../src/rules/merge.ts';
import { inOneOrder } from '../../src/rules/one-order.ts';
import type { Change } from '../../src/rules/ticket.ts';
import { agent, anActor, anArrival, annaTheAgent, aParticipant, aTicket, customer, maxTheCustomer, now } from '../support/builders.ts';

const other = { number: 7, subject: '', queue: 1, status: 'open', mergedInto: null } as const;

describe('an agent merges a ticket', () => {
  test('into another: its status is kept for the way back, and nobody gets a letter (T13)', () => {
    const decision = decideMerge(aTicket({ status: 'waiting' }), other, annaTheAgent());

    const change: Change = { kind: 'mergedInto', number: 7, status: 'waiting', closedAt: null };
    expect(decision).toEqual({ kind: 'changes', changes: [change] });
    expect(lettersFor(aTicket({ people: [customer(), agent()] }), change, null)).toEqual([]);
  });

  test.each([
    ['into itself', {}, { ...other, number: 427637 }, 'sameTicket'],
    ['twice', { mergedInto: 5 }, other, 'merged'],
    ['into none', {}, null, 'noSuchTicket'],
    ['into spam', {}, { ...other, status: 'rejected' as const }, 'rejected'],
    ['that is spam', { status: 'rejected' as const }, other, 'rejected'],
  ])('%s is refused', (_, with_, survivor, refusal) => {
    expect(decideMerge(aTicket(with_), survivor, annaTheAgent())).toEqual({ kind: 'refusal', refusal });
  });

  test('and customers do not, nor split', () => {
    expect(decideMerge(aTicket(), other, maxTheCustomer())).toEqual({ kind: 'refusal', refusal: 'notAllowed' });
    expect(decideUnmerge(aTicket({ mergedInto: 7 }), { status: 'open', closedAt: null }, maxTheCustomer())).toEqual({ kind: 'refusal', refusal: 'notAllowed' });
  });

  test('and splits it again as it was', () => {
    const merged = aTicket({ status: 'closed', closedAt: now, mergedInto: 7 });

    expect(decideUnmerge(merged, { status: 'waiting', closedAt: null }, annaTheAgent())).toEqual({
      kind: 'changes',
      changes: [{ kind: 'unmerged', number: 7, status: 'waiting', closedAt: null }],
    });
    expect(decideUnmerge(aTicket(), null, annaTheAgent())).toEqual({ kind: 'refusal', refusal: 'notMerged' });
  });
});

test('a merged ticket takes no command, of nobody (T13)', () => {
  for (const by of [annaTheAgent(), maxTheCustomer()]) {
    expect(decide(aTicket({ mergedInto: 7 }), { kind: 'reply', text: 'Noch etwas', attachments: [], channel: 'portal' }, by, now)).toEqual({ kind: 'refusal', refusal: 'merged' });
  }
});

describe('the survivor', () => {
  const karla = heir('karla@kunde.example', { role: 'requester', fromArticle: 1 });
  const boss = heir('boss@kunde.example', { state: 'invited', fromArticle: 3, path: [12] });

  test('takes over people with their rights, the requester in Cc, and they read what came along, not what was said before (SJ21)', () => {
    const changes = takeOver(aTicket({ articleCount: 5, engagedAt: null }), { number: 9, articleCount: 4, people: [karla, boss] });

    expect(changes.map((change) => change.kind)).toEqual(['engaged', 'tookOver', 'joined', 'joined']);
    expect(changes[2]).toMatchObject({ person: { address: 'karla@kunde.example', role: 'cc', state: 'verified', fromArticle: 6 }, path: [9] });
    expect(changes[3]).toMatchObject({ person: { address: 'boss@kunde.example', role: 'cc', state: 'invited', fromArticle: 8 }, path: [9, 12] });
  });

  test('leaves those as they are who are on it already (P03)', () => {
    const changes = takeOver(aTicket(), { number: 9, articleCount: 1, people: [heir('max@kunde.example', { role: 'requester' })] });

    expect(changes.map((change) => change.kind)).toEqual(['tookOver']);
  });

  test('lets go whom the other brought, but not its own owner', () => {
    const anna = agent();
    const ticket = aTicket({ owner: anna.address, people: [customer(), anna, aParticipant('karla@kunde.example')] });

    expect(giveBack(ticket, [9], [anna.address, karla.address])).toEqual([
      { kind: 'gaveBack', number: 9 },
      { kind: 'left', address: 'karla@kunde.example', role: 'cc' },
    ]);
  });

  test('of two tickets merged into each other is the older one', () => {
    expect([staysItself({ number: 3 }, 8), staysItself({ number: 8 }, 3)]).toEqual([true, false]);
  });
});

describe('a mail to a merged ticket', () => {
  const karla = aParticipant('karla@kunde.example');
  const merged = aTicket({ number: 9, mergedInto: 7, people: [karla] });
  const nothing = { lettersTo: [], mail: false, kin: false };
  const byKarla = anArrival({ sender: anActor('karla@kunde.example'), tagged: false, verdict: 'none', key: { number: 9, pid: karla.pid, secret: karla.secret } });

  test('with the old key is admitted by the survivor as its holder’s (T13, A01)', () => {
    const proof = proofOf(merged, byKarla, nothing);

    expect(proof).toEqual({ holder: karla.address, mail: false, kin: false });
    expect(admit(aTicket({ number: 7, people: [customer(), karla] }), { ...byKarla, key: null, proof }, nothing)).toEqual({ kind: 'admitted', as: karla, proves: true });
  });

  test('with an old key whose holder left the survivor is a stranger’s (SJ07)', () => {
    const gone = { ...karla, state: 'removed' as const };
    const proof = proofOf(merged, byKarla, nothing);

    expect(admit(aTicket({ number: 7, people: [customer(), gone] }), { ...byKarla, key: null, proof }, nothing)).toEqual({ kind: 'stranger' });
  });

  test('with a wrong key proves nothing (SJ05)', () => {
    const wrong = { ...byKarla, key: { number: 9, pid: karla.pid, secret: 'aaaaaaaaaaaaaaaa' } };

    expect(proofOf(merged, wrong, nothing).holder).toBe(null);
  });

  test('that answers a mail there is as good as one that answers a mail here (A03)', () => {
    const arrival = { ...byKarla, key: null, verdict: 'pass' as const, proof: { holder: null, mail: true, kin: false } };

    expect(admit(aTicket({ number: 7, people: [customer(), karla] }), arrival, nothing).kind).toBe('admitted');
  });
});

test('runs become one by time, and each keeps its own order whatever its clock says (SF22)', () => {
  const runs = [[{ at: 90, name: 'c' }, { at: 10, name: 'b' }, { at: 50, name: 'a' }], [{ at: 60, name: 'y' }, { at: 20, name: 'x' }], []];

  expect(inOneOrder(runs, (item) => item.at).map((item) => item.name).join('')).toBe('cyxba');
});

function heir(who: string, with_: Partial<Heir> = {}): Heir {
  const { address, name, role, state, language, fromArticle, bounced } = aParticipant(who);
  return { address, name, role, state, language, fromArticle, bounced, path: [], ...with_ };
}
