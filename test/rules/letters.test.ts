import { describe, expect, test } from 'vitest';
import { lettersFor } from '../../src/rules/letters.ts';
import type { Change, Ticket } from '../../src/rules/ticket.ts';
import { agent, aNewArticle, annaTheAgent, aParticipant, aTicket, customer, maxTheCustomer } from '../support/builders.ts';

const max = maxTheCustomer().address;
const anna = annaTheAgent().address;
const boss = () => aParticipant('boss@kunde.example', { state: 'invited' });
const full = (with_: Partial<Ticket> = {}) => aTicket({ people: [customer(), boss(), agent()], articleCount: 2, ...with_ });
const correspondence: Change = { kind: 'article', article: aNewArticle() };
const comment: Change = { kind: 'article', article: aNewArticle({ kind: 'comment' }) };
const opened: Change = { kind: 'opened', channel: 'mail', acknowledge: true, tell: [anna] };
const closed: Change = { kind: 'fieldChanged', field: 'status', from: 'open', to: 'closed' };

describe('letters', () => {
  test('a new ticket is acknowledged to its requester and told to agents who want it, not to the Cc (P01, A09)', () => {
    expect(to(lettersFor(full({ engagedAt: null }), opened, max))).toEqual({ acknowledgement: [max], 'new-ticket': [anna] });
  });

  test('the request itself is passed on to nobody in Cc before an agent acts (A09)', () => {
    const people = [customer(), boss()];
    expect(lettersFor(aTicket({ people, engagedAt: null }), correspondence, max)).toEqual([]);
  });

  test('a correspondence goes to everybody else on the ticket, never to its writer (P02)', () => {
    expect(to(lettersFor(full(), correspondence, anna))).toEqual({ correspondence: [max, 'boss@kunde.example'] });
    expect(to(lettersFor(full(), correspondence, max))).toEqual({ correspondence: ['boss@kunde.example', anna] });
  });

  test('a comment never reaches the requester or the Cc (P08)', () => {
    const other = aParticipant('bert@dtnet.de', { role: 'agent' });
    const ticket = full({ people: [...full().people, other] });

    expect(to(lettersFor(ticket, comment, anna))).toEqual({ comment: ['bert@dtnet.de'] });
  });

  test('closing is told to requester and Cc (P09)', () => {
    expect(to(lettersFor(full(), closed, anna))).toEqual({ closed: [max, 'boss@kunde.example'] });
  });

  test('rejecting as spam is told to nobody', () => {
    expect(lettersFor(full(), { ...closed, to: 'rejected' }, anna)).toEqual([]);
  });

  test('a ticket given to an agent is told to them, a ticket taken is not (P10)', () => {
    const given: Change = { kind: 'fieldChanged', field: 'owner', from: null, to: anna };

    expect(to(lettersFor(full(), given, null))).toEqual({ 'owner-changed': [anna] });
    expect(lettersFor(full(), given, anna)).toEqual([]);
  });

  test('machine mail causes no letter (A11)', () => {
    expect(lettersFor(full(), { kind: 'article', article: aNewArticle({ automatic: 'machine' }) }, max)).toEqual([]);
  });

  test('a requester whom nobody vouches for hears nothing before an agent answers (A10)', () => {
    const people = [{ ...customer(), state: 'proposed' as const }];

    expect(lettersFor(aTicket({ people, engagedAt: null }), correspondence, anna)).toEqual([]);
    expect(to(lettersFor(aTicket({ people }), correspondence, anna))).toEqual({ correspondence: [max] });
  });

  test('people who left get nothing', () => {
    const people = [customer(), aParticipant('boss@kunde.example', { state: 'removed' })];
    expect(to(lettersFor(aTicket({ people }), correspondence, anna))).toEqual({ correspondence: [max] });
  });
});

function to(letters: ReturnType<typeof lettersFor>): Record<string, string[]> {
  const kinds = Map.groupBy(letters, (letter) => letter.kind);
  return Object.fromEntries([...kinds].map(([kind, list]) => [kind, list.map((letter) => letter.to)]));
}
