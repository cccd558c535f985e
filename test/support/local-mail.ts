/** Mail in and out of a desk on this machine, through the platform's own local doors. */

import { addressIn, many, type PlainMail, rawMail } from './raw-mail.ts';

/** A desk by its address; `taken`: Message-IDs that `mailTo` has handed out. */
export type MailDesk = { url: string; supportAddress: string; taken: Set<string> };

export type Delivery = { outcome: string; rejectReason?: string };

/** A letter as the desk handed it to the platform. `from` and `replyTo` as they stand in the header. */
export type SentMail = {
  messageId: string;
  from: string;
  to: string[];
  replyTo?: string;
  subject: string;
  headers: Record<string, string>;
  attachments: { filename: string; contentType: string; size: number }[];
  text: string;
  html: string;
  sentAt: string;
};

/** Brings a mail to the desk, once for each address of the desk in To and Cc, as a sender's server does. */
export async function sendMail(desk: MailDesk, mail: PlainMail): Promise<Delivery> {
  return sendRawMail(desk, rawMail(mail), { from: addressIn(mail.from), to: addressOfDesk(desk, mail) });
}

/** Brings these bytes; `from` is the envelope's sender, `<>` for none. */
export async function sendRawMail(desk: MailDesk, raw: string | Uint8Array, envelope: { from: string; to?: string }): Promise<Delivery> {
  const query = new URLSearchParams({ from: envelope.from, to: envelope.to ?? desk.supportAddress, format: 'json' });
  const answer = await fetch(`${desk.url}/cdn-cgi/local/email?${query}`, { method: 'POST', body: raw });
  const text = await answer.text();
  if (!answer.ok && !text.startsWith('{')) throw new Error(`The desk answered ${answer.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

/** Every letter the desk has sent, oldest first, without bodies. */
export async function sentMails(desk: MailDesk): Promise<SentMail[]> {
  const mails: SentMail[] = [];
  let cursor: string | undefined;
  do {
    const page = await explorer(desk, `email/sending?per_page=100${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
    mails.push(...page.result);
    cursor = page.result_info.has_more ? page.result_info.cursor : undefined;
  } while (cursor !== undefined);
  return mails.sort((a, b) => a.sentAt.localeCompare(b.sentAt));
}

/**
 * The oldest letter to `address` with `subjectPart` in its subject that no call has returned before; with its bodies. Waits
 * for it, and throws what there is instead.
 */
export async function mailTo(desk: MailDesk, address: string, subjectPart = ''): Promise<SentMail> {
  const until = Date.now() + 60_000;
  do {
    const found = (await sentMails(desk)).find((mail) => isNew(desk, mail) && mail.to.includes(address) && mail.subject.includes(subjectPart));
    if (found !== undefined) {
      desk.taken.add(found.messageId);
      return withBodies(desk, found);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  } while (Date.now() < until);

  const there = (await sentMails(desk)).filter((mail) => isNew(desk, mail)).map((mail) => `\n  ${mail.to.join()}: ${mail.subject}`);
  throw new Error(`No letter to ${address} with "${subjectPart}". Not yet read: ${there.join('') || 'none'}`);
}

/** The newest letter to `address` with `subjectPart` in its subject, with its bodies; throws if there is none. */
export async function newestMailTo(desk: MailDesk, address: string, subjectPart: string): Promise<SentMail> {
  const found = (await sentMails(desk)).findLast((mail) => mail.to.includes(address) && mail.subject.includes(subjectPart));
  if (found === undefined) throw new Error(`No letter to ${address} with "${subjectPart}".`);
  return withBodies(desk, found);
}

/** Letters that no `mailTo` has returned, `to subject` each, for asserting that there are no others. */
export async function unreadMails(desk: MailDesk): Promise<string[]> {
  return (await sentMails(desk)).filter((mail) => isNew(desk, mail)).map((mail) => `${mail.to.join()} ${mail.subject}`);
}

export async function withBodies(desk: MailDesk, mail: SentMail): Promise<SentMail> {
  const id = encodeURIComponent(mail.messageId.replace(/^<|>$/g, ''));
  return (await explorer(desk, `email/sending?email_id=${id}`)).result;
}

function isNew(desk: MailDesk, mail: SentMail): boolean {
  return !desk.taken.has(mail.messageId);
}

function addressOfDesk(desk: MailDesk, mail: PlainMail): string {
  const named = [...many(mail.to), ...many(mail.cc ?? [])].map(addressIn);
  return named.find((one) => one.split('@')[0]?.split('+')[0] === desk.supportAddress.split('@')[0]) ?? desk.supportAddress;
}

async function explorer(desk: MailDesk, path: string) {
  const answer = await fetch(`${desk.url}/cdn-cgi/local/explorer/api/local/${path}`);
  if (!answer.ok) throw new Error(`The local explorer answered ${answer.status} to ${path}: ${await answer.text()}`);
  return JSON.parse(await answer.text());
}
