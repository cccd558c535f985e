import { describe, expect, test } from 'vitest';
import { passwordFault } from '../../src/rules/password.ts';
import { growthOf } from '../support/growth.ts';

const context = ['anna.berg@kunde.example', 'anna.berg', 'kunde.example', 'Vorgang Helpdesk'];

describe('a password is refused', () => {
  test.each<[string, ReturnType<typeof passwordFault>]>([
    ['', 'short'],
    ['elf Zeichen', 'short'],
    ['x'.repeat(200) + ' und mehr '.repeat(6), 'long'],
    ['Password1234', 'common'],
    ['Passwort2026!', 'common'],
    ['passwortpasswort', 'common'],
    ['Sommer-2026-Sommer', 'common'],
    ['Willkommen123', 'common'],
    ['123456789012', 'common'],
    ['aaaaaaaaaaaa', 'common'],
    ['abcabcabcabc', 'common'],
    ['............', 'common'],
    ['abcdefghijkl', 'common'],
    ['qwertzuiopü123', 'common'],
    ['mnbvcxzlkjhgfdsa', 'common'],
    ['1q2w3e4r5t6z', 'common'],
    ['correct horse battery staple', 'common'],
    ['Das ist mein Passwort', 'common'],
    ['anna.berg@kunde.example', 'known'],
    ['Anna-Berg-1987', 'known'],
    ['VorgangHelpdesk', 'known'],
    ['kunde.example1', 'known'],
  ])('%j is %s (SW07)', (password, fault) => {
    expect(passwordFault(password, context)).toBe(fault);
  });

  test.each(['zwölf Gläser', 'ein langes Passwort 2026', 'demo-demo-demo', '            x', 'blau trompete regal', 'ÄÖÜäöüß€¿ñçé', '正确的马电池钉书针一二三四', 'x7#Kq9!mZ2pLw'])(
    '%j is fine: only length counts, and that others do not use it (SW07)',
    (password) => {
      expect(passwordFault(password, context)).toBe(null);
    },
  );

  test('the length is counted after NFC, so that no system makes it longer (SW07)', () => {
    expect(passwordFault('ü'.normalize('NFD').repeat(4) + 'abcd', [])).toBe('short');
  });

  test.each(['passwort', 'pass', 'abc', 'aab', '1', 'qwertz'])('%j again and again costs no more than its length', (part) => {
    const judged = (length: number) => Array.from({ length: 300 }, () => passwordFault(`${part.repeat(256).slice(0, length)}#`, context));

    expect(growthOf(judged, 60)).toBeLessThan(14);
  });
});
