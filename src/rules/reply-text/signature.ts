/** Where a signature begins: after two dashes, after a rule below a greeting, with *Sent from my …*, or as a name behind a dash. */

import { armourEnd, isArmour } from './pgp-armour.ts';
import { isSentFrom } from './sent-from.ts';
import { isRule } from './separator.ts';

/** A signature after a mark that is not quite `-- ` is at most so long; otherwise it was a rule within the text. */
const LONGEST_AFTER_RULE = 14;
/** So far above a rule the greeting stands. */
const GREETING_ABOVE = 6;
const LONGEST_NAME = 40;

/** What is known about a line's surroundings. `end`: where the next old mail begins, or the text ends. */
export type Place = { lines: readonly string[]; at: number; end: number };

/**
 * The line after the signature that begins at a line, or null if none does. A greeting with a name and an address below it is no signature: people
 * sign their words with it.
 */
export function signatureEnd({ lines, at, end }: Place): number | null {
  const line = lines[at] ?? '';
  if (line === '-- ') return end;
  if (isArmour(line)) return armourEnd(lines, at, end);
  if (stands(lines, at + 1, end) && isSentFrom(line)) return at + 1;
  if (isSignatureMark(line) || isOnlyUnderline(lines, at, end)) return isShort(end - at) ? end : null;
  if (at > 0 && isBlank(lines[at - 1]) && isShort(end - at) && isDisclaimer(line)) return end;
  if (isRule(line) && isShort(end - at) && (isRowOfDots(line) || greetingAbove(lines, at))) return end;
  return isNameBehindDash(line) && isLastWritten(lines, at, end) ? at + 1 : null;
}

/** Of several it is a form's. */
function isOnlyUnderline(lines: readonly string[], at: number, end: number): boolean {
  return isUnderline(lines[at]) && isShort(end - at) && ![...lines.slice(Math.max(0, at - LONGEST_AFTER_RULE), at), ...lines.slice(at + 1, end)].some(isUnderline);
}

function isUnderline(line: string | undefined): boolean {
  return line !== undefined && /^_{2,}\s*$/.test(line);
}

/** Alone: below it stands nothing, a blank line or an old mail. */
function stands(lines: readonly string[], next: number, end: number): boolean {
  return next >= end || isBlank(lines[next]) || isSentFrom(lines[next] ?? '');
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

/** The signature mark of RFC 3676 section 4.3, also with its blank lost or with the marks of bold text. */
function isSignatureMark(line: string): boolean {
  return /^(--|- -|\*{1,2}-- ?\*{0,2}|-- ?\*{1,2})\s*$/.test(line);
}

/** What companies put under their people's mails. */
function isDisclaimer(line: string): boolean {
  return DISCLAIMER.test(line.slice(0, 200).toLowerCase().replace(/^[\s*_>#-]+/, ''));
}

const DISCLAIMER = new RegExp(`^(?:${[
  '(?:confidentiality|legal|privacy|important) (?:notice|note|disclaimer)|disclaimer ?[:*.]|vertraulichkeitshinweis|rechtlicher hinweis|haftungsausschluss',
  "(?:this|the) (?:e-?mail|message|communication|transmission|information (?:contained )?in this (?:e-?mail|message))\\b.{0,120}\\b(?:confidential|privileged|intended (?:only|solely|exclusively))",
  '(?:diese|dieses|der inhalt dieser|die in dieser|die informationen in dieser) (?:e-?mail|nachricht|mail|schreiben)\\b.{0,120}\\b(?:vertrauliche[nr]? (?:und|oder|informationen|inhalte)|ist vertraulich|rechtlich geschützt|ausschließlich für)',
  "(?:ce (?:message|courriel|courrier)|cet e-?mail|les informations contenues dans ce)\\b.{0,120}\\b(?:confidentiel|destinataire)",
  '(?:este (?:mensaje|correo|e-?mail)|esta mensagem|questo messaggio|le informazioni contenute in quest|dit bericht|deze e-?mail|denna e-?post|ta wiadomość)\\b.{0,120}\\b(?:confidencia|riservat|vertrouwelijk|konfidentiell|poufn)',
].join('|')})`);

/** `. . . . . .`: nobody types it. */
function isRowOfDots(line: string): boolean {
  return /^\s*\*{0,2}(\. ){7,}\.?\*{0,2}\s*$/.test(line);
}

function isShort(lines: number): boolean {
  return lines <= LONGEST_AFTER_RULE;
}

function greetingAbove(lines: readonly string[], at: number): boolean {
  return lines.slice(Math.max(0, at - GREETING_ABOVE), at).some((line) => line.length < LONGEST_NAME * 2 && GREETING.test(line.toLowerCase()));
}

/** `-Anna`, `/Anna`: how people sign whose program leaves out signatures. Not an entry of a list: those have a blank behind the dash. */
function isNameBehindDash(line: string): boolean {
  return line.length <= LONGEST_NAME && /^[-/~]\p{Lu}[\p{L}\p{M}.'’]*([ -]\p{Lu}[\p{L}\p{M}.'’]*){0,3}\s*$/u.test(line);
}

/** Nothing below but blank lines or another signature, and no entry of a list above. */
function isLastWritten(lines: readonly string[], at: number, end: number): boolean {
  let next = at + 1;
  while (next < end && isBlank(lines[next])) next += 1;
  const listed = /^\s*[-/~]/.test(lines[at - 1] ?? '');
  const below = lines[next] ?? '';
  return !listed && (next >= end || isSignatureMark(below) || isRule(below) || isUnderline(below) || isSentFrom(below));
}

const GREETING = new RegExp(`(?:^|\\s)(?:${[
  ...['grüße', 'grüßen', 'grüsse', 'grüssen', 'gruß', 'gruss', 'gruesse', 'gruessen', 'mfg', 'hochachtungsvoll', 'regards', 'sincerely', 'cheers', 'best wishes', 'all the best', 'yours', 'many thanks', 'thanks', 'thank you'],
  ...['cordialement', 'salutations', 'bien à vous', 'amicalement', 'saludos', 'atentamente', 'cumprimentos', 'atenciosamente', 'saluti', 'distinti saluti', 'groet', 'groeten', 'hilsen', 'hilsner', 'mvh', 'hälsningar', 'hälsning', 'terveisin', 'ystävällisin', 'pozdrawiam', 'poważaniem', 'pozdravem', 'pozdravom', 'pozdrav'],
  ...['уважением', 'повагою', 'уважение', 'üdvözlettel', 'tisztelettel', 'cu stimă', 'cu respect', 'εκτίμηση', 'χαιρετισμούς', 'saygılarımla', 'iyi çalışmalar', 'בברכה', 'مع تحياتي', 'تحياتي'],
].join('|')})(?:$|[\\s,.!;:-])`, 'u');
