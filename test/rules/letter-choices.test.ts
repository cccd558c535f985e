import { expect, test } from 'vitest';
import { defaultChoices, eventOf, timeOf } from '../../src/rules/letter-choices.ts';
import { insideLetters, letterKinds } from '../../src/rules/letter-kinds.ts';

const never = { new: 'never', mine: 'never', mentioned: 'never', overdue: 'never' } as const;

test('an agent who chose nothing is written to at once about their own tickets, and about no other one', () => {
  expect(timeOf('correspondence', defaultChoices)).toBe('at-once');
  expect(timeOf('owner-changed', defaultChoices)).toBe('at-once');
  expect(timeOf('new-ticket', defaultChoices)).toBe('never');
});

test('each letter comes when its event was chosen for', () => {
  const choices = { ...never, mine: 'digest' } as const;

  expect(['correspondence', 'comment', 'owner-changed'].map((kind) => timeOf(letterKinds.find((one) => one === kind) ?? 'closed', choices))).toEqual(['digest', 'digest', 'digest']);
  expect(timeOf('new-ticket', choices)).toBe('never');
});

test('nobody can choose against letters about what they did themselves', () => {
  const unasked = letterKinds.filter((kind) => eventOf(kind) === null);

  expect(unasked.map((kind) => timeOf(kind, never))).toEqual(unasked.map(() => 'at-once'));
  expect(unasked.filter((kind) => insideLetters.includes(kind))).toEqual(['held', 'secret-given']);
});
