/** Where a report in plain words ends and the mail that came back begins. */

import type { Header } from '../mail.ts';
import { oneOf } from '../one-of.ts';

/** `said`: the report's own lines. `returned`: the header of the mail that came back below or within them; empty if none did. */
export type Split = { said: string[]; returned: Header[] };

/** Only the beginning of a report is read: its own words are short, what follows is somebody's mail. */
const MOST_READ = 60_000;
const MOST_LINES = 400;
const LONGEST_LINE = 500;

/**
 * Splits the text of a report. The mail that came back begins below a line that says so in one of the usual ways, or where a
 * header with a Received or Return-Path begins. A shorter header within the words only tells which mail is meant
 * (PMDF, MailMarshal): its fields are `returned`, and the words go on below it. Linear.
 */
export function splitReturned(text: string): Split {
  const lines = text.slice(0, MOST_READ).split('\n').slice(0, MOST_LINES).map((line) => line.slice(0, LONGEST_LINE));
  const said: string[] = [];
  let returned: Header[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (announcesReturned(line)) return { said, returned: headerBelow(lines.slice(at + 1)) ?? returned };
    const block = blockAt(lines, at);
    if (block === null) {
      said.push(line);
      continue;
    }
    returned = block.fields;
    if (block.fields.some(({ name }) => name === 'received' || name === 'return-path')) return { said, returned };
    at = block.end - 1;
  }
  return { said, returned };
}

const RULED = oneOf([
  String.raw`original (?:message|mail|text)|copy of (?:the|your)|returned (?:message|mail)|unsent message|undelivered message|below this line`,
  String.raw`below the next line|message (?:headers?|text) follows?|headers? of the|message headers?|ursprüngliche|originalnachricht|nachrichtenkopf`,
  String.raw`message d'origine|message original|mensaje original|mensagem original|messaggio originale|oorspronkelijk|oryginaln|元のメッセージ|原始邮件`,
], { before: String.raw`^[\s|>]{0,8}[-=*_#]{2,}[^\n]{0,40}\b`, flags: 'i' });
const SENTENCE = /^\s{0,8}(?:the )?(?:text of the |header of the |headers of the )?(?:(?:original|unsent|returned|undelivered|undeliverable) (?:message|mail|e-mail)|message)(?: (?:headers?|text|body))?(?: as)?(?: (?:follows?|is attached|below)\b[^\n]{0,20}|\s*:\s*)$/i;
const PLAIN = oneOf([
  String.raw`message headers follow|original message headers|kopfzeilen der ursprünglichen nachricht|ursprüngliche (?:nachricht|kopfzeilen)`,
  String.raw`en-têtes (?:du message|des messages) d'origine|encabezados del mensaje original|intestazioni del messaggio originale|message text follows`,
  String.raw`your message (?:reads|was|follows)`,
], { before: String.raw`^\s{0,8}`, after: String.raw`\W{0,40}$`, flags: 'i' });

function announcesReturned(line: string): boolean {
  return RULED.test(line) || SENTENCE.test(line) || PLAIN.test(line);
}

function headerBelow(lines: string[]): Header[] | null {
  const start = lines.findIndex((line) => fieldOf(line) !== null);
  return start < 0 || start > MOST_LINES_BETWEEN ? null : readBlock(lines, start).fields;
}

/** Rules, blank lines and an mbox line may stand between the announcement and the header. */
const MOST_LINES_BETWEEN = 6;

/** A header that begins at this line: after a blank line or a rule, with two of the fields that every mail has. */
function blockAt(lines: string[], at: number): { fields: Header[]; end: number } | null {
  const before = lines[at - 1] ?? '';
  if (/[\p{L}\p{N}]/u.test(before) && !before.trimEnd().endsWith(':')) return null;
  if (fieldOf(lines[at] ?? '') === null) return null;
  const block = readBlock(lines, at);
  const known = new Set(block.fields.map(({ name }) => name).filter((name) => TELLING.has(name)));
  return known.size >= 2 ? block : null;
}

const TELLING = new Set(['received', 'return-path', 'from', 'to', 'subject', 'date', 'message-id', 'mime-version', 'reply-to', 'delivered-to', 'dkim-signature', 'x-received']);

function readBlock(lines: string[], start: number): { fields: Header[]; end: number } {
  const fields: Header[] = [];
  let at = start;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const field = fieldOf(line);
    const last = fields.at(-1);
    if (field !== null) fields.push(field);
    else if (line.trim() !== '' && /^[\s>]/.test(line) && last !== undefined) last.value = `${last.value} ${line.trim()}`.slice(0, LONGEST_VALUE);
    else break;
  }
  return { fields, end: at };
}

const LONGEST_VALUE = 4000;

/** A field, perhaps indented or quoted. Names are as in mails, so that `Reason: …` is none of them by chance only where it stands alone. */
function fieldOf(line: string): Header | null {
  const [, name, value] = /^[\s>|]{0,8}([A-Za-z][A-Za-z-]{1,40})\s?:(?!\/\/)(.*)$/.exec(line) ?? [];
  return name === undefined || value === undefined ? null : { name: name.toLowerCase(), value: value.trim() };
}
