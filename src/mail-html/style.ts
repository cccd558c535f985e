/** Style attributes of mails: colours, type and spacing stay; what loads, hides the page around it or leaves its place goes (SH03-SH05). */

const properties = new Set(('background-color border border-bottom border-bottom-color border-bottom-style border-bottom-width border-collapse border-color '
  + 'border-left border-left-color border-left-style border-left-width border-radius border-right border-right-color border-right-style border-right-width '
  + 'border-spacing border-style border-top border-top-color border-top-style border-top-width border-width clear color direction display float font '
  + 'font-family font-size font-style font-variant font-weight height letter-spacing line-height list-style list-style-type margin margin-bottom margin-left '
  + 'margin-right margin-top max-height max-width opacity overflow overflow-wrap padding padding-bottom padding-left padding-right padding-top '
  + 'table-layout text-align text-decoration text-decoration-color text-decoration-line text-indent text-transform vertical-align visibility white-space '
  + 'width word-break word-wrap').split(' '));

/** Properties that take only these values here. */
const values: Record<string, RegExp> = {
  display: /^(block|inline|inline-block|inline-table|list-item|none|table|table-(cell|row|row-group))$/,
  overflow: /^(hidden|visible)$/,
  'white-space': /^(normal|pre-wrap|pre-line)$/,
};

/** Longer than any that a mail program writes. */
const LONGEST = 4000;
const COLOUR_FUNCTION = /\b(?:rgb|hsl)a?\([\d\s.,%/]{1,60}\)/g;
const HEX = /#[\da-f]{3,8}\b/g;

/** The declarations that may stay, `a:b;c:d`; often none. Nothing in it can address, measure or cover anything outside. */
export function cleanStyle(style: string): string {
  return style.slice(0, LONGEST).split(';').map(cleanDeclaration).filter((one) => one !== '').join(';');
}

function cleanDeclaration(declaration: string): string {
  const colon = declaration.indexOf(':');
  const named = declaration.slice(0, colon).trim().toLowerCase();
  const value = declaration.slice(colon + 1).replace(/!\s*important/i, '').trim();
  // Many mails write the plain colour of a background in the short form.
  const property = named === 'background' ? 'background-color' : named;
  if (colon < 0 || !properties.has(property) || !isPlain(value.toLowerCase())) return '';
  if (property === 'background-color' && /\s/.test(value.replace(COLOUR_FUNCTION, ''))) return '';
  const kept = property === 'white-space' && value.toLowerCase() === 'pre' ? 'pre-wrap' : value;
  return values[property]?.test(kept.toLowerCase()) === false ? '' : `${property}:${kept}`;
}

/** Words, measures and colours: no functions, escapes, comments or negative measures, and no quotes that stay open. */
function isPlain(value: string): boolean {
  const rest = value.replace(COLOUR_FUNCTION, 'x').replace(HEX, 'x');
  if (rest === '' || !/^[\p{L}\p{N}\s%.,"'+/_-]+$/u.test(rest)) return false;
  return !/(^|[\s,])-[\d.]/.test(rest) && !/\d{5}/.test(rest) && isClosed(rest, '"') && isClosed(rest, "'");
}

function isClosed(text: string, quote: string): boolean {
  return text.split(quote).length % 2 === 1;
}
