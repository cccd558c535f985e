/** What a part of a mail says about signatures and encryption. Nobody checks any of it here (M13). */

export type Security = 'smimeSigned' | 'pgpSigned' | 'smime' | 'pgpEncrypted';

const kinds = new Map<string, Security>([
  ['application/pkcs7-signature', 'smimeSigned'],
  ['application/x-pkcs7-signature', 'smimeSigned'],
  ['application/pgp-signature', 'pgpSigned'],
  ['application/pkcs7-mime', 'smime'],
  ['application/x-pkcs7-mime', 'smime'],
  ['application/pgp-encrypted', 'pgpEncrypted'],
]);

/** Null for a file like any other. */
export function securityOf(type: string): Security | null {
  return kinds.get(type) ?? null;
}
