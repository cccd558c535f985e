/** What must be true of every mail that was read, however broken it was. */

import type { readThrough } from '../../test/support/read-through.ts';
import { parseAddress } from '../../src/rules/address.ts';
import { LONGEST_FILE_NAME } from '../../src/rules/clean.ts';
import type { Mail, MailFile } from '../../src/rules/mail.ts';
import type { Person } from '../../src/rules/ticket.ts';

type Read = Awaited<ReturnType<typeof readThrough>>;

/** Line breaks, controls, and characters that turn or hide others. */
const UNCLEAN = /[\x00-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]/;
/** A text may be this many times longer than the mail: one byte of some charsets is three characters, and quotes get marks. */
const MOST_GROWTH = 20;

/** What is wrong, in words; empty if nothing is. `size`: of the mail, in bytes. */
export function problemsOf({ mail, parts, shown, candidates }: Read, size: number): string[] {
  const problems = [
    ...headerProblems(mail),
    ...mail.files.flatMap(fileProblems),
    parts.map((part) => part.text).join('') === mail.text ? '' : 'folded and shown are not the text',
    isPlain({ ...mail, files: [] }) ? '' : 'the mail does not survive JSON',
    mail.text.length <= MOST_GROWTH * size + 1000 ? '' : `a text of ${mail.text.length} characters`,
    (shown ?? '').length <= MOST_GROWTH * size + 1000 ? '' : `HTML of ${shown?.length} characters`,
    /<(script|iframe|object|embed|form|base|meta|link)\b|<[^>]*\son\w+=/i.test(shown ?? '') ? 'HTML that runs or loads' : '',
    candidates.every(({ number }) => Number.isSafeInteger(number) && number > 0) ? '' : 'a candidate without a number',
  ];
  return problems.filter((problem) => problem !== '');
}

function headerProblems(mail: Mail): string[] {
  const lines = { subject: mail.subject, fromText: mail.fromText };
  const ids = [...(mail.messageId === null ? [] : [mail.messageId]), ...mail.inReplyTo, ...mail.references];
  const people = [...(mail.from === null ? [] : [mail.from]), ...mail.to, ...mail.cc, ...mail.replyTo];
  return [
    ...Object.entries(lines).map(([name, line]) => (UNCLEAN.test(line) || !line.isWellFormed() ? `${name} is not clean: ${JSON.stringify(line)}` : '')),
    ...mail.headers.map(({ name, value }) => (UNCLEAN.test(name + value) ? `header ${name} is not clean: ${JSON.stringify(value.slice(0, 100))}` : '')),
    ...ids.map((id) => (/^<[^<>\s]{1,998}>$/.test(id) && !UNCLEAN.test(id) ? '' : `no Message-ID: ${JSON.stringify(id)}`)),
    ...people.map((person) => (isPerson(person) ? '' : `no person: ${JSON.stringify(person)}`)),
    mail.date === null || Number.isFinite(mail.date) ? '' : `no date: ${mail.date}`,
    mail.text.isWellFormed() && (mail.html ?? '').isWellFormed() ? '' : 'half a character in the text',
  ];
}

function isPerson({ address, name }: Person): boolean {
  return parseAddress(address) === address && !UNCLEAN.test(name) && name.isWellFormed() && name.length <= 100;
}

function fileProblems({ name, type, contentId }: MailFile): string[] {
  const clean = name !== '' && !UNCLEAN.test(name) && !/[/\\]/.test(name) && name.isWellFormed() && name.length <= LONGEST_FILE_NAME;
  return [
    clean ? '' : `a file's name: ${JSON.stringify(name)}`,
    /^[\w.+-]+\/[\w.+-]+$/.test(type) && type === type.toLowerCase() ? '' : `a file's type: ${JSON.stringify(type)}`,
    contentId === null || !UNCLEAN.test(contentId) ? '' : `a Content-ID: ${JSON.stringify(contentId)}`,
  ];
}

/** As it goes over RPC and into JSON columns: nothing of it gets lost. */
function isPlain(value: unknown): boolean {
  const written = JSON.stringify(value);
  return written === JSON.stringify(JSON.parse(written)) && written === JSON.stringify(structuredClone(value));
}
