/** What mail programs call charsets, and what the runtime's decoders call them. */

/** Labels that the Encoding Standard does not know, without prefixes and separators. */
const ALIASES = new Map([
  ['iso88598i', 'iso-8859-8'], ['iso88598e', 'iso-8859-8'], ['iso885911', 'windows-874'], ['tis620', 'windows-874'], ['iso885916', 'windows-1250'], ['latin10', 'windows-1250'],
  ['shiftjis', 'shift_jis'], ['windows31j', 'shift_jis'], ['mskanji', 'shift_jis'], ['eucjp', 'euc-jp'], ['ujis', 'euc-jp'], ['iso2022jp', 'iso-2022-jp'],
  ['iso2022jp1', 'iso-2022-jp'], ['iso2022jp2', 'iso-2022-jp'], ['iso2022jp3', 'iso-2022-jp'], ['iso2022jpms', 'iso-2022-jp'], ['junet', 'iso-2022-jp'],
  ['euckr', 'euc-kr'], ['uhc', 'euc-kr'], ['ksc5601', 'euc-kr'], ['euccn', 'gb18030'], ['gb2312', 'gb18030'], ['gb231280', 'gb18030'], ['gb18030', 'gb18030'],
  ['gb180302000', 'gb18030'], ['gbk', 'gb18030'], ['cngb', 'gb18030'], ['big5hkscs', 'big5'], ['cnbig5', 'big5'], ['macintosh', 'macintosh'], ['macroman', 'macintosh'],
  ['ansi', 'windows-1252'], ['isolatin1', 'windows-1252'], ['utf8', 'utf-8'], ['utf8mb4', 'utf-8'], ['utf8mac', 'utf-8'], ['utf7', 'utf-7'], ['unicode11utf7', 'utf-7'],
  ['unicode20utf7', 'utf-7'], ['hz', 'hz-gb-2312'], ['hzgb2312', 'hz-gb-2312'], ['iso2022kr', 'iso-2022-kr'], ['pc8codepage437', 'cp437'], ['pc850multilingual', 'cp850'],
]);
/** Code pages of Windows and IBM, by number, beside 1250 to 1258. */
const PAGES = new Map([
  [437, 'cp437'], [850, 'cp850'], [858, 'cp850'], [866, 'ibm866'], [874, 'windows-874'], [932, 'shift_jis'], [936, 'gb18030'], [949, 'euc-kr'], [950, 'big5'], [1200, 'utf-16le'],
  [1201, 'utf-16be'], [10000, 'macintosh'], [10007, 'x-mac-cyrillic'], [20866, 'koi8-r'], [20932, 'euc-jp'], [20936, 'gb18030'], [20949, 'euc-kr'], [21866, 'koi8-u'],
  [28591, 'windows-1252'], [28592, 'iso-8859-2'], [28593, 'iso-8859-3'], [28594, 'iso-8859-4'], [28595, 'iso-8859-5'], [28596, 'iso-8859-6'], [28597, 'iso-8859-7'],
  [28598, 'iso-8859-8'], [28599, 'windows-1254'], [28603, 'iso-8859-13'], [28605, 'iso-8859-15'], [50220, 'iso-2022-jp'], [50221, 'iso-2022-jp'], [50222, 'iso-2022-jp'],
  [50225, 'iso-2022-kr'], [51932, 'euc-jp'], [51936, 'gb18030'], [51949, 'euc-kr'], [52936, 'hz-gb-2312'], [54936, 'gb18030'], [65000, 'utf-7'], [65001, 'utf-8'],
]);
/** Where a sender means *whatever my machine uses*: what the bytes look like counts more. */
const VAGUE = new Set(['', 'usascii', 'ascii', 'ansix341968', 'iso646us', 'us', '7bit', '8bit', 'unknown', 'unknown8bit', 'userdefined', 'default', 'none', 'binary', 'text',
  'plain', 'autodetect', 'auto']);
const LONGEST = 60;

/**
 * The name of the charset that `label` means, as the runtime or `old-charsets` know it; as it is, in lower case, if nobody knows it; empty for
 * a label that says nothing. Quotes, blanks and what was put behind or before it by mistake do not count.
 */
export function charsetNamed(label: string): string {
  const known = named.get(label);
  if (known !== undefined) return known;
  const name = nameOf(label);
  if (named.size < MOST_NAMED) named.set(label, name);
  return name;
}

/** The labels that mails had so far: nearly all have one of a handful. */
const named = new Map([['', '']]);
const MOST_NAMED = 500;

function nameOf(label: string): string {
  const [bare = ''] = label.slice(0, LONGEST).replace(/["'<>\s\\]/g, '').toLowerCase().replace(/^charset=/, '').split(/[;,]|\/\//, 1);
  const plain = bare.replace(/^(?:x-ms-|x-|cs)/, '').replace(/[^a-z0-9]/g, '');
  if (VAGUE.has(plain)) return '';
  return ALIASES.get(plain) ?? codePage(plain) ?? isoNamed(plain) ?? bare;
}

/** Of a Windows code page; of 0, which means none, the usual one. */
export function charsetOfPage(page: number): string {
  return codePage(`cp${page}`) ?? 'windows-1252';
}

function codePage(plain: string): string | null {
  const digits = /^(?:windows|win|ms|cp|ibm|dos|codepage)0*(\d{3,5})$/.exec(plain)?.[1];
  const page = Number(digits ?? 0);
  return page >= 1250 && page <= 1258 ? `windows-${page}` : (PAGES.get(page) ?? null);
}

/** `iso8859-1:1987` and `iso_8859_1` are one. */
function isoNamed(plain: string): string | null {
  const part = /^iso8859(\d{1,2})(?:(?:19|20)\d\d)?$/.exec(plain)?.[1];
  return part === undefined ? null : `iso-8859-${part}`;
}
