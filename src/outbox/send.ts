/** The only caller of the platform's send_email binding. */

import type { Address } from '../rules/ticket.ts';
import { refusedByPlatform } from './platform-limits.ts';

/** A file that goes along; with a Content-ID, one that the HTML shows in its place (M04). */
export type Enclosure = { name: string; type: string; bytes: Uint8Array; contentId: string | null };

/** One mail to one person, with everything but what the platform adds (Message-ID, Date, MIME). */
export type OutgoingMail = {
  from: { address: Address; name: string };
  to: Address;
  replyTo?: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  enclosures?: Enclosure[];
};

/** `messageId` with its angle brackets. `reason`: the platform's code and words. `unknown`: it may have been taken all the same. */
export type SendResult =
  | { kind: 'sent'; messageId: string }
  | { kind: 'retry'; reason: string }
  | { kind: 'unknown'; reason: string }
  | { kind: 'failed'; reason: string };

const RETRIED = new Set(['E_RATE_LIMIT_EXCEEDED', 'E_DAILY_LIMIT_EXCEEDED', 'E_INTERNAL_SERVER_ERROR', 'E_DELIVERY_FAILED']);

/**
 * Hands the mail over. What production would refuse is not handed over but failed with the reason, although the simulator would take
 * it. Never throws: after an error without a code, such as a connection that broke, nobody knows whether the mail was taken.
 */
export async function send(binding: SendEmail, mail: OutgoingMail): Promise<SendResult> {
  const problem = refusedByPlatform(mail);
  if (problem !== null) return { kind: 'failed', reason: problem };
  try {
    const { from, to, replyTo, subject, text, html, headers, enclosures = [] } = mail;
    const result = await binding.send({
      from: { name: from.name, email: from.address },
      to,
      ...(replyTo === undefined ? {} : { replyTo }),
      subject,
      text,
      html,
      headers,
      ...(enclosures.length === 0 ? {} : { attachments: enclosures.map(attached) }),
    });
    return { kind: 'sent', messageId: bracketed(result.messageId) };
  } catch (error) {
    return failure(error);
  }
}

function attached({ name, type, bytes, contentId }: Enclosure): EmailAttachment {
  const file = { filename: name, type, content: bytes };
  return contentId === null ? { ...file, disposition: 'attachment' } : { ...file, disposition: 'inline', contentId };
}

function failure(error: unknown): SendResult {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const words = error instanceof Error ? error.message : String(error);
  const reason = code === '' || words.includes(code) ? words : `${code}: ${words}`;
  if (code === '') return { kind: 'unknown', reason };
  return { kind: RETRIED.has(code) ? 'retry' : 'failed', reason };
}

function bracketed(messageId: string): string {
  return messageId.startsWith('<') ? messageId : `<${messageId}>`;
}
