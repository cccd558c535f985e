/** HTML that is safe by its type: whatever is put into it as a string is escaped. */

export type Markup = { readonly markup: string };

/** A piece of HTML. Strings put into it are escaped for text and for attributes in double quotes; pieces stay as they are. */
export function html(pieces: TemplateStringsArray, ...values: (string | number | Markup | Markup[])[]): Markup {
  const filled = values.map((value, at) => asMarkup(value) + (pieces[at + 1] ?? ''));
  return { markup: (pieces[0] ?? '') + filled.join('') };
}

/**
 * People's text with its line breaks and blanks as they wrote them, web addresses as links. Without `white-space`, which
 * Outlook's Word engine does not know.
 */
export function textMarkup(text: string, linkStyle: Markup): Markup {
  const parts: Markup[] = [];
  let done = 0;
  for (const found of text.matchAll(/\bhttps?:\/\/[^\s<>"'`\\]{1,2000}/gi)) {
    const address = found[0].replace(found[0].includes('(') ? /[.,;:!?*_]{1,20}$/ : /[.,;:!?*_)\]]{1,20}$/, '');
    if (!URL.canParse(address)) continue;
    parts.push(brokenText(text.slice(done, found.index)), html`<a href="${address}" ${linkStyle}>${address}</a>`);
    done = found.index + address.length;
  }
  return html`${[...parts, brokenText(text.slice(done))]}`;
}

/**
 * The document with lines of at most 998 octets (RFC 5322 section 2.1.1), however the mail is encoded: with line breaks in place of some
 * blanks, and in comments within longer words. An attribute that is longer goes; no program follows such an address.
 */
export function shortLines({ markup }: Markup): string {
  const body = markup.indexOf('<body');
  const broken = markup.slice(body).replace(LONG_ATTRIBUTE, '').replace(LONG_WORD, (found, tag?: string) => tag ?? `${found}<!--\n-->`);
  return (markup.slice(0, body) + broken).replace(/.{80,300} /g, (line) => `${line.slice(0, -1)}\n`);
}

const LONG_ATTRIBUTE = / [a-z-]+="[^"\s]{900,}"/g;
/** A tag, which stays as it is, or the beginning of a word that goes on: an entity is one of its hundred characters. */
const LONG_WORD = /(<[^>]*>)|(?:&[#\w]{1,10};|[^<&\s]){100}(?=[^<\s])/gu;

function asMarkup(value: string | number | Markup | Markup[]): string {
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return Array.isArray(value) ? value.map(({ markup }) => markup).join('') : value.markup;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function brokenText(text: string): Markup {
  const kept = escaped(text).replace(/^ | (?= )/gm, '&nbsp;').replaceAll('\n', '<br>\n');
  return { markup: kept };
}
