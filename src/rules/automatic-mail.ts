/** Whether a machine wrote a mail, and what kind of machine (A11-A13, A15). */

import { readsAsAbsence, saysAbsent, subjectOfAbsence } from './automatic-mail/absence-words.ts';
import { declaresItself, saysUndelivered, subjectOfBounce } from './automatic-mail/telling-words.ts';
import { readBounce } from './bounce.ts';
import type { Automatic, Envelope, Header, Mail, Robot } from './mail.ts';

/** What tells a machine. `text` may be long: only its beginning is read. */
export type Telling = Pick<Mail, 'headers' | 'from' | 'fromText' | 'to' | 'subject' | 'text' | 'report'>;

/** What kind of machine, and what gave it away: a header, the sender, the subject, or words. */
export type Sign = { kind: Robot; why: string };

/**
 * What tells that a machine wrote the mail; null if a person did.
 *
 * Headers decide first (RFC 3834, RFC 3464, RFC 2369, RFC 2919 and what programs send instead), then the sender, then the
 * subject, then sentences like *this is an automatic reply*. `Auto-Submitted: no` alone is a person's mail, and
 * X-Auto-Response-Suppress says nothing about who wrote it (SL05). An absence note is one by its words, because ticket
 * systems acknowledge with the same headers.
 */
export function signOfMachine(mail: Telling, envelope: Envelope): Sign | null {
  const report = reportType(mail.headers);
  if (report === 'feedback-report' || isOldComplaint(mail)) return { kind: 'complaint', why: 'feedback report' };
  const undelivered = signOfBounce(mail, report);
  if (undelivered !== null) return { kind: 'bounce', why: undelivered };

  const absent = signOfAbsence(mail);
  const marked = mark(mail.headers) ?? (report === null ? null : `multipart/report of ${report}`) ?? (isFromNobody(mail, envelope) ? 'null sender' : null);
  if (marked !== null) return absent !== null || isVacation(mail.headers) ? { kind: 'out-of-office', why: marked } : { kind: 'machine', why: marked };
  const list = mail.headers.find(isOfList);
  if (list !== undefined) return { kind: 'list', why: written(list) };
  if (absent !== null) return { kind: 'out-of-office', why: absent };
  if (isDaemon(mail)) return { kind: 'machine', why: 'sender' };
  return declaresItself(mail.text) ? { kind: 'machine', why: 'words' } : null;
}

export function automaticKind(mail: Telling, envelope: Envelope): Automatic {
  return signOfMachine(mail, envelope)?.kind ?? 'no';
}

/** The sender asks for no automatic answer (Microsoft's X-Auto-Response-Suppress): no acknowledgement, nothing else changes (A12). */
export function wantsNoAnswer(mail: Pick<Mail, 'headers'>): boolean {
  return values(mail.headers, 'x-auto-response-suppress').some((value) => value !== '' && value !== 'none');
}

/** The `report-type` of a multipart/report (RFC 6522), empty if it does not say; null: it is none. */
function reportType(headers: Header[]): string | null {
  const [type = ''] = values(headers, 'content-type');
  if (!type.startsWith('multipart/report')) return null;
  return /report-type\s*=\s*"?([\w-]+)/.exec(type)?.[1] ?? '';
}

/** Outlook.com's form from before RFC 5965: the mail that a reader complains of, and a subject. */
function isOldComplaint(mail: Telling): boolean {
  return /^complaint about message from [\d.:a-f]+$/i.test(mail.subject) && (mail.report?.returned.length ?? 0) > 0;
}

function signOfBounce(mail: Telling, report: string | null): string | null {
  if (report === 'delivery-status' || report === '') return 'multipart/report';
  if (values(mail.headers, 'x-failed-recipients').length > 0) return 'x-failed-recipients';
  if (report !== null) return null;
  const byDaemon = isDaemon(mail) || values(mail.headers, 'return-path').includes('<>');
  if ((byDaemon || mail.from === null) && subjectOfBounce(mail.subject)) return 'sender and subject';
  if ((byDaemon || mail.from === null) && (mail.report?.status.length ?? 0) > 0) return 'sender and message/delivery-status';
  // Words alone would make a bounce of any mail with a broken sender and an address in it.
  if (!byDaemon) return null;
  const told = saysUndelivered(mail.text) || readBounce(mail).recipients.some(({ reason, kind }) => reason !== 'unknown' || kind === 'delay');
  return told ? 'sender and words' : null;
}

/** A machine's own word for itself; null without one. */
function mark(headers: Header[]): string | null {
  const found = headers.find(isMark);
  return found === undefined ? null : written(found);
}

function isMark({ name, value }: Header): boolean {
  const said = value.trim().toLowerCase();
  if (name === 'auto-submitted') return said !== '' && !/^no\b/.test(said);
  if (name === 'precedence' || name === 'x-precedence') return /^(bulk|junk|auto[_-]reply)\b/.test(said);
  if (MARKING.has(name)) return said !== '' && said !== 'no' && said !== 'false' && said !== '0';
  return name === 'content-type' && said.startsWith('message/disposition-notification');
}

function written({ name, value }: Header): string {
  return `${name}: ${value}`.slice(0, 100);
}

const MARKING = new Set([
  'x-autoreply',
  'x-auto-reply',
  'x-autorespond',
  'x-auto-response',
  'x-autoresponse',
  'x-vacation',
  'x-autoresponder',
  'x-auto-respond',
  'x-autoreply-from',
  'x-mail-autoreply',
  'x-fc-machinegenerated',
  'x-autogenerated',
  'x-ms-exchange-generated-message-source',
]);

/** Answers of a person who is away say so in the comment of RFC 3834 section 5 or in the older headers. */
function isVacation(headers: Header[]): boolean {
  return values(headers, 'auto-submitted').some((value) => value.includes('vacation')) || [...values(headers, 'precedence'), ...values(headers, 'x-precedence')].some((value) => /^auto[_-]reply/.test(value));
}

function signOfAbsence(mail: Telling): string | null {
  const marked = mark(mail.headers) !== null || declaresItself(mail.text);
  if (subjectOfAbsence(mail.subject, marked)) return 'subject';
  const told = marked ? saysAbsent(`${mail.subject}\n${mail.text}`) : IS_REPLY.test(mail.subject) && readsAsAbsence(mail.text);
  return told ? 'words' : null;
}

/** Notes without any header of their own have the subject of the mail that they answer. */
const IS_REPLY = /^\s*(?:re|aw|sv|vs|rv|odp|antw|ris|res|ynt|回复|답장|答复)\s?(?:\[\d+\])?[:：]/i;

/** The null sender (RFC 5321 section 4.5.5): nobody is to be answered. */
function isFromNobody(mail: Telling, envelope: Envelope): boolean {
  const sender = envelope.from.trim();
  return sender === '' || sender === '<>' || values(mail.headers, 'return-path').includes('<>');
}

function isOfList({ name, value }: Header): boolean {
  return /^list-(id|unsubscribe|post|help|subscribe|owner|archive)$/.test(name) || (name === 'precedence' && /^\s*list\b/i.test(value));
}

/** Mail systems write under these names, and often with a broken From. */
function isDaemon(mail: Telling): boolean {
  const sender = mail.from?.address ?? mail.fromText.toLowerCase();
  return /(^|[<\s"(])(mailer-?daemon|post[_-]?master|mail-?daemon|mail[- ]delivery[- ](?:sub)?system)(@|[\s">)]|$)/.test(sender);
}

function values(headers: Header[], name: string): string[] {
  return headers.filter((header) => header.name === name).map((header) => header.value.trim().toLowerCase());
}
