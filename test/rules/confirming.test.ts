import { describe, expect, test } from 'vitest';
import { receive } from '../../src/rules/arrival.ts';
import { whomToAsk } from '../../src/rules/confirming.ts';
import { lettersFor } from '../../src/rules/letters.ts';
import { decide } from '../../src/rules/lifecycle.ts';
import type { Participant } from '../../src/rules/ticket.ts';
import { agent, aKnownPerson, anActor, anArrival, annaTheAgent, aParticipant, aTicket, customer, maxTheCustomer, now } from '../support/builders.ts';

const nothingAnswered = { lettersTo: [], mail: false, kin: false };
const forged = anArrival({ verdict: 'none' });
const max = customer();
const key = { number: 427637, pid: max.pid, secret: max.secret };
const karla = anActor('karla@kunde.example');

describe('about a mail that waits', () => {
  test.each<[string, Partial<Participant>, boolean]>([
    ['verified', { state: 'verified' }, true],
    ['in Cc of an authenticated mail', { role: 'cc', state: 'invited' }, false],
    ['in Cc of a mail nobody vouches for', { role: 'cc', state: 'proposed' }, false],
    ['removed', { role: 'cc', state: 'removed' }, false],
    ['an agent', { role: 'agent' }, false],
    ['one whose address takes no mail', { bounced: 'userUnknown' }, false],
    ['taken for a robot', { mutedUntil: now + 1 }, false],
  ])('its sender is asked: %s', (_, with_, isAsked) => {
    const ticket = aTicket({ people: [{ ...max, ...with_ }] });

    expect(whomToAsk(ticket, forged, nothingAnswered, now)).toBe(isAsked ? max.address : null);
  });

  test('nobody is asked who only stood in Cc, before an agent acts (A09)', () => {
    const boss = aParticipant('boss@kunde.example', { state: 'invited' });
    const arrival = anArrival({ sender: anActor(boss.address), verdict: 'pass' });

    expect(whomToAsk(aTicket({ people: [max, boss], engagedAt: null }), arrival, nothingAnswered, now)).toBe(null);
    expect(whomToAsk(aTicket({ people: [max, boss] }), arrival, nothingAnswered, now)).toBe(boss.address);
  });

  test('the person is asked whose key it has, if its sender could join (A04)', () => {
    const ticket = aTicket({ people: [max] });

    expect(whomToAsk(ticket, anArrival({ sender: karla, key }), nothingAnswered, now)).toBe(max.address);
    expect(whomToAsk(ticket, anArrival({ sender: anActor('no-reply@shop.example'), key }), nothingAnswered, now)).toBe(null);
    expect(whomToAsk(ticket, anArrival({ sender: annaTheAgent(), key }), nothingAnswered, now)).toBe(null);
  });

  test('on a rejected ticket nobody is asked', () => {
    expect(whomToAsk(aTicket({ people: [max], status: 'rejected' }), forged, nothingAnswered, now)).toBe(null);
  });

  test('one letter asks, and only where there is room for it', () => {
    const known = { ...nothingAnswered, recent: [], letters: [], told: null };
    const ticket = aTicket({ people: [max, agent()] });

    expect(receive(ticket, forged, known, now)).toMatchObject({ outcome: { kind: 'door', asks: max.address }, changes: [] });
    const { changes } = receive(ticket, { ...forged, asking: true }, known, now);
    expect(changes.flatMap((change) => lettersFor(ticket, change, max.address))).toEqual([{ kind: 'confirm', to: max.address, article: 1 }]);
  });
});

describe('whoever is on the ticket', () => {
  test('brings somebody along who has their key, into Cc and from now on (A04, SJ21)', () => {
    const decision = decide(aTicket({ people: [max], articleCount: 3 }), { kind: 'vouch', person: aKnownPerson('karla@kunde.example') }, maxTheCustomer(), now);

    expect(decision).toMatchObject({ kind: 'changes', changes: [{ kind: 'joined', person: { address: karla.address, role: 'cc', state: 'invited', fromArticle: 4 } }] });
  });

  test('brings no role address and nobody who was removed (A08)', () => {
    const people = [max, aParticipant('gone@kunde.example', { state: 'removed' })];

    for (const who of ['noreply@kunde.example', 'gone@kunde.example']) {
      expect(decide(aTicket({ people }), { kind: 'vouch', person: aKnownPerson(who) }, maxTheCustomer(), now)).toEqual({ kind: 'changes', changes: [] });
    }
  });

  test('and nobody else may (A04)', () => {
    expect(decide(aTicket({ people: [max] }), { kind: 'vouch', person: aKnownPerson('eve@evil.example') }, anActor('eve@evil.example'), now)).toEqual({ kind: 'refusal', refusal: 'notAllowed' });
  });
});
