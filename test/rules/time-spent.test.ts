import { describe, expect, test } from 'vitest';
import { joined, type SavedDraft } from '../../src/rules/draft.ts';
import { decide } from '../../src/rules/lifecycle.ts';
import { readMinutes, writeMinutes } from '../../src/rules/time-spent.ts';
import { annaTheAgent, aTicket, maxTheCustomer, now } from '../support/builders.ts';

describe('time spent', () => {
  test.each<[string, number]>([
    ['', 0], ['25', 25], ['25 min', 25], ['25m', 25], ['90 Minuten', 90],
    ['1:30', 90], ['0:05', 5], ['1:30 h', 90], ['1 h', 60], ['1,5 h', 90], ['1.25h', 75], ['0,1 Std.', 6], ['2 Stunden', 120],
    ['1h 30', 90], ['1 Std. 30 Min.', 90], ['24:00', 1440],
  ])('%s is %i minutes', (typed, minutes) => {
    expect(readMinutes(typed)).toBe(minutes);
  });

  test.each(['lang', '-5', '1:75', '1.5', '24:01', '2000', '1:30:00', '25 h', '5 Tage', '9'.repeat(500)])('%s is none', (typed) => {
    expect(readMinutes(typed)).toBeNull();
  });

  test.each([0, 5, 59, 60, 61, 1440])('of %i minutes is written as it is read', (minutes) => {
    expect(readMinutes(writeMinutes(minutes))).toBe(minutes);
  });

  test.each(['reply', 'comment'] as const)('is kept with the %s of an agent', (kind) => {
    const decision = decide(aTicket(), { kind, text: 'Erledigt.', attachments: [], channel: 'portal', minutes: 25 }, annaTheAgent(), now);

    expect(decision.kind === 'changes' && decision.changes.find((change) => change.kind === 'article')).toMatchObject({ article: { minutes: 25 } });
  });

  test('is nothing that a customer says', () => {
    const decision = decide(aTicket(), { kind: 'reply', text: 'Danke.', attachments: [], channel: 'portal', minutes: 25 }, maxTheCustomer(), now);

    expect(decision.kind === 'changes' && decision.changes.find((change) => change.kind === 'article')).toMatchObject({ article: { minutes: 0 } });
  });

  test('of a draft stays when an answer is taken back into it', () => {
    const draft: SavedDraft = { form: 'reply', text: 'Eins.', attachments: [], minutes: 25, seen: 1, savedAt: now };
    expect(joined(draft, { ...draft, text: 'Zwei.', minutes: 0 }).minutes).toBe(25);
    expect(joined(draft, { ...draft, text: 'Zwei.', minutes: 40 }).minutes).toBe(40);
  });
});
