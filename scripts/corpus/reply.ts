import type { Reading } from '../read/reading.ts';
import { contains, plain } from './compare.ts';
import type { Verdict } from './checks.ts';
import type { Expected } from './expectations.ts';

/** A reply is right with the signature or without it. */
export function checkReply(expected: Expected, { reply }: Reading): Verdict | null {
  const { replyContains = [], replyNotContains = [], quotedContains = [], signatureContains = [], elidedText, signature } = expected;
  const wholes = [expected.replyText, expected.withSignoffKept_replyText].filter((text) => text !== undefined);
  const starts = [expected.replyStartsWith, expected.withSignoffKept_replyStartsWith].filter((text) => text !== undefined);
  const ends = [expected.replyEndsWith, expected.withSignoffKept_replyEndsWith].filter((text) => text !== undefined);
  const parts = [...replyContains, ...replyNotContains, ...quotedContains, ...signatureContains];
  if (wholes.length + starts.length + ends.length + parts.length === 0 && elidedText === undefined && signature === undefined) return null;

  const shown = [reply.shown, `${reply.shown}\n${reply.signature}`].map(plain);
  const hidden = `${reply.folded}\n${reply.signature}`;
  const anyOf = (wanted: string[], fits: (text: string, part: string) => boolean) => wanted.length === 0 || wanted.some((part) => shown.some((text) => fits(text, plain(part))));
  const right =
    (wholes.length === 0 || wholes.some((whole) => isReply(reply, whole))) &&
    anyOf(starts, (text, start) => text.startsWith(start)) &&
    anyOf(ends, (text, end) => text.endsWith(end)) &&
    replyContains.every((part) => contains(`${reply.shown}\n${reply.signature}`, part)) &&
    !replyNotContains.some((part) => contains(reply.shown, part)) &&
    [...quotedContains, ...signatureContains].every((part) => contains(hidden, part)) &&
    squeezed(hidden).includes(squeezed(elidedText ?? '')) &&
    contains(hidden, signature ?? '');
  return { right, got: reply };
}

/** With all of the signature, none of it, or its beginning: of *-- Anna* and a list's footer below, some take only the second for one. */
function isReply({ shown, signature }: Reading['reply'], whole: string): boolean {
  const [least, most, wanted] = [squeezed(shown), squeezed(`${shown}${signature}`), squeezed(whole)];
  return wanted === least || (least !== '' && wanted.startsWith(least) && most.startsWith(wanted));
}

/** Texts made of HTML differ in where lines end, and in the marks of quotes, bold words and entries. */
function squeezed(text: string): string {
  return plain(text).replace(/[\s>*_-]/g, '');
}
