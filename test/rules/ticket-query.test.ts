import { describe, expect, test } from 'vitest';
import { readQuery, type Condition } from '../../src/rules/ticket-query.ts';
import { now } from '../support/builders.ts';

/** Tue 24 Nov 2026 10:00 in Berlin. */
const clock = { at: now, zone: 'Europe/Berlin' };
const day = 86_400_000;
const midnight = Date.UTC(2026, 10, 23, 23);

const read = (typed: string) => readQuery(typed, clock);

describe('a query', () => {
  test('is filters and words, in any order', () => {
    expect(read('drucker owner:me büro status:open,waiting')).toEqual({
      filters: [
        { not: false, condition: { by: 'owner', who: [{ kind: 'me' }] } },
        { not: false, condition: { by: 'status', among: ['open', 'waiting'] } },
      ],
      words: ['drucker', 'buro'],
      misread: [],
    });
  });

  test.each([
    ['owner:me status:new is:open', 'besitzer:ich status:neu ist:offen'],
    ['owner:nobody requester:müller due:overdue', 'Besitzer:niemand Auftraggeber:müller fällig:überfällig'],
    ['queue:support', 'bereich:support'],
    ['created:today priority:>50 queue:"2nd level" label:x', 'erstellt:heute priorität:>50 warteschlange:"2nd level" etikett:x'],
    ['due:<2d updated:>3w closed:yesterday', 'fällig:<2t aktualisiert:>3wo geschlossen:gestern'],
    ['created:2026-11-05', 'erstellt:5.11.2026'],
  ])('says the same in English and German: %s', (english, german) => {
    expect(read(german)).toEqual(read(english));
    expect(read(english).misread).toEqual([]);
  });

  const conditions: [string, Condition][] = [
    ['due:<2d', { by: 'due', from: null, before: now + 2 * day }],
    ['due:>2d', { by: 'due', from: now + 2 * day, before: null }],
    ['due:36h', { by: 'due', from: null, before: now + 1.5 * day }],
    ['created:<2d', { by: 'created', from: now - 2 * day, before: null }],
    ['created:>2d', { by: 'created', from: null, before: now - 2 * day }],
    ['created:today', { by: 'created', from: midnight, before: midnight + day }],
    ['due:tomorrow', { by: 'due', from: midnight + day, before: midnight + 2 * day }],
    ['closed:>2026-11-24', { by: 'closed', from: midnight + day, before: null }],
    ['closed:<2026-11-24', { by: 'closed', from: null, before: midnight }],
    ['updated:2026-11-24..2026-11-25', { by: 'updated', from: midnight, before: midnight + 2 * day }],
    ['updated:..24.11.2026', { by: 'updated', from: null, before: midnight + day }],
    ['priority:>50', { by: 'priority', from: 51, to: null }],
    ['priority:<=50', { by: 'priority', from: null, to: 50 }],
    ['priority:10..20', { by: 'priority', from: 10, to: 20 }],
    ['owner:anna,nobody', { by: 'owner', who: [{ kind: 'named', typed: 'anna' }, { kind: 'nobody' }] }],
    ['queue:"Zweite Stufe"', { by: 'queue', among: ['zweite stufe'] }],
    ['domain:@Kunde.example', { by: 'domain', among: ['kunde.example'] }],
    ['is:due', { by: 'state', is: 'due' }],
  ];
  test.each(conditions)('reads %s', (typed, condition) => {
    expect(read(typed)).toEqual({ filters: [{ not: false, condition }], words: [], misread: [] });
  });

  test('turns a filter around with a minus', () => {
    expect(read('-owner:me').filters).toEqual([{ not: true, condition: { by: 'owner', who: [{ kind: 'me' }] } }]);
  });

  test.each(['status:purple', 'due:soonish', 'created:2026-02-30', 'priority:high', 'is:open,due', 'owner:', 'status:new,purple'])('says that it cannot read %s', (typed) => {
    expect(read(`${typed} drucker`)).toEqual({ filters: [], words: ['drucker'], misread: [{ typed, why: 'value' }] });
  });

  test('searches for what is no filter, and says so', () => {
    expect(read('colour:red')).toEqual({ filters: [], words: ['colour', 'red'], misread: [{ typed: 'colour:red', why: 'key' }] });
  });

  test.each(['https://kunde.example/x', '10:30', '"owner me"', 'C:\\Temp', ''])('takes %s for words', (typed) => {
    expect(read(typed)).toMatchObject({ filters: [], misread: typed.startsWith('C:') ? [{ why: 'key' }] : [] });
  });

  test('of a thousand filters, the first ones count', () => {
    expect(read('owner:me '.repeat(1000)).filters).toHaveLength(20);
  });
});
