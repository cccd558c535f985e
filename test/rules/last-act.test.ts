import { describe, expect, test } from 'vitest';
import { offered, undoable } from '../../src/rules/last-act.ts';
import { textIn } from '../../src/text/text.ts';
import type { Before, Fact } from '../../src/rules/ticket.ts';
import { address, agent, annaTheAgent, aTicket, customer, maxTheCustomer, now } from '../support/builders.ts';

const anna = annaTheAgent();
const ticket = aTicket({ people: [customer(), agent()], version: 9 });
/** The act of these events, the last of which is the ticket's newest. */
const actOf = (...facts: Fact[]) => facts.map((fact, at) => ({ seq: 9 - at, at: now, by: anna, fact }));
const max = maxTheCustomer();
const joining = (who: string, role: 'cc' | 'requester', before: Before | null): Fact => ({ kind: 'joined', person: { address: address(who), name: '', language: 'de', role, state: 'invited', fromArticle: 1 }, via: 'portal', before });
const closing: Fact = { kind: 'fieldChanged', field: 'status', from: 'open', to: 'closed' };
const closedAt: Fact = { kind: 'fieldChanged', field: 'closedAt', from: null, to: now };
const moving: Fact = { kind: 'fieldChanged', field: 'queue', from: 1, to: 2 };

describe('the last act', () => {
  test.each<[string, Fact[], ReturnType<typeof undoable>]>([
    ['that closed the ticket', [closedAt, closing, { kind: 'engaged' }], { kind: 'status', to: 'closed' }],
    ['that closed one that waited for a day (L09)', [{ kind: 'fieldChanged', field: 'waitingUntil', from: now, to: null }, closedAt, closing], { kind: 'status', to: 'closed' }],
    ['that moved it, and released it for that', [moving, { kind: 'fieldChanged', field: 'owner', from: anna.address, to: null }], { kind: 'queue', to: 2 }],
    ['that merged another into it', [{ kind: 'tookOver', number: 7, articles: 2 }], { kind: 'merge', number: 7 }],
    ['that changed when it is due', [{ kind: 'fieldChanged', field: 'dueAt', from: now, to: now + 1 }, { kind: 'engaged' }], { kind: 'due' }],
    ['that only changed until when it waits (L09)', [{ kind: 'fieldChanged', field: 'waitingUntil', from: now, to: now + 1 }], { kind: 'until' }],
    ['that added somebody (P06)', [joining(max.address, 'cc', null)], { kind: 'joined', who: max.address }],
    ['that made somebody requester, and left the one before in Cc (P06)', [joining(max.address, 'requester', null), joining('vorher@kunde.example', 'cc', { role: 'requester', state: 'verified', fromArticle: 1 })], { kind: 'requester', who: max.address }],
    ['that removed somebody (P06)', [{ kind: 'left', address: max.address, role: 'cc', before: { role: 'cc', state: 'verified', fromArticle: 2 } }], { kind: 'left', who: max.address }],
    ['that linked it with another', [{ kind: 'linked', relation: 'blocks', number: 7, subject: 'Anderes' }], { kind: 'linked', relation: 'blocks', number: 7 }],
    ['that gave it labels', [{ kind: 'labelled', label: 'VIP' }], { kind: 'labels' }],
  ])('%s can be taken back (L11)', (_, facts, did) => {
    expect(undoable(ticket, { act: actOf(...facts), told: false }, anna)).toEqual(did);
  });

  test.each<[string, Fact[]]>([
    ['wrote something', [{ kind: 'article', id: 2, articleKind: 'comment' }, closing]],
    ['took something back itself', [{ kind: 'closeUndone', seq: 8 }, closing]],
    ['only brought somebody along', [{ kind: 'engaged' }, { kind: 'joined', person: { ...max, role: 'cc', state: 'invited', fromArticle: 1 }, via: 'mail' }]],
    ['split a text off', [{ kind: 'linked', relation: 'splitInto', number: 7, subject: 'Abgetrennt' }]],
    ['reopened the ticket', [{ kind: 'fieldChanged', field: 'status', from: 'closed', to: 'open' }]],
  ])('that %s cannot', (_, facts) => {
    expect(undoable(ticket, { act: actOf(...facts), told: false }, anna)).toBeNull();
  });

  test('cannot once something happened since, or by whoever does not work on the ticket (L08)', () => {
    const last = { act: actOf(moving), told: false };

    expect(undoable({ ...ticket, version: 10 }, last, anna)).toBeNull();
    expect(undoable(ticket, last, maxTheCustomer())).toBeNull();
    expect(undoable(ticket, { act: [], told: false }, anna)).toBeNull();
  });

  test('that closed the ticket cannot once a letter said so; any other can (L07)', () => {
    expect(undoable(ticket, { act: actOf(closedAt, closing), told: true }, anna)).toBeNull();
    expect(undoable(ticket, { act: actOf(moving), told: true }, anna)).toEqual({ kind: 'queue', to: 2 });
  });

  test('is offered for a quarter of an hour', () => {
    const last = { act: actOf(moving), told: false, waits: true };

    expect(offered(ticket, last, anna, now + 15 * 60_000)).toEqual({ kind: 'queue', to: 2, at: now, waits: true });
    expect(offered(ticket, last, anna, now + 15 * 60_000 + 1)).toBeNull();
  });
});

test('what was done is said in a whole sentence, whatever the status is', () => {
  const { did } = textIn('de').portal.writing;

  expect(did.status('waiting', false)).toBe('Der Vorgang wartet.');
  expect(did.status('closed', true)).toBe('Der Vorgang ist geschlossen. Die Mail dazu wird gleich versandt.');
});
