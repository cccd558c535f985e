/** The decision table of the security rules, 2.2, line by line. */

import { describe, expect, test } from 'vitest';
import { loopReason } from '../../src/inbound/loop.ts';
import { decisionOn, table, type Facts } from '../../src/rules/admission.ts';
import { receive } from '../../src/rules/arrival.ts';
import { isAcknowledged } from '../../src/rules/opening.ts';
import { address, anActor, anArrival, aNewArticle, anOpening, aTicket, now } from '../support/builders.ts';

/** A stranger's mail that names the ticket by nothing. */
const nothing: Facts = { machine: false, staff: false, key: 'none', tag: false, answers: false, standing: 'none', verdict: 'pass' };

const note = { kind: 'note' };
const stranger = { kind: 'stranger' };
const proven = { kind: 'admitted', proves: true };
const speaks = { kind: 'admitted', proves: false };
const door = (reason: string) => ({ kind: 'door', reason });

test.each<[number, string, Partial<Facts>, object]>([
  [3, 'a machine’s mail with a key', { machine: true, key: 'own' }, note],
  [3, 'a machine’s mail with somebody else’s key', { machine: true, key: 'others' }, note],
  [3, 'a machine’s mail with the tag, of a person of the ticket, even an agent', { machine: true, tag: true, standing: 'verified', staff: true }, note],
  [3, 'a machine’s mail with the tag, of a stranger', { machine: true, tag: true }, { kind: 'machine' }],
  [3, 'a machine’s mail without anything', { machine: true }, { kind: 'machine' }],

  [4, 'an agent’s with the own key, authenticated', { staff: true, key: 'own', standing: 'verified' }, proven],
  [4, 'an agent’s with the own key, nobody vouching', { staff: true, key: 'own', standing: 'verified', verdict: 'none' }, door('agentWithoutKey')],
  [4, 'an agent’s with the tag, authenticated', { staff: true, tag: true, standing: 'verified' }, door('agentWithoutKey')],
  [4, 'an agent’s that answers a mail on the ticket', { staff: true, answers: true, standing: 'verified' }, door('agentWithoutKey')],
  [4, 'an agent’s with somebody else’s key', { staff: true, key: 'others' }, door('agentWithoutKey')],

  [5, 'the own key, authenticated', { key: 'own', standing: 'verified' }, proven],
  [5, 'the own key, nobody vouching', { key: 'own', standing: 'invited', verdict: 'none' }, proven],
  [5, 'the own key of somebody only proposed', { key: 'own', standing: 'proposed', verdict: 'none' }, proven],

  [6, 'the tag of somebody verified, authenticated', { tag: true, standing: 'verified' }, speaks],
  [6, 'the tag, and somebody else’s key', { tag: true, key: 'others', standing: 'verified' }, speaks],

  [7, 'an answer to a mail on the ticket, of somebody invited, authenticated', { answers: true, standing: 'invited' }, speaks],
  [7, 'the same of somebody proposed', { answers: true, standing: 'proposed' }, speaks],

  [8, 'somebody else’s key, of a stranger', { key: 'others' }, door('otherSender')],
  [8, 'somebody else’s key and the tag, of a stranger whom nobody vouches for', { key: 'others', tag: true, verdict: 'none' }, door('otherSender')],
  [8, 'somebody else’s key, of a person of the ticket', { key: 'others', standing: 'verified' }, door('otherSender')],

  [9, 'the tag of somebody verified, nobody vouching', { tag: true, standing: 'verified', verdict: 'none' }, door('notAuthenticated')],
  [9, 'the tag of somebody verified, failing', { tag: true, standing: 'verified', verdict: 'fail' }, door('notAuthenticated')],
  [9, 'the own key, failing', { key: 'own', standing: 'verified', verdict: 'fail' }, door('notAuthenticated')],
  [9, 'an answer to a mail on the ticket, nobody vouching', { answers: true, standing: 'verified', verdict: 'none' }, door('notAuthenticated')],
  [9, 'the tag of somebody invited, authenticated', { tag: true, standing: 'invited' }, door('notProven')],
  [9, 'the tag of somebody proposed, authenticated', { tag: true, standing: 'proposed' }, door('notProven')],

  [10, 'the tag, of a stranger', { tag: true }, stranger],
  [10, 'an answer to a mail on the ticket, of a stranger', { answers: true }, stranger],
  [10, 'a key that is none, of somebody verified', { standing: 'verified' }, stranger],
])('line %i decides: %s', (row, _, facts, decision) => {
  const mail = { ...nothing, ...facts };

  expect(table.find((line) => line.when(mail))?.row).toBe(row);
  expect(decisionOn(mail)).toEqual(decision);
});

