/**
 * Reply keys: what lets a person answer on a ticket (A01). A letter carries its reader's key in Reply-To, as
 * `support+427637-3-abcdefghijklmnop@dtnet.de`, and as an id in References, where a mail program ignores Reply-To. With `-c` after it,
 * the answer is a comment.
 */

import type { ReplyKey } from './mail.ts';
import type { Address } from './ticket.ts';

// Exactly the form we write, nothing near it: a short, long or upper-case secret is no key (SJ05).
const KEY = /^([1-9][0-9]{0,9})-([1-9][0-9]{0,5})-([a-z2-7]{16})(-c)?$/;
const WITHIN_TEXT = /(\+?)\b[1-9][0-9]{0,9}-[1-9][0-9]{0,5}-[a-z2-7]{16}(?:-c)?(?=(?:@|%40|&#64;))/g;
const REFERENCE = /^<([^<>@\s]{1,40})@([^<>@\s]{1,255})>$/;

/**
 * The text, or HTML, without reply keys: mail programs write the address that a mail went to above what they quote of it, and the next
 * reader would have somebody else's key. Ours stays an address that works, an id becomes one that is nobody's.
 */
export function withoutReplyKeys(text: string): string {
  return text.replace(WITHIN_TEXT, (_, plus: string) => (plus === '' ? '…' : ''));
}

/** The address that answers go to. */
export function replyAddress(queueAddress: Address, key: ReplyKey): string {
  const at = queueAddress.lastIndexOf('@');
  return `${queueAddress.slice(0, at)}+${written(key)}${queueAddress.slice(at)}`;
}

/** The id in References. */
export function replyReference(queueAddress: Address, key: ReplyKey): string {
  return `<${written(key)}@${domain(queueAddress)}>`;
}

/** The id that begins the References of every letter of a ticket, so that mail programs show one thread (P14). */
export function threadReference(queueAddress: Address, number: number): string {
  return `<ticket-${number}@${domain(queueAddress)}>`;
}

/**
 * The first reply key in the addresses a mail was sent to, else in the Message-IDs it refers to, newest last. null if there is
 * none for one of our queue addresses.
 */
export function findReplyKey(recipients: string[], references: string[], ownAddresses: Address[]): ReplyKey | null {
  for (const recipient of recipients) {
    const key = keyInAddress(recipient, ownAddresses);
    if (key !== null) return key;
  }
  for (const reference of references.toReversed()) {
    const [, local = '', host = ''] = REFERENCE.exec(reference) ?? [];
    const key = ownAddresses.some((address) => domain(address) === host.toLowerCase()) ? read(local) : null;
    if (key !== null) return key;
  }
  return null;
}

/** Whether we made this id for References: it names a ticket or a reply key, and no mail of anybody. */
export function isOurReference(reference: string, ownAddresses: Address[]): boolean {
  const [, local = '', host = ''] = REFERENCE.exec(reference) ?? [];
  const ours = ownAddresses.some((address) => domain(address) === host.toLowerCase());
  return ours && (/^ticket-\d+$/.test(local) || read(local) !== null);
}

/** The queue's address that this recipient stands for, with or without a detail after `+`; null if it is none of ours (P04). */
export function ownAddress(recipient: string, ownAddresses: Address[]): Address | null {
  const [local = '', host = ''] = split(recipient.toLowerCase());
  const plain = `${local.split('+', 1)[0] ?? ''}@${host}`;
  return ownAddresses.find((address) => address === plain || address === `${local}@${host}`) ?? null;
}

function keyInAddress(recipient: string, ownAddresses: Address[]): ReplyKey | null {
  if (ownAddress(recipient, ownAddresses) === null) return null;
  const [local = ''] = split(recipient);
  return read(local.slice(local.indexOf('+') + 1));
}

function read(text: string): ReplyKey | null {
  const [, number, pid, secret, comment] = KEY.exec(text) ?? [];
  if (number === undefined || pid === undefined || secret === undefined) return null;
  const key = { number: Number(number), pid: Number(pid), secret };
  return comment === undefined ? key : { ...key, comment: true };
}

function written({ number, pid, secret, comment }: ReplyKey): string {
  return `${number}-${pid}-${secret}${comment === true ? '-c' : ''}`;
}

function domain(address: Address): string {
  return split(address)[1] ?? '';
}

function split(address: string): [string, string] {
  const at = address.lastIndexOf('@');
  return [address.slice(0, Math.max(at, 0)), address.slice(at + 1)];
}
