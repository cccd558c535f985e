/** Our letters as others see them: written by nodemailer in place of the platform, read by mailparser and by Python's email. */

import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { domainToASCII } from 'node:url';
import { simpleParser } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { OutgoingMail } from '../../src/outbox/send.ts';

/** What another parser finds in a letter. Line ends are LF; nothing stands at its ends. */
export type SeenElsewhere = {
  subject: string;
  from: { name: string; address: string }[];
  to: string[];
  replyTo: string[];
  headers: Record<string, string>;
  text: string;
  html: string;
  files: { name: string; size: number; contentId: string | null }[];
  /** What the parser complains about. */
  defects: string[];
};

/** The mail on the wire, as a careful builder makes it of what we hand over. */
export async function built({ from, to, replyTo, subject, text, html, headers, enclosures = [] }: OutgoingMail): Promise<Buffer> {
  const attachments = enclosures.map(({ name, type, bytes, contentId }) => ({
    filename: name, contentType: type, content: Buffer.from(bytes), ...(contentId === null ? {} : { cid: contentId }),
  }));
  const mail = { from, to, ...(replyTo === undefined ? {} : { replyTo }), subject, text, html, headers, attachments, newline: 'windows', disableFileAccess: true, disableUrlAccess: true };
  return new MailComposer(mail).compile().build();
}

export async function readByMailparser(raw: Buffer): Promise<SeenElsewhere> {
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true });
  const people = (list: typeof mail.from) => list?.value.map(({ name = '', address = '' }) => ({ name, address: inAscii(address) })) ?? [];
  return {
    subject: mail.subject ?? '',
    from: people(mail.from),
    to: [mail.to ?? []].flat().flatMap((list) => people(list)).map(({ address }) => address),
    replyTo: people(mail.replyTo).map(({ address }) => address),
    headers: Object.fromEntries(mail.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).replace(/\r?\n[ \t]/g, ' ').trim()])),
    text: plain(mail.text ?? ''),
    html: plain(mail.html || ''),
    files: mail.attachments.map(({ filename = '', size, cid }) => ({ name: filename, size, contentId: cid ?? null })),
    defects: [],
  };
}

/** Whether a Python is on this machine. */
export const hasPython = spawnSync('python3', ['--version']).status === 0;

export async function readByPython(mails: Buffer[]): Promise<SeenElsewhere[]> {
  const output = await new Promise<string>((resolve, reject) => {
    const python = execFile('python3', [join(import.meta.dirname, 'read-mail.py')], { maxBuffer: 200_000_000 }, (error, stdout) => (error === null ? resolve(stdout) : reject(error)));
    python.stdin?.end(mails.map((mail) => `${mail.toString('base64')}\n`).join(''));
  });
  const seen: SeenElsewhere[] = JSON.parse(output);
  return seen.map((mail) => ({
    ...mail,
    headers: Object.fromEntries(Object.entries(mail.headers).map(([name, value]) => [name.toLowerCase(), value])),
    text: plain(mail.text),
    html: plain(mail.html),
    files: mail.files.map((file) => ({ ...file, contentId: file.contentId?.replace(/^<|>$/g, '') ?? null })),
  }));
}

/** It shows the domain as people write it. */
function inAscii(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  return address.slice(0, at) + domainToASCII(address.slice(at));
}

export function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
