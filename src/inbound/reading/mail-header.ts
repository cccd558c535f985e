/** What the header of a mail says, decoded: everything of a Mail but its body. */

import { cleanLine, cleanSubject, LONGEST_SUBJECT } from '../../rules/clean.ts';
import type { Header, Mail } from '../../rules/mail.ts';
import type { Person } from '../../rules/ticket.ts';
import { mailboxes, people } from './address-list.ts';
import { eightBitText } from './charset.ts';
import { decodeWords } from './encoded-words.ts';
import type { RawField } from './header-fields.ts';

/** References of a conversation that went on for years; the newest are the ones that matter. */
const MOST_REFERENCES = 200;

export type MailHeader = Omit<Mail, 'text' | 'html' | 'files' | 'report' | 'invitation' | 'displayed'>;

/**
 * The header's facts. Of a doubled field the first counts, as in the parser. `hint` is the charset of the body: raw 8-bit headers
 * are usually in the same.
 */
export function readHeader(fields: RawField[], hint: string | null): MailHeader {
  const texts = fields.map(({ name, value }) => ({ name, text: eightBitText(value, hint) }));
  const text = (name: string) => texts.find((field) => field.name === name)?.text ?? '';
  const all = (name: string) => texts.filter((field) => field.name === name).map((field) => field.text).join(', ');
  const ids = (name: string) => messageIds(text(name));
  return {
    from: sender(fields, text('from')),
    fromText: cleanLine(decodeWords(text('from')), LONGEST_SUBJECT),
    to: people(all('to')),
    cc: people(all('cc')),
    replyTo: people(all('reply-to')),
    subject: cleanSubject(decodeWords(text('subject'))),
    messageId: ids('message-id')[0] ?? null,
    inReplyTo: ids('in-reply-to'),
    references: ids('references').slice(-MOST_REFERENCES),
    date: instant(text('date')),
    headers: texts.map((field): Header => ({ name: field.name, value: cleanLine(decodeWords(field.text), field.text.length) })),
  };
}

/** The one mailbox of the one From header; null otherwise (A19). */
function sender(fields: RawField[], from: string): Person | null {
  if (fields.filter((field) => field.name === 'from').length !== 1) return null;
  const [only, ...others] = mailboxes(from);
  return only !== undefined && others.length === 0 && !only.group ? only.person : null;
}

/** Everything in angle brackets; ids without them, as some programs write, are separated by blanks. */
function messageIds(value: string): string[] {
  const bracketed = value.match(/<[^<>\s\p{Cc}\p{Cf}]{1,998}>/gu);
  if (bracketed !== null) return [...bracketed];
  return value.trim().split(/\s+/).filter((id) => /^[^<>\s\p{Cc}\p{Cf}]{1,400}@[^<>\s\p{Cc}\p{Cf}]{1,400}$/u.test(id)).map((id) => `<${id}>`);
}

/** A comment behind the date, as RFC 5322 allows, does not hurt; a broken date is none. */
function instant(value: string): number | null {
  const at = Date.parse(value.replace(/\([^()]*\)/g, '').trim());
  return Number.isNaN(at) ? null : at;
}
