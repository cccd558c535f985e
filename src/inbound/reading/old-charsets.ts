/** Charsets of old mail programs that the Encoding Standard left out on purpose. */

const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** The text of 7-bit bytes if `charset` hides others in ASCII, else null. */
export function decodeSevenBit(bytes: Uint8Array, charset: string): string | null {
  if (charset === 'utf-7') return decodeUtf7(bytes);
  if (charset === 'hz-gb-2312') return decodeHz(bytes);
  return charset === 'iso-2022-kr' ? decodeShifted(bytes) : null;
}

/** The text of `bytes` if `charset` is a code page of DOS, else null. */
export function decodeCodePage(bytes: Uint8Array, charset: string): string | null {
  if (charset === 'cp437') return decodeUpper(bytes, CP437);
  return charset === 'cp850' ? decodeUpper(bytes, CP850) : null;
}

/** RFC 2152: `+` begins UTF-16 in base64 without padding, which ends with the first character that is none of it. */
function decodeUtf7(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes).replace(/\+([A-Za-z0-9+/]*)-?/g, (_, coded: string) => (coded === '' ? '+' : utf16(coded)));
}

function utf16(coded: string): string {
  const whole = coded.length % 4 === 1 ? coded.slice(0, -1) : coded;
  const pairs = Uint8Array.from(atob(whole), (character) => character.charCodeAt(0));
  return new TextDecoder('utf-16be').decode(pairs.subarray(0, pairs.length - (pairs.length % 2)));
}

/** RFC 1843: between `~{` and `~}` two 7-bit bytes are one character of GB 2312. */
function decodeHz(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes).replace(/~\r?\n/g, '');
  return text.replace(/~\{([^~\n]*)(?:~\}|(?=\n)|$)|~~/g, (found, coded: string | undefined) => (coded === undefined ? found.slice(1) : highBits(coded, 'gb18030')));
}

/** RFC 1557: between SO and SI two 7-bit bytes are one character of KS C 5601. */
function decodeShifted(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes).replaceAll('\u001b$)C', '');
  return text.replace(/\u000e([^\u000f\n]*)\u000f?/g, (_, coded: string) => highBits(coded, 'euc-kr'));
}

function highBits(coded: string, label: string): string {
  return new TextDecoder(label).decode(Uint8Array.from(coded, (character) => character.charCodeAt(0) | 0x80));
}

/** Through UTF-16, because a long text put together character by character takes ten times its size. */
function decodeUpper(bytes: Uint8Array, upper: string): string {
  const units = new Uint16Array(bytes.length);
  bytes.forEach((byte, at) => (units[at] = byte < 0x80 ? byte : upper.charCodeAt(byte - 0x80)));
  return new TextDecoder('utf-16le').decode(units);
}
