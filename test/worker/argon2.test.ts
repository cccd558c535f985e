import { describe, expect, test } from 'vitest';
import { hash, isOutdated, matches, NOBODYS_HASH } from '../../src/directory/argon2.ts';

const salt = new TextEncoder().encode('sixteen-byte-slt');
const start = '$argon2id$v=19$m=19456,t=2,p=1$c2l4dGVlbi1ieXRlLXNsdA$';

describe('the hash of a password', () => {
  // What OpenSSL makes of the same bytes (node:crypto, argon2Sync).
  test.each([
    ['correct horse battery', 'grZktfz/LO1WXgoFKA6ArQwEgZy2bEN+kD3OIm/5Ars'],
    ['zwölf Gläser Füße', 'Ciwwxk0n9qp+UWPBesYDCcufYrc3LM0lIMAQq6YPZ3M'],
    ['正确的马电池钉书针一二三四', 'xQkBPN29879FsAdxUj9vDivi+uOppSbuR6tkjRhDrq4'],
    ['👩‍💻 und 🐈 im Büro', 'Nq4hWeCZDM4QmPOzqxfNUvw6K1ZvV9La8T6eqZt96vE'],
  ])('%j is Argon2id of all its UTF-8 bytes (SW08)', (password, expected) => {
    expect(hash(password, salt)).toBe(start + expected);
  });

  test('has a salt of its own each time (SW08)', () => {
    expect(hash('zwölf Gläser')).not.toBe(hash('zwölf Gläser'));
  });

  test('takes the same letters in whatever way a system writes them', () => {
    const phc = hash('Müller-Lüdenscheidt'.normalize('NFC'));

    expect(matches(phc, 'Müller-Lüdenscheidt'.normalize('NFD'))).toBe(true);
  });

  test.each(['zwölf Gläser Füße!', 'zwölf Gläser Füß', 'zwölf Gläser Fühe', 'Zwölf Gläser Füße', 'zwölf Gläser Füße\0', ''])('does not take %j', (other) => {
    expect(matches(hash('zwölf Gläser Füße', salt), other)).toBe(false);
  });

  test('of nobody is a real one that nothing matches, and not outdated', () => {
    expect(matches(NOBODYS_HASH, '')).toBe(false);
    expect(isOutdated(NOBODYS_HASH)).toBe(false);
  });

  test.each(['', '$argon2id$', '$argon2id$v=19$m=19456,t=2,p=1$broken', 'plain text', '$2b$10$abcdefghijklmnopqrstuv'])('that is broken (%j) takes no password', (broken) => {
    expect(matches(broken, 'zwölf Gläser')).toBe(false);
  });

  test('made with less work is outdated (SW08)', () => {
    expect(isOutdated('$argon2id$v=19$m=7168,t=5,p=1$c2l4dGVlbi1ieXRlLXNsdA$Zm9v')).toBe(true);
    expect(isOutdated(hash('zwölf Gläser'))).toBe(false);
  });

  test('asks for as much work for nobody as for somebody (SW06)', () => {
    const work = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/;

    expect(NOBODYS_HASH).toMatch(work);
    expect(hash('zwölf Gläser')).toMatch(work);
    expect(matches(NOBODYS_HASH, 'ein anderes Passwort')).toBe(false);
  });
});
