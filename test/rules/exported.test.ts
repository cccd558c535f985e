import { expect, test } from 'vitest';
import { mayReplaceExport } from '../../src/rules/exported.ts';

test.each([
  ['the first export', 0, null, true],
  ['a desk with new tickets', 12, 10, true],
  ['a desk without new tickets', 10, 10, true],
  ['a desk that has lost some', 9, 10, false],
  ['an empty desk', 0, 10, false],
])('%s: whether a new export may take the place of the last', (_, highest, exported, may) => {
  expect(mayReplaceExport(highest, exported)).toBe(may);
});
