import { describe, expect, test } from 'vitest';
import { receive, type Known, type Told } from '../../src/rules/arrival.ts';
import type { Command } from '../../src/rules/commands.ts';
import { changes, refusal } from '../../src/rules/decision.ts';
import { lettersFor } from '../../src/rules/letters.ts';
import { unlessPast, unseenBy, type Newer } from '../../src/rules/unseen.ts';
import { address, agent, aNewArticle, anActor, anArrival, annaTheAgent, aParticipant, aTicket, customer, maxTheCustomer, now } from '../support/builders.ts';

const max = customer();
const anna = agent();
const ticket = aTicket({ people: [max, anna], articleCount: 3 });
const fromMax: Newer = { id: 3, kind: 'correspondence', automatic: null, state: 'said', by: { address: max.address } };
const bertsComment: Newer = { ...fromMax, kind: 'comment', by: { address: address('bert@dtnet.de') } };

describe('what somebody has not seen (L08)', () => {
  test.each<[string, Newer, number]>([
    ['is what others wrote', fromMax, 1],
    ['is a comment too, for agents', bertsComment, 1],
    ['is not what they wrote themselves', { ...fromMax, by: { address: anna.address } }, 0],
    ['is no machine’s note (A11)', { ...fromMax, automatic: 'out-of-office' }, 0],
  ])('%s', (_, article, count) => {
    expect(unseenBy(annaTheAgent(), ticket, [article])).toHaveLength(count);
  });

  test('is for an outsider only what they may read (P08)', () => {
    const boss = aParticipant('boss@kunde.example', { fromArticle: 4 });
    expect(unseenBy(maxTheCustomer(), ticket, [bertsComment])).toEqual([]);
    expect(unseenBy(anActor('boss@kunde.example'), aTicket({ people: [max, boss] }), [fromMax])).toEqual([]);
  });
});

describe('an answer in the portal', () => {
  const reply: Command = { kind: 'reply', text: 'Ja.', attachments: [], channel: 'portal', seen: 2 };
  const asked: Parameters<typeof unlessPast>[1] = { command: reply, by: annaTheAgent(), ticket, newer: [fromMax] };

  test('past something unseen is refused, and what was refused anyway for its own reason (L08)', () => {
    expect(unlessPast(changes(), asked)).toEqual(refusal('unseen'));
    expect(unlessPast(refusal('closed'), asked)).toEqual(refusal('closed'));
  });

  test('past nothing, and what is no answer, goes its way (L08)', () => {
    expect(unlessPast(changes(), { ...asked, newer: [] })).toEqual(changes());
    expect(unlessPast(changes(), { ...asked, command: { kind: 'changeStatus', to: 'closed' } })).toEqual(changes());
  });
});

describe('an answer by mail', () => {
  const known = (told: Told | null): Known => ({ lettersTo: [], mail: false, kin: false, recent: [], letters: [], told });
  const key = { number: ticket.number, pid: anna.pid, secret: anna.secret };
  const annas = anArrival({ sender: annaTheAgent(), key, article: aNewArticle({ intake: 'b'.repeat(64) }) });

  test('of an agent to a letter that did not tell the newest waits at the door, and the agent gets a letter (L08)', () => {
    const { outcome, changes: changed } = receive(ticket, annas, known({ seen: 2, newer: [fromMax] }), now);

    expect(outcome).toEqual({ kind: 'door', reason: 'unseen' });
    expect(changed).toEqual([{ kind: 'heldReply', address: anna.address, intake: 'b'.repeat(64), seen: 2 }]);
    expect(changed.flatMap((change) => lettersFor(ticket, change, anna.address))).toEqual([{ kind: 'held', to: anna.address, article: 3 }]);
  });

  test('of an agent who was told everything, and any mail of a customer, is filed (L08)', () => {
    expect(receive(ticket, annas, known({ seen: 3, newer: [] }), now).outcome.kind).toBe('filed');
    const maxs = anArrival({ key: { number: ticket.number, pid: max.pid, secret: max.secret } });
    expect(receive(ticket, maxs, known({ seen: 2, newer: [bertsComment] }), now).outcome.kind).toBe('filed');
  });

  test('is an agent’s answer when an agent lets it in after all (L02, L03)', () => {
    const { changes: changed } = receive(ticket, { ...annas, admittedBy: annaTheAgent() }, known({ seen: 2, newer: [fromMax] }), now);
    expect(changed).toContainEqual({ kind: 'fieldChanged', field: 'lastContactAt', from: null, to: now });
  });
});
