/** A mail's lines, with their ends. */

export type Lines = Buffer[];

export function linesOf(mail: Buffer): Lines {
  const lines: Lines = [];
  for (let at = 0; at < mail.length; ) {
    const lf = mail.indexOf(0x0a, at);
    const end = lf < 0 ? mail.length : lf + 1;
    lines.push(mail.subarray(at, end));
    at = end;
  }
  return lines;
}

/** The mail with other header lines above the same body. */
export function withHeaders(mail: Buffer, change: (own: Lines) => Lines): Buffer {
  const lines = linesOf(mail);
  const blank = lines.findIndex((line) => line.toString('latin1').trim() === '');
  const end = blank < 0 ? lines.length : blank;
  return Buffer.concat([...change(lines.slice(0, end)), ...lines.slice(end)]);
}
