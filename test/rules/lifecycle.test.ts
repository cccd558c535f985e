import { describe, expect, test } from 'vitest';
import type { PlainCommand as Command } from '../../src/rules/commands.ts';
import { decide } from '../../src/rules/lifecycle.ts';
import type { Change, Ticket } from '../../src/rules/ticket.ts';
import { agent, aKnownPerson, annaTheAgent, anActor, aParticipant, aTicket, customer, maxTheCustomer, now } from '../support/builders.ts';

const reply: Command = { kind: 'reply', text: 'Bitte neu starten.', attachments: [], channel: 'portal' };
const comment: Command = { kind: 'comment', text: 'Schon wieder der.', attachments: [], channel: 'portal' };

describe('an answer', () => {
  test('of an agent opens and starts a new ticket (L02) and is the last contact (L03)', () => {
    const changes = decided(aTicket({ status: 'new', startedAt: null, engagedAt: null }), reply, annaTheAgent());

    expect(fields(changes)).toEqual({ status: 'open', startedAt: now, lastContactAt: now });
    expect(changes).toContainEqual({ kind: 'engaged' });
  });

  test('of the requester leaves a new ticket new (L02)', () => {
    expect(fields(decided(aTicket({ status: 'new' }), reply, maxTheCustomer()))).toEqual({});
  });

  test('of the requester opens a waiting ticket (L05)', () => {
    expect(fields(decided(aTicket({ status: 'waiting' }), reply, maxTheCustomer()))).toEqual({ status: 'open' });
  });

  test.each(['closed', 'rejected'] as const)('on a %s ticket is refused in the portal too (L06)', (status) => {
    expect(decide(aTicket({ status }), reply, maxTheCustomer(), now)).toEqual({ kind: 'refusal', refusal: 'closed' });
  });

  test('without text and files is refused', () => {
    expect(decide(aTicket(), { ...reply, text: ' \n' }, annaTheAgent(), now)).toEqual({ kind: 'refusal', refusal: 'noText' });
  });

  test('brings the agent onto the ticket, once (P03)', () => {
    expect(decided(aTicket(), reply, annaTheAgent()).filter((change) => change.kind === 'joined')).toHaveLength(1);
    expect(decided(aTicket({ people: [customer(), agent()] }), reply, annaTheAgent()).filter((change) => change.kind === 'joined')).toHaveLength(0);
  });
});

describe('what only agents do', () => {
  const commands: Command[] = [
    comment,
    { kind: 'changeStatus', to: 'closed' },
    { kind: 'changeOwner', to: aKnownPerson('anna@dtnet.de', { role: 'agent' }) },
    { kind: 'changePriority', priority: 90, finalPriority: 90 },
    { kind: 'addWatcher', person: aKnownPerson('eve@evil.example'), role: 'cc' },
  ];

  test.each(commands)('$kind is refused to the requester (S10)', (command) => {
    expect(decide(aTicket(), command, maxTheCustomer(), now)).toEqual({ kind: 'refusal', refusal: 'notAllowed' });
  });

  test('a comment changes no field', () => {
    expect(fields(decided(aTicket({ status: 'new' }), comment, annaTheAgent()))).toEqual({});
  });

  test('closing notes when, reopening forgets it, both are in the history (L07)', () => {
    expect(fields(decided(aTicket(), { kind: 'changeStatus', to: 'closed' }, annaTheAgent()))).toEqual({ status: 'closed', closedAt: now });
    const closed = aTicket({ status: 'closed', closedAt: now - 1 });
    expect(fields(decided(closed, { kind: 'changeStatus', to: 'open' }, annaTheAgent()))).toEqual({ status: 'open', closedAt: null });
    expect(decide(closed, { kind: 'changeStatus', to: 'open' }, maxTheCustomer(), now).kind).toBe('refusal');
  });

  test('what is so already is no event (L11)', () => {
    expect(decided(aTicket(), { kind: 'changeStatus', to: 'open' }, annaTheAgent())).toEqual([]);
    expect(decided(aTicket(), { kind: 'changeOwner', to: null }, annaTheAgent())).toEqual([]);
  });

  test('only staff can own a ticket, and the owner is on it (S14)', () => {
    const bert = aKnownPerson('bert@dtnet.de', { role: 'agent' });
    const changes = decided(aTicket(), { kind: 'changeOwner', to: bert }, annaTheAgent());

    expect(fields(changes)).toEqual({ owner: bert.address });
    expect(changes.find((change) => change.kind === 'joined')).toMatchObject({ person: { address: bert.address, role: 'agent' } });
    expect(decide(aTicket(), { kind: 'changeOwner', to: aKnownPerson('max@kunde.example') }, annaTheAgent(), now)).toEqual({ kind: 'refusal', refusal: 'notStaff' });
  });
});

describe('people on the ticket', () => {
  test('our own address never joins (P04)', () => {
    const command: Command = { kind: 'addWatcher', person: aKnownPerson('support@dtnet.de', { own: true }), role: 'cc' };
    expect(decide(aTicket(), command, annaTheAgent(), now)).toEqual({ kind: 'refusal', refusal: 'ownAddress' });
  });

  test('a new requester takes the old one’s place, who stays in Cc (P06)', () => {
    const changes = decided(aTicket(), { kind: 'addWatcher', person: aKnownPerson('new@kunde.example'), role: 'requester' }, annaTheAgent());

    expect(changes.flatMap((change) => (change.kind === 'joined' ? [[change.person.address, change.person.role]] : []))).toEqual([
      ['max@kunde.example', 'cc'],
      ['new@kunde.example', 'requester'],
    ]);
  });

  test('somebody in Cc may take themselves off, but nobody else (P06)', () => {
    const boss = aParticipant('boss@kunde.example');
    const ticket = aTicket({ people: [customer(), boss] });
    const leave: Command = { kind: 'removeWatcher', address: boss.address, role: 'cc' };

    expect(decided(ticket, leave, anActor('boss@kunde.example'))).toMatchObject([{ kind: 'left', address: boss.address, role: 'cc' }]);
    expect(decide(ticket, leave, maxTheCustomer(), now)).toEqual({ kind: 'refusal', refusal: 'notAllowed' });
  });

  test('a ticket keeps its requester (P06)', () => {
    const command: Command = { kind: 'removeWatcher', address: customer().address, role: 'requester' };
    expect(decide(aTicket(), command, annaTheAgent(), now)).toEqual({ kind: 'refusal', refusal: 'lastRequester' });
  });
});

function decided(ticket: Ticket, command: Command, by: Parameters<typeof decide>[2]): Change[] {
  const decision = decide(ticket, command, by, now);
  if (decision.kind === 'refusal') throw new Error(decision.refusal);
  return decision.changes;
}

function fields(changes: Change[]): Record<string, unknown> {
  return Object.fromEntries(changes.flatMap((change) => (change.kind === 'fieldChanged' ? [[change.field, change.to]] : [])));
}
