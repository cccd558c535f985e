/** The inbound path's reading, alone in the runtime: a mail's bytes are posted in, a line comes back. */

import { parseMail } from '../../src/inbound/parse.ts';
import { people } from '../../src/inbound/reading/address-list.ts';
import { signOfMachine } from '../../src/rules/automatic-mail.ts';
import { readBounce } from '../../src/rules/bounce.ts';
import type { Envelope, Mail } from '../../src/rules/mail.ts';
import { foldReply, type ReplyPart } from '../../src/rules/reply-text.ts';
import { saysForwarded } from '../../src/rules/reply-text/forward-subject.ts';
import { tagsIn } from '../../src/rules/subject-tag.ts';
import { readSettings } from '../../src/settings.ts';
import type { ReadBounce, Reading, ReadPerson } from './reading.ts';

export default {
  async fetch(request, env) {
    const raw = new Uint8Array(await request.arrayBuffer());
    try {
      return Response.json(reading(await parseMail(raw), readSettings(env).subjectTag));
    } catch (fault) {
      return new Response(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault), { status: 500 });
    }
  },
} satisfies ExportedHandler<Env>;

/** What every rule about a mail's content says of it. A new rule gets its line here and its field in Reading. */
function reading(mail: Mail, subjectTag: string): Reading {
  const automatic = signOfMachine(mail, envelopeOf(mail));
  return {
    subject: mail.subject,
    from: mail.from ?? firstSender(mail),
    to: mail.to,
    cc: mail.cc,
    replyTo: mail.replyTo,
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
    references: mail.references,
    text: mail.text,
    html: mail.html,
    attachments: mail.files.map(({ name, type, bytes, inline, contentId }) => ({ name, type, size: bytes.length, inline, cid: contentId })),
    reply: reply(foldReply(mail.text, saysForwarded(mail.subject))),
    automatic,
    bounce: automatic?.kind === 'bounce' ? bounce(mail) : null,
    tag: tagsIn(mail.subject, [subjectTag])[0]?.number ?? null,
    displayed: mail.displayed,
  };
}

/** Of several senders, whom the desk believes none of (A19), the first. */
function firstSender(mail: Mail): ReadPerson {
  const header = mail.headers.find((one) => one.name === 'from')?.value ?? '';
  return people(header)[0] ?? { name: mail.fromText, address: '' };
}

/** A file has no envelope; what a server wrote down of it is in Return-Path, and where there is none nothing is known against the sender. */
function envelopeOf(mail: Mail): Envelope {
  const path = mail.headers.find((header) => header.name === 'return-path')?.value;
  return { from: path ?? mail.from?.address ?? 'unknown', to: '' };
}

function bounce(mail: Mail): ReadBounce {
  return { recipients: readBounce(mail).recipients.map(({ address, kind, status, reason }) => ({ address, kind, status, reason })) };
}

function reply(parts: ReplyPart[]): Reading['reply'] {
  const ofKind = (kind: ReplyPart['kind']) => parts.filter((part) => part.kind === kind).map((part) => part.text).join('');
  return { shown: ofKind('answer'), folded: ofKind('quote'), signature: ofKind('signature') };
}
