/** What a mail may cost before it is parsed (M10, SP04): the parser's time and memory grow with lines and parts. */

/** The parser looks at each line; more short ones than this are no text for people. */
export const MOST_SHORT_LINES = 500_000;
const SHORT = 20;
/** Every line that begins with two hyphens can be another part. */
const MOST_DASHED_LINES = 10_000;
/** SP03, SP01. */
export const MOST_PARTS = 200;
export const DEEPEST_NESTING = 30;
/** Of the headers of all parts together. */
export const MOST_HEADER_BYTES = 1024 * 1024;

const LF = 0x0a;
const HYPHEN = 0x2d;

/**
 * Where lines begin with two hyphens: only there can a part end. Null if the mail is so fragmented that it must not be parsed at
 * all. One pass over the bytes.
 */
export function dashedLines(raw: Uint8Array): number[] | null {
  const dashed: number[] = [];
  let short = 0;
  for (let at = 0; at < raw.length; ) {
    const lf = raw.indexOf(LF, at);
    const end = lf < 0 ? raw.length : lf + 1;
    if (end - at < SHORT && ++short > MOST_SHORT_LINES) return null;
    if (raw[at] === HYPHEN && raw[at + 1] === HYPHEN && dashed.push(at) > MOST_DASHED_LINES) return null;
    at = end;
  }
  return dashed;
}
