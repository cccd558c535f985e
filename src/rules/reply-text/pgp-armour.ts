/** The lines that OpenPGP puts around a text that it signs (RFC 9580 section 7): for programs, not for people. */

const SIGNED = '-----BEGIN PGP SIGNED MESSAGE-----';
const SIGNATURE = '-----BEGIN PGP SIGNATURE-----';
const END = '-----END PGP SIGNATURE-----';

/** Whether a line opens a signed text or its signature. */
export function isArmour(line: string): boolean {
  const said = line.trimEnd();
  return said === SIGNED || said === SIGNATURE;
}

/** The line after the headers of a signed text, or after a signature. `end`: where the next old mail begins, or the text ends. */
export function armourEnd(lines: readonly string[], at: number, end: number): number {
  if ((lines[at] ?? '').trimEnd() === SIGNED) {
    let next = at + 1;
    while (next < end && /^[A-Za-z-]{1,40}: /.test(lines[next] ?? '')) next += 1;
    return next;
  }
  for (let next = at + 1; next < end; next += 1) if ((lines[next] ?? '').trimEnd() === END) return next + 1;
  return end;
}
