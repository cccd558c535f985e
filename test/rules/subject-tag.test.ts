import { describe, expect, test } from 'vitest';
import { tagsIn, withoutTags, withTag } from '../../src/rules/subject-tag.ts';
import { growthOf } from '../support/growth.ts';

const ours = ['dtnet.de'];

describe('a subject names ticket 427637', () => {
  test.each([
    '[dtnet.de #427637] Drucker',
    'AW: Re: [EXTERN] [dtnet.de #427637] Drucker',
    'Drucker kaputt [dtnet.de #427637]',
    'WG: Drucker [DTNET.DE #427637] kaputt',
    '[dtnet.de   #427637]',
    '[dtnet.de\u00a0#427637]',
    '[dtnet.de\r\n #427637]',
    '[ dtnet.de #427637 ]',
    '[dtnet\u200b.de #4276\u200d37]',
  ])('%j (T02)', (subject) => {
    expect(tagsIn(subject, ours)).toEqual([{ tag: 'dtnet.de', number: 427637 }]);
  });

  test.each([
    '[http://dtnet.de #427637]', '[https://www.dtnet.de #427637]', '[www.dtnet.de #427637]', '[http://dtnet.de/ #427637]',
    '[dtnet.de#427637]', '[dtnet.de # 427637]', '(dtnet.de #427637)', '[dtnet.de #427637)',
  ])('%s (T03)', (subject) => {
    expect(tagsIn(subject, ours)).toEqual([{ tag: 'dtnet.de', number: 427637 }]);
  });

  test('with leading zeros (T05)', () => {
    expect(tagsIn('[dtnet.de #000427637]', ours)).toEqual([{ tag: 'dtnet.de', number: 427637 }]);
  });
});

describe('a subject has no tag of ours', () => {
  test.each([
    '[xdtnet.de #7]', '[dtnetXde #7]', '[other-firm #7]', '#7', 'Order #7', '[#7]', 'dtnet.de #7', '[dtnet.de 7]', '[dtnet.de #7', '[dtnet.de x #7]',
    '[mail.dtnet.de #7]', '[dtnet.de #7x]', '[dtnet.de #-7]', '[dtnet.de #7.5]',
  ])('%s (T04)', (subject) => {
    expect(tagsIn(subject, ours)).toEqual([]);
  });

  test.each(['[dtnet.de #0]', '[dtnet.de #12345678901234567890]', '[dtnet.de #４２]', '[dtnet.de #٤٢]', '[dtnet.de ＃42]'])('%s (T05)', (subject) => {
    expect(tagsIn(subject, ours)).toEqual([]);
  });

  test('when the desk has no tags', () => {
    expect(tagsIn('[dtnet.de #7]', [])).toEqual([]);
  });
});

test('several tags come in order of appearance, the first three only (T07)', () => {
  const found = tagsIn('[b.de #4] [dtnet.de #3] (B.de #2) [dtnet.de #1]', ['dtnet.de', 'b.de']);

  expect(found).toEqual([{ tag: 'b.de', number: 4 }, { tag: 'dtnet.de', number: 3 }, { tag: 'b.de', number: 2 }]);
});

test('a longer tag wins over its beginning (T12)', () => {
  expect(tagsIn('[it-lab #5]', ['it', 'it-lab'])).toEqual([{ tag: 'it-lab', number: 5 }]);
});

test.each([
  ['AW: [dtnet.de #7] Drucker', 'AW: Drucker'],
  ['Drucker [http://dtnet.de#7]', 'Drucker'],
  ['[dtnet.de #7]', ''],
])('the tag of %s is taken off (A06)', (subject, rest) => {
  expect(withoutTags(subject, ours)).toBe(rest);
});

test('the tag of another tracker stays (T15)', () => {
  expect(withoutTags('[dtnet.de #7] [other #79] Drucker', ours)).toBe('[other #79] Drucker');
  expect(withTag('[other #79] Drucker', 'dtnet.de', 7)).toBe('[dtnet.de #7] [other #79] Drucker');
});

test.each(['Drucker', '[dtnet.de #7] Drucker', '[DTNET.de#7] Drucker [dtnet.de #7]', '[dtnet.de #3] Drucker'])('our own tag stands once before %s (T11)', (subject) => {
  expect(withTag(subject, 'dtnet.de', 7)).toBe('[dtnet.de #7] Drucker');
});

test.each(['[', '[dtnet.de', '[ ', '[dtnet.de #', '[dtnet.de #0', '(http://', ' '])('many times %j cost no more than their length (M10)', (piece) => {
  expect(growthOf((times) => tagsIn(piece.repeat(times), ours), 100_000)).toBeLessThan(10);
});
