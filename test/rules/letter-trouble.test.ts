import { describe, expect, test } from 'vitest';
import { refusal } from '../../src/rules/decision.ts';
import { settle, troubleOf, type TroubledLetter } from '../../src/rules/letter-trouble.ts';
import { erasedAddress } from '../../src/rules/readdressing.ts';
import { agent, annaTheAgent, aTicket, customer, maxTheCustomer } from '../support/builders.ts';

const anna = annaTheAgent();
const ticket = aTicket({ people: [customer(), agent()] });
const aLetter = (with_: Partial<TroubledLetter> = {}): TroubledLetter => ({ id: 3, kind: 'correspondence', to: customer().address, state: 'failed', reason: null, possiblyTwice: false, settled: false, ...with_ });

describe('a letter', () => {
  test.each([
    ['in doubt', { state: 'unknown' }, 'inDoubt'],
    ['in doubt for the second time', { state: 'unknown', possiblyTwice: true }, 'inDoubt'],
    ['that the platform refuses', { reason: 'E_RECIPIENT_SUPPRESSED: no' }, 'failed'],
    ['given up after a day', { reason: 'E_RATE_LIMIT_EXCEEDED' }, 'failed'],
    ['that a restore holds back', { reason: 'restored' }, 'failed'],
    ['to an address that takes no mail', { reason: 'bounced' }, 'failed'],
    ['that came back', { state: 'bounced' }, 'undelivered'],
    ['sent again after a doubt', { state: 'delivered', possiblyTwice: true }, 'twice'],
    ['that arrived', { state: 'delivered' }, null],
    ['that waits', { state: 'queued', possiblyTwice: true }, null],
    ['that was taken back', { reason: 'takenBack' }, null],
    ['to somebody who left', { reason: 'leftTicket' }, null],
    ['to somebody who was erased', { state: 'bounced', to: erasedAddress(7) }, null],
    ['set aside', { state: 'unknown', settled: true }, null],
  ] as const)('%s is in trouble: %o → %s (SO05)', (_, with_, trouble) => {
    expect(troubleOf(aLetter(with_))).toBe(trouble);
  });
});

describe('an agent', () => {
  const sentAgain = { kind: 'letterSentAgain', letter: 3, letterKind: 'correspondence', to: customer().address, doubtful: false } as const;

  test('has a letter that failed sent again (SO06)', () => {
    expect(settle(ticket, aLetter(), 'again', anna)).toEqual({ kind: 'changes', changes: [sentAgain] });
  });

  test('has one in doubt sent again, which may then be there twice (SR5)', () => {
    expect(settle(ticket, aLetter({ state: 'unknown' }), 'again', anna)).toEqual({ kind: 'changes', changes: [{ ...sentAgain, doubtful: true }] });
  });

  test('tries the address again with the letter that came back from it (P11)', () => {
    const shut = aTicket({ people: [{ ...customer(), bounced: 'userUnknown' }, agent()] });

    expect(settle(shut, aLetter({ state: 'bounced' }), 'again', anna)).toEqual({ kind: 'changes', changes: [{ kind: 'triedAgain', address: customer().address }, sentAgain] });
  });

  test('sets a letter aside, also on a ticket that is part of another one', () => {
    const merged = aTicket({ people: [customer(), agent()], mergedInto: 9 });

    expect(settle(merged, aLetter(), 'aside', anna)).toEqual({ kind: 'changes', changes: [{ kind: 'letterSetAside', letter: 3, letterKind: 'correspondence', to: customer().address }] });
    expect(settle(merged, aLetter(), 'again', anna)).toEqual(refusal('merged'));
  });

  test.each([
    ['there is none', null],
    ['it is under way', aLetter({ state: 'sending' })],
    ['it arrived', aLetter({ state: 'delivered' })],
    ['it is there twice already', aLetter({ state: 'sent', possiblyTwice: true })],
  ])('has no letter sent again where %s (SR3)', (_, letter) => {
    expect(settle(ticket, letter, 'again', anna)).toEqual(refusal('notInTrouble'));
  });
});

test('nobody else decides about letters', () => {
  expect(settle(ticket, aLetter(), 'again', maxTheCustomer())).toEqual(refusal('notAllowed'));
  expect(settle(ticket, null, 'aside', maxTheCustomer())).toEqual(refusal('notAllowed'));
});
