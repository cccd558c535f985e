import { describe, expect, test } from 'vitest';
import { hash } from '../../src/directory/argon2.ts';
import { hashPassword, isHashOutdated, isPassword } from '../../src/directory/password-hash.ts';

const password = 'zwölf Gläser Füße';

describe('a pepper', () => {
  test('is needed to check what was hashed with it, and does not stand in it (SW08)', () => {
    const kept = hashPassword(password, ['a pepper']);

    expect(kept).toMatch(/^[0-9a-f]{8}:\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(isPassword(kept, password, ['a pepper'])).toBe(true);
    expect(isPassword(kept, password.normalize('NFD'), ['a pepper'])).toBe(true);
    expect(isPassword(kept, 'zwölf Gläser', ['a pepper'])).toBe(false);
    expect(isPassword(kept, password, ['another'])).toBe(false);
    expect(isPassword(kept, password, [])).toBe(false);
  });

  test('can be set, changed and given up without anybody’s password being lost (SW08)', () => {
    const plain = hash(password);
    expect(isPassword(plain, password, ['new'])).toBe(true);
    expect(isHashOutdated(plain, ['new'])).toBe(true);

    const old = hashPassword(password, ['old']);
    expect(isPassword(old, password, ['new', 'old'])).toBe(true);
    expect(isHashOutdated(old, ['new', 'old'])).toBe(true);
    expect(isHashOutdated(hashPassword(password, ['new', 'old']), ['new', 'old'])).toBe(false);
    expect(isHashOutdated(plain, [])).toBe(false);
  });

  test('makes nobody’s password right (SW06)', () => {
    expect(isPassword(null, password, [])).toBe(false);
    expect(isPassword(null, '', ['a pepper'])).toBe(false);
  });
});
