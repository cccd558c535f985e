import { expect, test } from 'vitest';
import { askedRange } from '../../src/portal/tickets/asked-range.ts';

test.each([
  [undefined, { kind: 'whole' }],
  ['bytes=0-', { kind: 'part', offset: 0, length: 100 }],
  ['bytes=10-19', { kind: 'part', offset: 10, length: 10 }],
  ['bytes=90-500', { kind: 'part', offset: 90, length: 10 }],
  ['bytes=-30', { kind: 'part', offset: 70, length: 30 }],
  ['bytes=-500', { kind: 'part', offset: 0, length: 100 }],
  ['bytes=100-', { kind: 'beyond' }],
  ['bytes=-0', { kind: 'beyond' }],
  ['bytes=20-10', { kind: 'whole' }],
  ['bytes=0-1,5-6', { kind: 'whole' }],
  ['bytes=-', { kind: 'whole' }],
  ['lines=1-2', { kind: 'whole' }],
])('of 100 bytes, %s asks for %o (W07)', (header, asked) => {
  expect(askedRange(header, 100)).toEqual(asked);
});
