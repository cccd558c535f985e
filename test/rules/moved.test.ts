import { expect, test } from 'vitest';
import { moved } from '../../src/rules/moved.ts';

test.each([
  [2, 'up', [2, 1, 3]],
  [2, 'down', [1, 3, 2]],
  [1, 'up', [1, 2, 3]],
  [3, 'down', [1, 2, 3]],
  [9, 'up', [1, 2, 3]],
] as const)('%i goes %s by one place, and nowhere beyond an end', (one, way, after) => {
  expect(moved<number>([1, 2, 3], one, way)).toEqual(after);
});
