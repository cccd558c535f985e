/** Other people's text made fit to be shown and wrapped. All of it is linear in the text's length. */

/** Controls but line breaks and tabs, and what turns the direction of the text around it (SH06). */
const UNSHOWN = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** The text with plain line breaks, without control characters, blanks at line ends and long gaps; trimmed. */
export function plainText(text: string): string {
  const lines = text.toWellFormed().replace(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll('\t', '    ').replace(UNSHOWN, '').split('\n');
  return lines.map((line) => line.trimEnd()).join('\n').replace(/\n{4,}/g, '\n\n\n').replace(/^\n+|\n+$/g, '');
}

/** At most `longest` characters of the text, cut between words where there are any. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const part = text.slice(0, longest).toWellFormed();
  const gap = part.slice(-200).search(/\s\S*$/);
  return (gap === -1 ? part : part.slice(0, part.length - Math.min(200, part.length) + gap)).trimEnd();
}

/** RFC 5322 section 2.1.1 allows 998 octets a line; a quote mark and the end of the line need some. */
const MOST_OCTETS = 900;

/**
 * The text with lines of at most `width` characters, broken between words. Words that are longer (web addresses) stay whole
 * up to 900 octets. Lines that begin with a blank or a `>` are kept as they are up to that length: they are code, tables, quotes.
 */
export function wrapped(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width)).flatMap(splitOctets);
}

function wrapLine(line: string, width: number): string[] {
  if (line.length <= width || /^[ >|]/.test(line)) return [line];
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current.trimEnd());
      current = word;
    } else {
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  return [...lines, current];
}

/** A character has at most three octets for each of its UTF-16 units, so most lines need no counting. */
function splitOctets(line: string): string[] {
  if (line.length * 3 <= MOST_OCTETS) return [line];
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > MOST_OCTETS) {
      lines.push(current);
      current = '';
      octets = 0;
    }
    current += character;
    octets += more;
  }
  return [...lines, current];
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
