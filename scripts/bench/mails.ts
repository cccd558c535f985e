/** Mails as customers write them. */

import { randomBytes } from 'node:crypto';
import { rawMail, type MailFile } from '../../test/support/raw-mail.ts';

/** Of which ticket it speaks, the mail as bytes, and its envelope. */
export type Mail = { from: string; to: string; raw: Buffer };

const SUPPORT = 'support@dtnet.de';
/** Makes the whole mail 4 KB long, in base64 and with its header. */
const TEXT_BYTES = 2600;
const TAG = 'dtnet.de';

let written = 0;

/** A new request of 4 KB, by somebody who never wrote before unless it is by `from`. */
export function newMail(files: MailFile[] = [], from = stranger()): Mail {
  written += 1;
  return { from, to: SUPPORT, raw: Buffer.from(rawMail({ from: `Kunde ${written} <${from}>`, to: SUPPORT, subject: `Anfrage ${written}: der Drucker im Flur druckt nicht`, text: textOf(TEXT_BYTES), files })) };
}

/** An answer of 4 KB to a ticket. */
export function replyTo(number: number, from: string): Mail {
  return { from, to: SUPPORT, raw: Buffer.from(rawMail({ from, to: SUPPORT, subject: `Re: [${TAG} #${number}] der Drucker im Flur druckt nicht`, text: textOf(TEXT_BYTES) })) };
}

/** A file of that many bytes which nothing packs smaller. */
export function file(bytes: number): MailFile {
  return { name: 'photo.jpg', type: 'image/jpeg', bytes: randomBytes(bytes) };
}

function stranger(): string {
  return `kunde-${process.pid}-${written}@firma-${written % 50}.example`;
}

const sentences = ['Seit heute Morgen druckt der Drucker im Flur nur noch leere Seiten.', 'Wir haben ihn schon aus- und wieder eingeschaltet.', 'Im Display steht Fehler 49, und das Papierfach ist voll.', 'Betroffen sind alle Kolleginnen und Kollegen im zweiten Stock.', 'Bitte rufen Sie vor einem Besuch kurz an.'];

function textOf(bytes: number): string {
  let text = 'Guten Tag,\n\n';
  for (let at = written; text.length < bytes; at += 1) text += `${sentences[at % sentences.length]} (${at})\n`;
  return text;
}
