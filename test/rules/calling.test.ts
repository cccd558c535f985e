import { expect, test } from 'vitest';
import { receive } from '../../src/rules/arrival.ts';
import { decide } from '../../src/rules/lifecycle.ts';
import { lettersFor } from '../../src/rules/letters.ts';
import type { Change, Ticket } from '../../src/rules/ticket.ts';
import { agent, anActor, anArrival, annaTheAgent, aTicket, customer, maxTheCustomer, now } from '../support/builders.ts';

const bert = anActor('bert@dtnet.de', { role: 'agent' });
const seller = anActor('sven@dtnet.de', { role: 'agent', reach: { queues: [2], domains: [] } });
const watchful = [bert, seller, anActor('eva@dtnet.de', { role: 'agent', reach: { queues: [3], domains: [] } })];
const known = { lettersTo: [], mail: false, kin: false, recent: [], letters: [], told: null };

const calls = (changes: Change[]) => changes.filter((change) => change.kind === 'called');
const mailed = (ticket: Ticket) => calls(receive(ticket, anArrival({ watchful }), known, now).changes);
const moved = (ticket: Ticket, by = annaTheAgent()) => {
  const decision = decide(ticket, { kind: 'changeQueue', to: 2, watchful: [...watchful, annaTheAgent()] }, by, now);
  return decision.kind === 'changes' ? calls(decision.changes) : [];
};

test('what a customer writes on a ticket that no agent is on calls those of its queue who want it, by mail and in the portal', () => {
  expect(mailed(aTicket())).toEqual([{ kind: 'called', why: 'written', tell: [bert.address] }]);

  const decision = decide(aTicket(), { kind: 'reply', text: 'Hallo?', attachments: [], channel: 'portal', watchful }, maxTheCustomer(), now);
  expect(decision).toMatchObject({ changes: [{ kind: 'article' }, { kind: 'called', tell: [bert.address] }] });
});

test('nobody is called to a ticket that somebody has, or that an agent is on: they hear of it (P03)', () => {
  expect(mailed(aTicket({ owner: bert.address }))).toEqual([]);
  expect(mailed(aTicket({ people: [customer(), agent()] }))).toEqual([]);
});

test('a ticket that comes from another queue calls those who work there, but not whoever moved it', () => {
  expect(moved(aTicket())).toEqual([{ kind: 'called', why: 'moved', tell: [bert.address, seller.address] }]);
  expect(moved(aTicket({ owner: annaTheAgent().address }))).toEqual([]);
});

test('a call is one letter to each', () => {
  expect(lettersFor(aTicket({ articleCount: 4 }), { kind: 'called', why: 'written', tell: [bert.address] }, maxTheCustomer().address)).toEqual([{ kind: 'called', to: bert.address, article: 4 }]);
});
