import { describe, expect, test } from 'vitest';
import { receive, type Known } from '../../src/rules/arrival.ts';
import { decide } from '../../src/rules/lifecycle.ts';
import { robotLike, type Recent } from '../../src/rules/robots.ts';
import { annaTheAgent, anArrival, aNewArticle, aTicket, customer, maxTheCustomer, now } from '../support/builders.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const mails = (count: number, everyMs: number): Recent[] => Array.from({ length: count }, (_, place) => ({ at: now - (place + 1) * everyMs, text: `Text ${place}` }));

describe('whoever writes', () => {
  test('more than ten mails in ten minutes is a robot (A16)', () => {
    expect(robotLike('new', mails(10, MINUTE), now)).toBe('tooMany');
    expect(robotLike('new', mails(9, MINUTE), now)).toBe(null);
    expect(robotLike('new', mails(10, 2 * MINUTE), now)).toBe(null);
  });

  test('the same text for the third time in a day is a robot, quotes and blanks left out (A16)', () => {
    const said = ['We got your mail.\n', 'We  got your mail.\n\n> quoted\n'].map((text, place): Recent => ({ at: now - (place + 1) * 3_600_000, text }));

    expect(robotLike('we got your mail.\n\n> something else\n', said, now)).toBe('sameText');
    expect(robotLike('we got your mail.', said.slice(1), now)).toBe(null);
    expect(robotLike('we got your mail.', said.map((mail) => ({ ...mail, at: mail.at - DAY })), now)).toBe(null);
    expect(robotLike('', [{ at: now, text: '' }, { at: now, text: '' }], now)).toBe(null);
  });
});

describe('a robot on a ticket', () => {
  const known = (recent: Recent[]): Known => ({ lettersTo: [], mail: false, kin: false, recent, letters: [], told: null });
  const max = customer();
  const muted = aTicket({ people: [{ ...max, mutedUntil: now + 1 }] });

  test('is muted there for a day; its mail waits at the door and is not passed on (A16)', () => {
    expect(receive(aTicket({ people: [max] }), anArrival(), known(mails(10, 1000)), now)).toEqual({
      outcome: { kind: 'door', reason: 'muted' },
      changes: [{ kind: 'muted', address: max.address, until: now + DAY, why: 'tooMany' }],
      states: [],
    });
  });

  test('stays at the door until the day is over, or an agent ends it (A16)', () => {
    expect(receive(muted, anArrival(), known([]), now).outcome).toEqual({ kind: 'door', reason: 'muted' });
    expect(receive(muted, anArrival(), known([]), now + 1).outcome.kind).toBe('filed');
    expect(decide(muted, { kind: 'unmute', address: max.address }, annaTheAgent(), now)).toEqual({ kind: 'changes', changes: [{ kind: 'unmuted', address: max.address }] });
  });

  test('that was let in again is judged by what it writes from then on (A16)', () => {
    const again = aTicket({ people: [{ ...max, mutedUntil: now - MINUTE }] });

    expect(receive(again, anArrival(), known(mails(20, 2 * MINUTE)), now).outcome.kind).toBe('filed');
    expect(receive(again, anArrival(), known(mails(20, 1000)), now).outcome.kind).toBe('door');
  });

  test('is let in by the agent who decides at the door (A20)', () => {
    expect(receive(muted, anArrival({ admittedBy: annaTheAgent() }), known([]), now).outcome.kind).toBe('filed');
  });

  test('that says it is one is only noted (A11)', () => {
    expect(receive(muted, anArrival({ article: aNewArticle({ automatic: 'machine' }) }), known([]), now).outcome.kind).toBe('noted');
  });

  test('cannot end it itself', () => {
    expect(decide(muted, { kind: 'unmute', address: max.address }, maxTheCustomer(), now)).toEqual({ kind: 'refusal', refusal: 'notAllowed' });
  });
});
