/** What `npm run read` says of a mail. */

export type ReadPerson = { name: string; address: string };

export type ReadBounce = { recipients: { address: string; kind: 'hard' | 'soft' | 'delay'; status: string | null; reason: string }[] };

/** A mail as the inbound path reads it. `tag` is the number of the ticket that the subject names; `displayed` false: only its headers were read. */
export type Reading = {
  subject: string;
  /** The first, if there are several. The address is empty, and the name all that the header says, if From has no good address. */
  from: ReadPerson;
  to: ReadPerson[];
  cc: ReadPerson[];
  replyTo: ReadPerson[];
  messageId: string | null;
  inReplyTo: string[];
  references: string[];
  text: string;
  html: string | null;
  /** `size` in bytes, decoded. */
  attachments: { name: string; type: string; size: number; inline: boolean; cid: string | null }[];
  reply: { shown: string; folded: string; signature: string };
  automatic: { kind: string; why: string } | null;
  bounce: ReadBounce | null;
  tag: number | null;
  displayed: boolean;
};

/** One line. `ms` includes the way to the runtime and back. */
export type Line = ({ file: string } & Reading & { ms: number; error: null }) | { file: string; ms: number; error: string };
