import { describe, expect, test } from 'vitest';
import { deskViews, queryOf } from '../../src/rules/desk-views.ts';
import { orderBehind, readOrder, readPlace, usualOrder, writeOrder, writePlace } from '../../src/rules/list-order.ts';
import { readQuery } from '../../src/rules/ticket-query.ts';
import { textIn } from '../../src/text/text.ts';
import { now } from '../support/builders.ts';

const clock = { at: now, zone: 'Europe/Berlin' };

describe('every view of the desk', () => {
  test.each(deskViews.flatMap((view) => [['de', view], ['en', view]] as const))('in words (%s) is the query that %s is', (language, view) => {
    expect(readQuery(textIn(language).portal.views.queries[view], clock)).toEqual(queryOf(view));
  });
});

describe('the help of the search line', () => {
  test.each((['de', 'en'] as const).flatMap((language) => textIn(language).portal.query.examples.map(([example]) => example)))('has only what is understood: %s', (example) => {
    expect(readQuery(example, clock).misread).toEqual([]);
  });
});

describe('an order', () => {
  test.each(['updated', '-updated', 'due', '-due', 'priority', 'requester', '-until', 'waits', 'spent'])('%s is written as it was read', (typed) => {
    expect(writeOrder(readOrder(typed))).toBe(typed);
  });

  test('that nobody knows is the usual one', () => {
    expect([readOrder(''), readOrder('colour'), readOrder('--due')]).toEqual([usualOrder, usualOrder, usualOrder]);
  });

  test('behind a head is the one that is wanted first, then the other', () => {
    expect(orderBehind('due', usualOrder)).toEqual({ by: 'due', down: false });
    expect(orderBehind('due', { by: 'due', down: false })).toEqual({ by: 'due', down: true });
  });
});

describe('a place', () => {
  test.each([['updated', 1795573061710], ['requester', 'Max ~ Müller'], ['owner', ''], ['until', null], ['waits', -1795573061710], ['waits', null], ['spent', 0]] as const)('in the order %s is read as it was written', (by, value) => {
    expect(readPlace('after', writePlace({ value, number: 42 }), { by, down: true })).toEqual({ side: 'after', value, number: 42 });
  });

  test.each(['', '5', 'x~5', '5~x', '~5', '5~-1', "5~5' or 1=1"])('that is none is the beginning: %s', (typed) => {
    expect(readPlace('after', typed, usualOrder)).toBeNull();
  });
});
