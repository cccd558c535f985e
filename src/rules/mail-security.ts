/** What a mail says about signatures and encryption. Nobody checks any of it here (M13, SH12). */

export type Security = 'smimeSigned' | 'pgpSigned' | 'smime' | 'pgpEncrypted';

const types = new Map<string, Security>([
  ['application/pkcs7-signature', 'smimeSigned'],
  ['application/x-pkcs7-signature', 'smimeSigned'],
  ['application/pgp-signature', 'pgpSigned'],
  ['application/pkcs7-mime', 'smime'],
  ['application/x-pkcs7-mime', 'smime'],
  ['application/pgp-encrypted', 'pgpEncrypted'],
]);

/** What a file of a mail is there for; null for a file like any other. Some programs send S/MIME without its types. */
export function securityOf({ type, name }: { type: string; name: string }): Security | null {
  const known = types.get(type);
  if (known !== undefined) return known;
  if (type !== 'application/octet-stream') return null;
  return /^smime\.p7s$/i.test(name) ? 'smimeSigned' : /^smime\.p7m$/i.test(name) ? 'smime' : null;
}

/** What a text says that is signed or encrypted within itself (RFC 9580 §6, §7). */
export function securityInText(text: string): Security | null {
  if (/^-----BEGIN PGP MESSAGE-----[ \t]*\r?$/m.test(text)) return 'pgpEncrypted';
  return /^-----BEGIN PGP SIGNED MESSAGE-----[ \t]*\r?$/m.test(text) ? 'pgpSigned' : null;
}
