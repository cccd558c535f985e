import { describe, expect, test } from 'vitest';
import { securityInText, securityOf } from '../../src/rules/mail-security.ts';
import { foldReply } from '../../src/rules/reply-text.ts';

const signed = '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA1\n\nDer Drucker druckt nicht.\n\n-----BEGIN PGP SIGNATURE-----\nVersion: x\n\niD8DBQ==\n=e4u6\n-----END PGP SIGNATURE-----\n\nNachtrag.\n';

test.each([
  ['application/pkcs7-signature', 'smime.p7s', 'smimeSigned'],
  ['application/octet-stream', 'SMIME.P7S', 'smimeSigned'],
  ['application/octet-stream', 'smime.p7m', 'smime'],
  ['application/pgp-signature', 'signature.asc', 'pgpSigned'],
  ['application/pgp-encrypted', 'attachment-1.bin', 'pgpEncrypted'],
  ['application/octet-stream', 'bericht.pdf', null],
  ['text/plain', 'smime.p7s', null],
])('a file of type %s with the name %s is %s (M13)', (type, name, security) => {
  expect(securityOf({ type, name })).toBe(security);
});

describe('a text signed within itself', () => {
  test('is known as signed, and its armour is folded away (M13, M08)', () => {
    const shown = foldReply(signed).filter((part) => part.shown).map((part) => part.text.trim());

    expect(securityInText(signed)).toBe('pgpSigned');
    expect(shown).toEqual(['Der Drucker druckt nicht.', 'Nachtrag.']);
  });

  test('that is encrypted says so, and one that only speaks of it does not (M13)', () => {
    expect(securityInText('-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----')).toBe('pgpEncrypted');
    expect(securityInText('Was heißt „-----BEGIN PGP MESSAGE-----“?')).toBeNull();
  });
});
