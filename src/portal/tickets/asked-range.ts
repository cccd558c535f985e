/** Which bytes of a file are asked for (RFC 9110 §14): one stretch; several at once are answered with the whole. */

export type AskedRange = { kind: 'whole' } | { kind: 'part'; offset: number; length: number } | { kind: 'beyond' };

/** `size` in bytes. A header that is none of ours to understand asks for the whole. */
export function askedRange(header: string | undefined, size: number): AskedRange {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return { kind: 'whole' };
  const offset = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(size - 1, Number(last));
  if (first !== '' && last !== '' && Number(last) < Number(first)) return { kind: 'whole' };
  return offset >= size || (first === '' && Number(last) === 0) ? { kind: 'beyond' } : { kind: 'part', offset, length: end - offset + 1 };
}
