import { describe, expect, test } from 'vitest';
import { admit } from '../../src/rules/admission.ts';
import type { Participant } from '../../src/rules/ticket.ts';
import { agent, aNewArticle, anActor, anArrival, annaTheAgent, aKnownPerson, aParticipant, aTicket, customer, maxTheCustomer } from '../support/builders.ts';

const nothingAnswered = { lettersTo: [], mail: false, kin: false };

describe('who may speak on a ticket by mail', () => {
  test('an own reply key admits its person even if nobody vouches for the domain (A01)', () => {
    const max = customer();
    const ticket = aTicket({ people: [max] });

    const admission = admit(ticket, anArrival({ tagged: false, verdict: 'none', key: keyOf(max) }), nothingAnswered);

    expect(admission).toEqual({ kind: 'admitted', as: max, proves: true });
  });

  test('an own reply key does not admit a mail that fails its domain’s policy (A01)', () => {
    const max = customer();
    const admission = admit(aTicket({ people: [max] }), anArrival({ tagged: false, verdict: 'fail', key: keyOf(max) }), nothingAnswered);

    expect(admission).toEqual({ kind: 'door', reason: 'notAuthenticated' });
  });

  test.each([
    ['shortened', (secret: string) => secret.slice(1)],
    ['lengthened', (secret: string) => `${secret}a`],
    ['empty', () => ''],
    ['with one letter changed', (secret: string) => `${secret.slice(0, -1)}${secret.endsWith('2') ? '3' : '2'}`],
    ['in upper case', (secret: string) => secret.toUpperCase()],
  ])('a key %s is no key (A01)', (_, change) => {
    const max = customer();
    const key = { ...keyOf(max), secret: change(max.secret) };

    const admission = admit(aTicket({ people: [max] }), anArrival({ tagged: false, verdict: 'none', key }), nothingAnswered);

    expect(admission).toEqual({ kind: 'stranger' });
  });

  test('the subject tag admits a verified person whose domain vouches for the mail (A02)', () => {
    expect(admit(aTicket(), anArrival(), nothingAnswered).kind).toBe('admitted');
  });

  test('the subject tag alone does not admit one who only stood in Cc (A02)', () => {
    const boss = aParticipant('boss@kunde.example', { state: 'invited' });
    const arrival = anArrival({ sender: anActor('boss@kunde.example') });

    expect(admit(aTicket({ people: [customer(), boss] }), arrival, nothingAnswered)).toEqual({ kind: 'door', reason: 'notProven' });
  });

  test('the subject tag with a forged sender stays at the door (A05)', () => {
    expect(admit(aTicket(), anArrival({ verdict: 'none' }), nothingAnswered)).toEqual({ kind: 'door', reason: 'notAuthenticated' });
  });

  test('answering a mail on the ticket admits a person of it, also one in Cc (A03)', () => {
    const boss = aParticipant('boss@kunde.example', { state: 'invited' });
    const arrival = anArrival({ tagged: false, sender: anActor('boss@kunde.example') });

    expect(admit(aTicket({ people: [customer(), boss] }), arrival, { lettersTo: [], mail: true, kin: false })).toEqual({ kind: 'admitted', as: boss, proves: false });
  });

  test('answering a letter that went to the sender is as good as the key (A01)', () => {
    const max = customer();
    const arrival = anArrival({ tagged: false, verdict: 'none' });

    expect(admit(aTicket({ people: [max] }), arrival, { lettersTo: [max.address], mail: false, kin: false })).toEqual({ kind: 'admitted', as: max, proves: true });
  });

  test('a right key from another sender waits at the door (A04)', () => {
    const max = customer();
    const arrival = anArrival({ key: keyOf(max), sender: anActor('eve@evil.example') });

    expect(admit(aTicket({ people: [max] }), arrival, nothingAnswered)).toEqual({ kind: 'door', reason: 'otherSender' });
  });

  test('a removed person’s key is dead (A04)', () => {
    const gone = aParticipant('gone@kunde.example', { state: 'removed' });
    const arrival = anArrival({ key: keyOf(gone), sender: anActor('gone@kunde.example') });

    expect(admit(aTicket({ people: [customer(), gone] }), arrival, nothingAnswered)).toEqual({ kind: 'stranger' });
  });

  test.each(['open', 'closed', 'rejected'] as const)('a stranger with the tag of an %s ticket is a stranger (A06)', (status) => {
    const arrival = anArrival({ sender: anActor('eve@evil.example') });

    expect(admit(aTicket({ status }), arrival, nothingAnswered)).toEqual({ kind: 'stranger' });
  });

  test('an agent acts by mail only with their own key and an authenticated mail (A07)', () => {
    const anna = agent();
    const ticket = aTicket({ people: [customer(), anna] });

    expect(admit(ticket, anArrival({ sender: annaTheAgent(), key: keyOf(anna) }), nothingAnswered).kind).toBe('admitted');
    expect(admit(ticket, anArrival({ sender: annaTheAgent(), key: keyOf(anna), verdict: 'none' }), nothingAnswered)).toEqual({ kind: 'door', reason: 'agentWithoutKey' });
    expect(admit(ticket, anArrival({ sender: annaTheAgent() }), nothingAnswered)).toEqual({ kind: 'door', reason: 'agentWithoutKey' });
  });

  test('machine mail of a person on the ticket is only noted, of anybody else it is not the ticket’s (A11)', () => {
    const article = aNewArticle({ automatic: 'machine' });

    expect(admit(aTicket(), anArrival({ article }), nothingAnswered)).toEqual({ kind: 'note' });
    expect(admit(aTicket(), anArrival({ article, sender: anActor('robot@other.example') }), nothingAnswered)).toEqual({ kind: 'machine' });
  });

  test('machine mail with the key of another ticket and the tag of this one is not this one’s (A11)', () => {
    expect(admit(aTicket(), anArrival({ only: 'tag', article: aNewArticle({ automatic: 'out-of-office' }) }), nothingAnswered)).toEqual({ kind: 'stranger' });
  });

  describe('a mail that is kin to one on the ticket', () => {
    const kin = { lettersTo: [], mail: false, kin: true };
    const max = customer();
    const karla = aParticipant('karla@kunde.example', { state: 'invited' });
    const ticket = aTicket({ people: [max, karla] });
    const byKarla = (with_ = {}) => anArrival({ only: 'kin', tagged: false, sender: anActor('karla@kunde.example'), named: [aKnownPerson('max@kunde.example')], ...with_ });

    test('is admitted from somebody on it who wrote to its requester, or is the requester (SF16)', () => {
      expect(admit(ticket, byKarla(), kin)).toEqual({ kind: 'admitted', as: karla, proves: false });
      expect(admit(ticket, byKarla({ sender: maxTheCustomer(), named: [] }), kin)).toEqual({ kind: 'admitted', as: max, proves: false });
    });

    test.each([
      ['that was not written to the requester', { named: [aKnownPerson('eve@elsewhere.example')] }],
      ['that nobody vouches for', { verdict: 'none' }],
      ['of a stranger', { sender: anActor('eve@elsewhere.example') }],
      ['of an agent', { sender: annaTheAgent() }],
      ['of a machine', { article: aNewArticle({ automatic: 'machine' }) }],
    ])('%s is a stranger’s (SF16, SJ02)', (_, with_) => {
      expect(admit(ticket, byKarla(with_), kin)).toEqual({ kind: 'stranger' });
    });

    test('is a stranger’s where the ticket knows no such mail, or is over (SF16)', () => {
      expect(admit(ticket, byKarla(), nothingAnswered)).toEqual({ kind: 'stranger' });
      expect(admit({ ...ticket, status: 'closed' }, byKarla(), kin)).toEqual({ kind: 'stranger' });
    });
  });

  function keyOf(person: Participant) {
    return { number: 427637, pid: person.pid, secret: person.secret };
  }
});
