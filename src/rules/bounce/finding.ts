/** What a report says about one address, before anybody judges it. */

import { parseAddress } from '../address.ts';
import type { Address } from '../ticket.ts';

export type Finding = {
  address: Address;
  /** Others that the report gives for the same person: where the mail was sent first (RFC 3464 §2.3.1). */
  also: Address[];
  /** `failed`, `delayed`, `delivered`, `relayed`, `expanded`, or what else it says; empty if nothing. Lower case. */
  action: string;
  /** RFC 3463; empty if none is given. */
  status: string;
  /** The server's own words about this address. */
  words: string;
};

/** RFC 3463 §2. */
const STATUS = /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])/;
/** RFC 5321 §4.2, where a server's answer begins with it. */
const REPLY = /(?:^|[\s>"'(:=[#-])([45][0-5]\d)(?=[\s"'),.;\]-]|$)/;

/** The first enhanced status code in the texts that says more than *failed*, else the first one; empty if there is none. */
export function statusIn(...texts: string[]): string {
  const found = texts.map((text) => STATUS.exec(text)?.[0] ?? '').filter((status) => status !== '');
  return found.find((status) => !/^\d\.[05]\.0$/.test(status)) ?? found[0] ?? '';
}

/** The first reply code of a refusal in a text; empty if there is none. */
export function replyCodeIn(text: string): string {
  return REPLY.exec(text)?.[1] ?? '';
}

/** An address as reports write it: in brackets or quotes, with `rfc822;` or `mailto:` in front, its local part perhaps quoted. */
export function addressIn(text: string): Address | null {
  const bare = text.replace(/^[^;]{0,20};/, '').replace(/\bmailto:/i, '').trim().replace(/^[<("'[]+|[>)"'\].,;:]+$/g, '');
  return parseAddress(bare.replace(/^"?([^"@]+)"?@/, '$1@'));
}
