import { encodeBase32LowerCaseNoPadding } from '@oslojs/encoding';

const SECRET_BYTES = 10;

/** The secret of a new reply key: 80 random bits, 16 letters of base32. */
export function newSecret(): string {
  return encodeBase32LowerCaseNoPadding(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
}