test('the lines stand in the order of the security rules', () => {
  const rows = table.map(({ row }) => row);

  expect(rows).toEqual(rows.toSorted((one, other) => one - other));
  expect(new Set(rows)).toEqual(new Set([3, 4, 5, 6, 7, 8, 9, 10]));
});

/** Every mail there can be. */
const bits = [false, true];
const all = (['none', 'own', 'others'] as const).flatMap((key) =>
  (['verified', 'invited', 'proposed', 'none'] as const).flatMap((standing) =>
    (['pass', 'fail', 'none'] as const).flatMap((verdict) =>
      bits.flatMap((machine) => bits.flatMap((staff) => bits.flatMap((tag) => bits.map((answers): Facts => ({ machine, staff, key, tag, answers, standing, verdict }))))))));
const admitted = all.filter((mail) => decisionOn(mail).kind === 'admitted');

describe('of all mails there can be', () => {
  test('no machine’s is admitted (A11)', () => {
    expect(admitted.filter((mail) => mail.machine)).toEqual([]);
  });

  test('no failing one is admitted (A01)', () => {
    expect(admitted.filter((mail) => mail.verdict === 'fail')).toEqual([]);
  });

  test('no stranger’s without a key of their own is admitted (A06)', () => {
    expect(admitted.filter((mail) => mail.standing === 'none' && mail.key !== 'own')).toEqual([]);
  });

  test('one that nobody vouches for is admitted by its own key alone (A05)', () => {
    expect(admitted.filter((mail) => mail.verdict !== 'pass' && mail.key !== 'own')).toEqual([]);
  });

  test('an agent’s is admitted by the own key and a domain that vouches alone (A07)', () => {
    expect(admitted.filter((mail) => mail.staff && (mail.key !== 'own' || mail.verdict !== 'pass'))).toEqual([]);
  });

  test('the number alone admits nobody who never proved the address (A02)', () => {
    expect(admitted.filter((mail) => mail.key !== 'own' && !mail.answers && mail.standing !== 'verified')).toEqual([]);
  });
});

describe('the lines that are decided elsewhere', () => {
  test('1: our own mail goes to the loop list (A15)', () => {
    const support = address('support@dtnet.de');
    const desk = { ownAddresses: [support], tickets: { referred: [], kin: [], isLetter: false } };

    expect(loopReason({ from: { address: support, name: '' }, headers: [] }, desk)).toBe('ownMail');
  });

  test('11: a closed ticket takes no mail of whom it would admit, and is silent to strangers (S16, A06)', () => {
    const nothingKnown = { lettersTo: [], mail: false, kin: false, recent: [], letters: [], told: null };
    const closed = aTicket({ status: 'closed', closedAt: now });

    expect(receive(closed, anArrival(), nothingKnown, now).outcome).toEqual({ kind: 'refused', reason: 'closed' });
    expect(receive(closed, anArrival({ sender: anActor('eve@evil.example') }), nothingKnown, now)).toEqual({ outcome: stranger, changes: [], states: [] });
  });

  test('12: a new ticket is acknowledged only to a proven person (A10)', () => {
    expect(isAcknowledged(anOpening())).toBe(true);
    expect(isAcknowledged(anOpening({ authenticated: false }))).toBe(false);
    expect(isAcknowledged(anOpening({ article: aNewArticle({ automatic: 'machine' }) }))).toBe(false);
  });
});
