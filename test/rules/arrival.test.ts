import { describe, expect, test } from 'vitest';
import { receive } from '../../src/rules/arrival.ts';
import type { Change } from '../../src/rules/ticket.ts';
import { address, agent, aKnownPerson, aNewArticle, anActor, anArrival, annaTheAgent, aParticipant, aQueue, aTicket, customer, now } from '../support/builders.ts';

const nothingAnswered = { lettersTo: [], mail: false, kin: false, recent: [], letters: [], told: null };
const DAY_MS = 86_400_000;

describe('a mail of somebody on the ticket', () => {
  test('is filed', () => {
    const received = receive(aTicket(), anArrival(), nothingAnswered, now);

    expect(received.outcome).toEqual({ kind: 'filed', article: 2 });
    expect(received.changes.map((change) => change.kind)).toEqual(['article']);
  });

  test('brings along whom it names, from this article on (A08)', () => {
    const named = [aKnownPerson('it@kunde.example'), aKnownPerson('no-reply@shop.example'), aKnownPerson('support@dtnet.de', { own: true })];

    const { changes } = receive(aTicket({ articleCount: 4 }), anArrival({ named, invitable: [address('it@kunde.example')] }), nothingAnswered, now);

    expect(joined(changes)).toEqual([expect.objectContaining({ address: 'it@kunde.example', role: 'cc', state: 'invited', fromArticle: 5 })]);
  });

  test('brings at most 10 people, and nobody onto a full ticket (A08)', () => {
    const named = Array.from({ length: 12 }, (_, n) => aKnownPerson(`p${n}@kunde.example`));
    const full = Array.from({ length: 25 }, (_, n) => aParticipant(`q${n}@kunde.example`));

    const invitable = named.map((person) => person.address);
    const onFresh = receive(aTicket(), anArrival({ named, invitable }), nothingAnswered, now).changes;
    expect(joined(onFresh)).toHaveLength(10);
    expect(onFresh).toContainEqual({ kind: 'leftOut', people: [address('p10@kunde.example'), address('p11@kunde.example')] });
    expect(joined(receive(aTicket({ people: [customer(), ...full] }), anArrival({ named, invitable }), nothingAnswered, now).changes)).toHaveLength(0);
  });

  test('brings nobody until it is known whom the day has room for; then those, and agents see who was left out (SJ20)', () => {
    const named = [aKnownPerson('it@kunde.example'), aKnownPerson('chef@kunde.example'), aKnownPerson('bert@dtnet.de', { role: 'agent' })];
    const [it, chef] = [address('it@kunde.example'), address('chef@kunde.example')];

    expect(receive(aTicket(), anArrival({ named }), nothingAnswered, now)).toEqual({ outcome: { kind: 'brings', people: [it, chef] }, changes: [], states: [] });
    const { changes } = receive(aTicket(), anArrival({ named, invitable: [chef] }), nothingAnswered, now);
    expect(joined(changes)).toMatchObject([{ address: chef, role: 'cc' }, { address: 'bert@dtnet.de', role: 'agent' }]);
    expect(changes).toContainEqual({ kind: 'leftOut', people: [it] });
  });

  test('of an agent brings along without a limit of the day (SJ20)', () => {
    const anna = agent();
    const arrival = anArrival({ sender: annaTheAgent(), key: { number: 427637, pid: anna.pid, secret: anna.secret }, named: [aKnownPerson('it@kunde.example')] });

    expect(joined(receive(aTicket({ people: [customer(), anna] }), arrival, nothingAnswered, now).changes)).toHaveLength(1);
  });

  test('of an agent with the own key answers like one in the portal (A07, L02)', () => {
    const anna = agent();
    const arrival = anArrival({ sender: annaTheAgent(), key: { number: 427637, pid: anna.pid, secret: anna.secret } });

    const { changes } = receive(aTicket({ status: 'new', startedAt: null, people: [customer(), anna] }), arrival, nothingAnswered, now);

    expect(changes).toContainEqual({ kind: 'fieldChanged', field: 'status', from: 'new', to: 'open' });
    expect(changes).toContainEqual({ kind: 'fieldChanged', field: 'startedAt', from: null, to: now });
  });

  test('whose key proves a requester vouches for those they had named (A08)', () => {
    const max = { ...customer(), state: 'proposed' as const };
    const boss = aParticipant('boss@kunde.example', { state: 'proposed' });
    const arrival = anArrival({ key: { number: 427637, pid: max.pid, secret: max.secret } });

    const { changes } = receive(aTicket({ people: [max, boss] }), arrival, nothingAnswered, now);

    expect(changes.slice(0, 2)).toEqual([{ kind: 'proven', address: max.address }, { kind: 'accepted', address: boss.address }]);
  });
});

describe('machine mail', () => {
  test('is noted and changes nothing, not even a waiting ticket (A11)', () => {
    const arrival = anArrival({ article: aNewArticle({ automatic: 'machine' }), named: [aKnownPerson('it@kunde.example')] });

    const received = receive(aTicket({ status: 'waiting' }), arrival, nothingAnswered, now);

    expect(received.outcome.kind).toBe('noted');
    expect(received.changes.map((change) => change.kind)).toEqual(['article']);
  });
});

describe('a mail to a closed ticket', () => {
  const closed = aTicket({ status: 'closed', closedAt: now - DAY_MS });

  test('is refused by default, with a letter to its sender, and adds nothing (L06)', () => {
    const received = receive(closed, anArrival(), nothingAnswered, now);

    expect(received.outcome).toEqual({ kind: 'refused', reason: 'closed' });
    expect(received.changes.map((change) => change.kind)).toEqual(['refusedReply']);
  });

  test('becomes a follow-up where the queue says so (L06)', () => {
    expect(receive(closed, anArrival({ queues: [aQueue({ closedReply: 'follow-up' })] }), nothingAnswered, now)).toEqual({ outcome: { kind: 'followUp' }, changes: [], states: [] });
  });

  test('reopens within the queue’s days, not later (L06)', () => {
    const arrival = anArrival({ queues: [aQueue({ closedReply: 'reopen', reopenDays: 2 })] });

    expect(receive(closed, arrival, nothingAnswered, now).changes[0]).toEqual({ kind: 'fieldChanged', field: 'status', from: 'closed', to: 'open' });
    expect(receive(closed, arrival, nothingAnswered, now + 2 * DAY_MS).outcome.kind).toBe('refused');
  });

  test('of a stranger is not told that the ticket is closed (A06)', () => {
    expect(receive(closed, anArrival({ sender: anActor('eve@evil.example') }), nothingAnswered, now)).toEqual({ outcome: { kind: 'stranger' }, changes: [], states: [] });
  });

  test('that was rejected as spam waits at the door', () => {
    expect(receive(aTicket({ status: 'rejected' }), anArrival(), nothingAnswered, now).outcome).toEqual({ kind: 'door', reason: 'ticketRejected' });
  });
});

test('a mail that an agent lets in is filed, and its sender joins (A20)', () => {
  const arrival = anArrival({ sender: anActor('eve@friend.example'), admittedBy: annaTheAgent() });

  const { outcome, changes } = receive(aTicket(), arrival, nothingAnswered, now);

  expect(outcome).toEqual({ kind: 'filed', article: 2 });
  expect(joined(changes)).toEqual([expect.objectContaining({ address: 'eve@friend.example', fromArticle: 2 })]);
});

function joined(changes: Change[]) {
  return changes.flatMap((change) => (change.kind === 'joined' ? [change.person] : []));
}
