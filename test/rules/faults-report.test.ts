/** `npm run faults -- --write` puts its figures into docs/faults.md, and touches nothing else there. */

import { expect, test } from 'vitest';
import { withFigures } from '../../scripts/faults/report.ts';
import type { Result } from '../../scripts/faults/row.ts';

const result: Result = { name: 'kill -9 at random', mails: 1000, letters: 1572, unread: 2, possiblyTwice: 3, findings: [], kills: 50, tries: 5029, refused: 4, seconds: 841, state: '/tmp/desk', remarks: ['Late by 1.02.'] };
const run = { seed: 7, atOnce: 3, seconds: 1180, results: [result, { ...result, name: 'D1 gone', findings: [{ kind: 'lost', what: 'a mail' }], remarks: [] }] } satisfies Parameters<typeof withFigures>[1];
const document = '# Faults\n\n## Figures\n\nOld ones.\n\n| old | 1 |\n\n## What the columns mean\n\nWords.\n';

test('figures of a run take the place of those before', () => {
  const written = withFigures(document, run);

  expect(written).toContain('| kill -9 at random | 1000 | 5029 | 50 | 4 | 1572 | 0 | 0 | 0 | 0 | 0 | 2 | 3 | 841 |');
  expect(written).toContain('| D1 gone | 1000 | 5029 | 50 | 4 | 1572 | 1 | 0 | 0 | 0 | 0 | 2 | 3 | 841 |');
  expect(written).toContain('In all 2,000 mails brought (10,058 deliveries again), 100 kills, 3,144 letters: **lost 1, twice 0, out of order 0**');
  expect(written).toContain('Late by 1.02.');
  expect(written).not.toContain('Old ones.');
  expect([written.startsWith('# Faults\n\n## Figures\n\nWritten by'), written.endsWith('\n\n## What the columns mean\n\nWords.\n')]).toEqual([true, true]);
});

test('and again in the place of those, so that a second run changes nothing but figures', () => {
  expect(withFigures(withFigures(document, run), run)).toBe(withFigures(document, run));
});

test('a document without a place for them is left alone', () => {
  expect(() => withFigures('# Faults\n', run)).toThrow('## Figures');
});
