/** Looks within a line: `**strong**`, `*emphasis*`, `_emphasis_`, `` `code` ``, `[words](https://address)`. */

export type Inline =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'strong' | 'emphasis'; parts: Inline[] }
  | { kind: 'link'; url: string; text: string };

/**
 * One of them, first come first served; a bare web address is among them so that no sign in it means anything. A look
 * begins and ends at the edge of a word: `5*3*2`, `*.log`, `snake_case` and `*** note ***` have none. No part is longer than
 * the bounds here, so that no text takes longer than its length.
 */
const FOUND = new RegExp(
  [
    String.raw`(?<code>(?<!\x60)\x60(?=[^\x60\s])[^\x60\n]{0,300}?(?<=\S)\x60(?!\x60))`,
    String.raw`(?<link>\[[^\[\]\n]{1,200}\]\((?:https?:\/\/|mailto:)[^\s()<>"'\\]{1,1000}(?:\([^\s()<>"'\\]{0,200}\)[^\s()<>"'\\]{0,200})?\))`,
    String.raw`(?<bare>\bhttps?:\/\/[^\s<>"'\x60\\]{1,2000})`,
    String.raw`(?<strong>(?<![\p{L}\p{N}*\/\\])\*\*(?=[\p{L}\p{N}("„“‚\x60])[^\n]{0,300}?(?<=[\p{L}\p{N})"“”‘!?.,:;%€\x60])\*\*(?![\p{L}\p{N}*\/]))`,
    String.raw`(?<emphasis>(?<![\p{L}\p{N}*_\/\\.])([*_])(?=[\p{L}\p{N}("„“‚])[^\n*_]{0,300}?(?<=[\p{L}\p{N})"“”‘!?.,:;%€])\6(?![\p{L}\p{N}*_\/.-]))`,
  ].join('|'),
  'gu',
);

/** The text in its looks. */
export function readInline(text: string): Inline[] {
  const parts: Inline[] = [];
  let done = 0;
  for (const found of text.matchAll(FOUND)) {
    const part = partOf(found[0], found.groups ?? {});
    if (part === null) continue;
    if (found.index > done) parts.push({ kind: 'text', text: text.slice(done, found.index) });
    parts.push(part);
    done = found.index + found[0].length;
  }
  return done < text.length ? [...parts, { kind: 'text', text: text.slice(done) }] : parts;
}

function partOf(found: string, { code, link, strong, emphasis }: Partial<Record<string, string>>): Inline | null {
  if (code !== undefined) return { kind: 'code', text: code.slice(1, -1) };
  if (link !== undefined) return linkOf(link);
  if (strong !== undefined) return { kind: 'strong', parts: readInline(found.slice(2, -2)) };
  return emphasis === undefined ? null : { kind: 'emphasis', parts: readInline(found.slice(1, -1)) };
}

/** Words that are an address themselves could lead elsewhere than they say. */
function linkOf(link: string): Inline | null {
  const [, text = '', url = ''] = /^\[([^\]]*)\]\((.*)\)$/.exec(link) ?? [];
  return text.trim() === '' || /:\/\/|^\s*www\./i.test(text) || !URL_OF.test(url) ? null : { kind: 'link', url, text };
}

/** With a host or an address: what only begins like one leads nowhere. */
const URL_OF = /^(?:https?:\/\/[^\s/?#]+\S*|mailto:[^\s@]+@[^\s@]+)$/i;
