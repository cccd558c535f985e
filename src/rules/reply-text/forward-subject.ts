/** *WG: …*, *Fwd: …* — a subject that says that the mail was forwarded. */

/** Outlook says it nowhere else. A reply to a forwarded mail has the sign of replies in front. */
export function saysForwarded(subject: string): boolean {
  return FORWARDED.test(subject.slice(0, LONGEST).replace(/^(\s*\[[^\]]*\])+/, '').trimStart());
}

const LONGEST = 200;
const FORWARDED = new RegExp(`^(?:${[
  ...['fwd?', 'forward(?:ed)?', 'wg', 'weitergeleitet', 'tr', 'rv', 'enc', 'encaminhad[ao]', 'i', 'inoltra', 'doorst', 'doorgestuurd', 'vs', 'vb', 'vl', 'pd', 'tov', 'továbbítás', 'redirecționat', 'fwd?\\s*\\[\\d+\\]'],
  ...['[iİı]lt', 'πρθ', 'пересл', 'переслано', 'пд', '转发', '转寄', '轉寄', '轉發', '転送', '전달', 'הועבר', 'إعادة توجيه', 'chuyển tiếp', 'teruskan'],
].join('|')})\\s*[:：]`, 'iu');
