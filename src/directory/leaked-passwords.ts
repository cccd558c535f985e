/** Whether a password is in a list of those that have leaked anywhere (ASVS 6.2.12), asked of a service without telling it which one. */

import { encodeHexUpperCase } from '@oslojs/encoding';
import { sha1 } from '@oslojs/crypto/sha1';

/** Nobody waits longer for somebody else's service. */
const LONGEST_WAIT_MS = 3000;

/**
 * `list`: the address of a service that speaks the range protocol of Have I Been Pwned, to which five of forty hex digits of the
 * SHA-1 are added; null: nobody is asked. It answers with the rest of all hashes that begin so. A service that cannot be reached
 * keeps nobody from setting a password; that is reported, without a word about the password.
 */
export async function hasLeaked(list: string | null, password: string): Promise<boolean> {
  if (list === null) return false;
  const hash = encodeHexUpperCase(sha1(new TextEncoder().encode(password.normalize('NFC'))));
  try {
    const answer = await fetch(list + hash.slice(0, 5), { headers: { 'Add-Padding': 'true' }, redirect: 'manual', signal: AbortSignal.timeout(LONGEST_WAIT_MS) });
    if (!answer.ok) throw new Error(`It answered ${answer.status}`);
    return isAmong(hash.slice(5), await answer.text());
  } catch (fault) {
    console.warn('The list of leaked passwords could not be asked', { list, fault });
    return false;
  }
}

/** Lines are `REST:COUNT`; with a count of 0 they are padding. */
function isAmong(rest: string, lines: string): boolean {
  return lines.split(/\r?\n/).some((line) => line.toUpperCase().startsWith(`${rest}:`) && !/:0*$/.test(line.trim()));
}
