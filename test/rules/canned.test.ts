import { describe, expect, test } from 'vitest';
import { filled, SHORTCUT, type Canned } from '../../src/rules/canned.ts';

const facts = { number: 427637, subject: 'Drucker {{agent}}', customer: 'Max Muster', agent: 'Anna Agentin' };
const canned = (de: string, en = ''): Canned => ({ id: 1, shortcut: 'x', de, en });

describe('a canned answer', () => {
  test.each([
    ['Guten Tag {{kunde}},', 'Guten Tag Max Muster,'],
    ['Hello {{ Customer }}, #{{number}}', 'Hello Max Muster, #427637'],
    ['{{Bearbeiter}} zu „{{betreff}}“ ({{nummer}})', 'Anna Agentin zu „Drucker {{agent}}“ (427637)'],
    ['{{unbekannt}} und {kunde}', '{{unbekannt}} und {kunde}'],
  ])('%s → %s', (text, expected) => {
    expect(filled(canned(text), 'de', facts)).toBe(expected);
  });

  test('leaves out a name that is not known, with the blank before it', () => {
    expect(filled(canned('Guten Tag {{kunde}},'), 'de', { ...facts, customer: '' })).toBe('Guten Tag,');
  });

  test('is in the customer’s language if there is a text in it, else in the other (P15)', () => {
    expect(filled(canned('Deutsch', 'English'), 'en', facts)).toBe('English');
    expect(filled(canned('Deutsch'), 'en', facts)).toBe('Deutsch');
    expect(filled(canned('', 'English'), 'de', facts)).toBe('English');
  });

  test('has a shortcut that ends with a blank', () => {
    expect(['neustart', 'über-2', '2fa'].map((one) => SHORTCUT.test(one))).toEqual([true, true, true]);
    expect(['', 'zwei worte', '-x', 'x'.repeat(41), 'a.b'].map((one) => SHORTCUT.test(one))).toEqual([false, false, false, false, false]);
  });
});
