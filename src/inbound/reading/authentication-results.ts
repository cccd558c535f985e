/** The Authentication-Results header (RFC 8601 §2.2), read strictly: whatever is not understood proves nothing. */

/** One method's result, all in lower case: `{ method: 'spf', result: 'pass', properties: { 'smtp.mailfrom': 'a@b' } }`. */
export type AuthenticationResult = { method: string; result: string; properties: ReadonlyMap<string, string> };

export type AuthenticationResults = { server: string; results: AuthenticationResult[] };

/** SA03. */
const MOST_RESULTS = 24;
const MOST_CHARACTERS = 8192;

/** The header's value as data, or null if it is not exactly what RFC 8601 allows, or past 24 results or 8 KB. Linear. */
export function parseAuthenticationResults(value: string): AuthenticationResults | null {
  if (value.length > MOST_CHARACTERS) return null;
  const [head, ...rest] = split(withoutComments(value) ?? ';');
  const server = /^([\w.-]+)(?: 1)?$/.exec(head ?? '')?.[1];
  if (server === undefined || rest.length > MOST_RESULTS) return null;

  const results: AuthenticationResult[] = [];
  for (const text of rest) {
    if (text === '' || text === 'none') continue;
    const result = parseResult(text);
    if (result === null) return null;
    results.push(result);
  }
  return { server, results };
}

/** In lower case, comments (they nest, and may hold `;`) as blanks. Null if one never ends, or outside of ASCII. */
function withoutComments(value: string): string | null {
  let text = '';
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < value.length; at++) {
    const character = value.charAt(at);
    if (character < ' ' ? character !== '\t' : character > '~') return null;
    if (character === '\\' && (quoted || depth > 0)) {
      if (quoted) return null;
      at++;
    } else if (character === '"' && depth === 0) {
      quoted = !quoted;
      text += character;
    } else if (character === '(' && !quoted) {
      depth++;
      text += ' ';
    } else if (character === ')' && !quoted) {
      depth--;
      if (depth < 0) return null;
    } else if (depth === 0) {
      text += character;
    }
  }
  return depth === 0 && !quoted ? text.toLowerCase() : null;
}

/** At every `;` that is not in quotes; blanks collapsed and trimmed. */
function split(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at <= text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    if (at < text.length && (quoted || text[at] !== ';')) continue;
    pieces.push(text.slice(start, at).replace(/[ \t]+/g, ' ').replace(/ ?= ?/g, '=').trim());
    start = at + 1;
  }
  return pieces;
}

/** `spf=pass reason="…" smtp.mailfrom=a@b`. A property said twice with different values is no statement at all. */
function parseResult(text: string): AuthenticationResult | null {
  const words = text.match(/[^ "]+="[^"]*"|[^ ]+/g) ?? [];
  const [, method, result] = /^([\w-]+)(?:\/1)?=([\w-]+)$/.exec(words[0] ?? '') ?? [];
  if (method === undefined || result === undefined) return null;

  const properties = new Map<string, string>();
  for (const word of words.slice(1)) {
    const [, name, quoted, bare] = /^([\w-]+(?:\.[\w-]+)?)=(?:"([^"]*)"|([^"]*))$/.exec(word) ?? [];
    const value = quoted ?? bare;
    if (name === undefined || value === undefined || (properties.has(name) && properties.get(name) !== value)) return null;
    properties.set(name, value);
  }
  return { method, result, properties };
}
