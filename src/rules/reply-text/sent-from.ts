/** *Sent from my iPhone*, *Get Outlook for Android* and the like. */

import { devices, sentBeginnings, sentEndings } from './sent-from-words.ts';

/** No program writes a longer line, its own address aside. */
const LONGEST = 140;

/** Whether a readable line is what a telephone or a mail program adds under its owner's text. */
export function isSentFrom(line: string): boolean {
  const words = line.toLowerCase().replace(/[<([]?https?:\/\/[^\s>)\]]{1,300}[>)\]]?/g, '');
  if (words.length > 2 * LONGEST) return false;
  const said = words.replace(/^[\s*_[(<|~-]+|[\s*_\])>|~.!-]+$/g, '');
  if (said.length < 6 || said.length > LONGEST) return false;
  return SURE.some((words) => words.test(said)) || (said.split(' ').length <= 12 && (BEGINS.test(said) || ENDS.test(said)));
}

/**
 * Lines of these forms are nobody's own words. The second is cut in two by the sender's name; the last are scanners that put a line under every
 * mail.
 */
const SURE = [
  /^sent from my [^.,;:!?]{1,40}$/,
  /^(von|vom) meine[mr] .{2,50} (gesendet|verschickt)$/,
  /^(get|download|try|holen sie sich|hol dir|laden sie|obtenez|téléchargez|télécharger|obtener|obtenga|obtén|descarga|scarica|ottieni|obter|obtenha|download de|hent|hämta|hanki|pobierz|získajte|získat|získejte|stáhnout|скачать|загрузить|скачайте|завантажити|töltse le|descărcați|obțineți|λήψη του|κατεβάστε το|dapatkan|tải|下载|下載|取得|获取|skaffa|ladda)[^.]{0,20} outlook\b[^.]{0,25}(ios|android|iphone|ipad)$/,
  /^outlook (für|for|pour|para|per|voor|til|för|dla|pro|для|за|på) (ios|android)\b.{0,40}$/,
  /^(ios|android)[^\s]{0,6}(版|용|用の|için) ?outlook/,
  /^(this (e-?mail|message)|diese (e-?mail|mail|nachricht)|ce (courriel|message|mail)|cet e-?mail|este (correo|mensaje|e-?mail)|questa (e-?mail|mail)|dit bericht|deze e-?mail) .{0,40}(virus|viren|avast|avg\b)/,
  /^(virus-free|virenfrei|garanti sans virus|libre de virus|privo di virus|virusvrij|wolny od wirusów|virusfri|без вирусов|não contém vírus|mentes a vírusoktól|bez virů)[.\s]/,
];

const DEVICE = `(?:${devices.join('|')})`;
/** Little stands before the thing and after it. Scripts without blanks between words have no end of a word. */
const BEGINS = new RegExp(`^(?:${sentBeginnings.join('|')})(?![a-zäöüßéа-я]).{0,50}?${DEVICE}.{0,45}$`, 'u');
const ENDS = new RegExp(`^(?!(?:ich|wir|er|sie|es|habe|bitte|ik|we)\\b).{0,50}?${DEVICE}.{0,40}(?:${sentEndings.join('|')})$`, 'u');
