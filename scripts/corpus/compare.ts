/** When two texts count as the same (the corpus' own rules). */

/** NFC, one line end, every run of white space one blank, none at the ends. */
export function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

export function isSame(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

export function contains(text: string, part: string): boolean {
  return plain(text).includes(plain(part));
}

/** Whether `wanted` are all in `there`, each as often. */
export function hasAll(there: string[], wanted: string[]): boolean {
  const left = there.map(plain);
  return wanted.every((one) => {
    const at = left.indexOf(plain(one));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

export function isSameSet(one: string[], other: string[]): boolean {
  return one.length === other.length && hasAll(one, other);
}
