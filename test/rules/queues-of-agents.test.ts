import { describe, expect, test } from 'vitest';
import { admit } from '../../src/rules/admission.ts';
import { asOn, can, mayRead } from '../../src/rules/access.ts';
import { decide } from '../../src/rules/lifecycle.ts';
import { decideMerge } from '../../src/rules/merge.ts';
import { newTicket } from '../../src/rules/opening.ts';
import { joiners } from '../../src/rules/participants.ts';
import { worksIn, type Reach } from '../../src/rules/reach.ts';
import { agent, aKnownPerson, anActor, anArrival, anOpening, annaTheAgent, aParticipant, aTicket, aNewArticle, aQueue, customer, now } from '../support/builders.ts';

const two: Reach = { queues: [2], domains: [] };
/** Anna, who works in queue 2 alone. Tickets of tests are in queue 1. */
const anna = () => anActor('anna@dtnet.de', { role: 'agent', reach: two });
const nothing = { lettersTo: [], mail: false, kin: false };

describe('whoever works in other queues', () => {
  test.each([
    ['an agent of all queues', { role: 'agent', reach: { queues: null, domains: [] } }, true],
    ['an agent of this one', { role: 'agent', reach: { queues: [2, 1], domains: [] } }, true],
    ['an agent of another', { role: 'agent', reach: two }, false],
    ['an agent of none', { role: 'agent', reach: { queues: [], domains: [] } }, false],
    ['an admin, whatever is written of them', { role: 'admin', reach: two }, true],
    ['a customer', { role: 'requester', reach: { queues: null, domains: [] } }, false],
  ] as const)('%s works in the queue: %j: %s (SW13)', (_, who, works) => {
    expect(worksIn(1, { ...who, reach: { queues: who.reach.queues === null ? null : [...who.reach.queues], domains: [] } })).toBe(works);
  });

  test('may do nothing on a ticket of this one, be they written down as its agent and owner (SW13)', () => {
    const ticket = aTicket({ people: [customer(), agent()], owner: agent().address });

    for (const action of ['see', 'reply', 'comment', 'change', 'source'] as const) expect(can(anna(), action, ticket)).toBe(false);
    expect(can(anna(), 'change', aTicket({ queue: 2 }))).toBe(true);
  });

  test('is its requester like anybody outside: sees it, answers, and reads no comment (P08)', () => {
    const ticket = aTicket({ people: [aParticipant('anna@dtnet.de', { role: 'requester' })] });

    expect((['see', 'reply', 'comment', 'change', 'source'] as const).filter((action) => can(anna(), action, ticket))).toEqual(['see', 'reply']);
    expect(mayRead(ticket, anna(), { id: 1, kind: 'comment', automatic: null, state: 'said' })).toBe(false);
    expect(asOn(ticket, anna()).role).toBe('requester');
  });

  test('answers their own ticket as its requester: it stays new, and nobody engages it (L02)', () => {
    const ticket = aTicket({ status: 'new', startedAt: null, engagedAt: null, people: [aParticipant('anna@dtnet.de', { role: 'requester' })] });

    const decision = decide(ticket, { kind: 'reply', text: 'Und noch etwas.', attachments: [], channel: 'portal' }, anna(), now);

    expect(decision).toMatchObject({ kind: 'changes', changes: [{ kind: 'article' }] });
  });

  test('engages no ticket by opening one (A09)', () => {
    const opening = anOpening({ requester: anna(), article: aNewArticle({ channel: 'portal' }) });

    expect(newTicket(opening, now).engagedAt).toBe(null);
    expect(newTicket({ ...opening, queue: aQueue({ id: 2 }) }, now).engagedAt).toBe(now);
  });

  test('becomes neither owner nor agent of it (SW13)', () => {
    const person = aKnownPerson('bert@dtnet.de', { role: 'agent', reach: two });

    expect(decide(aTicket(), { kind: 'changeOwner', to: person }, annaTheAgent(), now)).toEqual({ kind: 'refusal', refusal: 'notOfQueue' });
    expect(decide(aTicket(), { kind: 'addWatcher', person, role: 'agent' }, annaTheAgent(), now)).toEqual({ kind: 'refusal', refusal: 'notOfQueue' });
    expect(decide(aTicket(), { kind: 'addWatcher', person, role: 'cc' }, annaTheAgent(), now)).toMatchObject({ kind: 'changes' });
  });

  test('joins by a Cc as somebody outside (A08)', () => {
    const [joined] = joiners([aKnownPerson('bert@dtnet.de', { role: 'agent', reach: two })], { people: [], queue: 1, vouched: true, fromArticle: 3 });

    expect(joined).toMatchObject({ role: 'cc', fromArticle: 3 });
  });

  test('merges no ticket of theirs into one of this queue: for them there is none (W05)', () => {
    const theirs = aTicket({ number: 9, queue: 2 });

    expect(decideMerge(theirs, { number: 7, subject: '', queue: 1, status: 'open', mergedInto: null }, anna())).toEqual({ kind: 'refusal', refusal: 'noSuchTicket' });
    expect(decideMerge(theirs, { number: 7, subject: '', queue: 2, status: 'open', mergedInto: null }, anna())).toMatchObject({ kind: 'changes' });
  });
});

describe('a mail of an agent of other queues', () => {
  test('waits at the door, though it has the key that went to them as an agent (SJ07)', () => {
    const there = agent();
    const ticket = aTicket({ people: [customer(), there] });

    const admission = admit(ticket, anArrival({ sender: anna(), key: { number: 427637, pid: there.pid, secret: there.secret } }), nothing);

    expect(admission).toEqual({ kind: 'door', reason: 'notOfQueue' });
  });

  test('is a customer’s mail on a ticket of their own (A01)', () => {
    const there = aParticipant('anna@dtnet.de', { role: 'requester' });

    const admission = admit(aTicket({ people: [there] }), anArrival({ sender: anna(), key: { number: 427637, pid: there.pid, secret: there.secret } }), nothing);

    expect(admission).toMatchObject({ kind: 'admitted', as: there });
  });
});
