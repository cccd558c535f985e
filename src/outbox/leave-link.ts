/** The link by which somebody in Cc leaves a ticket without signing in (SJ24). */

import { sha256 } from '@oslojs/crypto/sha2';
import { encodeHexLowerCase } from '@oslojs/encoding';
import type { ReplyKey } from '../rules/mail.ts';

/** What a link says; `token` is made of its holder's reply key, which it does not tell, and dies with it. */
export type LeaveLink = { number: number; pid: number; token: string };

const LINK = /^([1-9][0-9]{0,9})-([1-9][0-9]{0,5})-([0-9a-f]{64})$/;

/** The headers of RFC 2369 and RFC 8058: mail programs show a button that posts, and nobody leaves by looking at the link. */
export function leaveHeaders(publicUrl: string, key: ReplyKey): Record<string, string> {
  const url = `${publicUrl}/leave/${key.number}-${key.pid}-${leaveToken(key)}`;
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

export function leaveToken({ number, pid, secret }: ReplyKey): string {
  return encodeHexLowerCase(sha256(new TextEncoder().encode(`leave ${number}-${pid}-${secret}`)));
}

/** What the last part of such an address says; null if it is none of ours. */
export function readLeaveLink(text: string): LeaveLink | null {
  const [, number, pid, token] = LINK.exec(text) ?? [];
  return token === undefined ? null : { number: Number(number), pid: Number(pid), token };
}
