/** A mail as `inbound/parse` reads it: plain data, decoded, nothing decided yet. */

import type { Invitation } from './invitation.ts';
import type { Person } from './ticket.ts';

/** A part of a mail that is a file. `bytes` are the decoded ones, untouched. */
export type MailFile = {
  /** Cleaned of paths and control characters; never empty. */
  name: string;
  /** Lower-case media type without parameters. */
  type: string;
  bytes: Uint8Array;
  /** Content-ID without angle brackets, or null. */
  contentId: string | null;
  /** Meant to be shown inside the HTML. */
  inline: boolean;
};

export type Header = { name: string; value: string };

export type Mail = {
  /**
   * The one From mailbox (RFC 5322 §3.6.2), or null if there is none, more than one, a group or a broken one: such a sender
   * is never authenticated and no key is accepted from it (A19).
   */
  from: Person | null;
  /** What the From header says, decoded and cleaned, for people to read when `from` is null. */
  fromText: string;
  to: Person[];
  cc: Person[];
  replyTo: Person[];
  /** Decoded, cleaned of control characters, trimmed; empty if there is none. */
  subject: string;
  /** With angle brackets; null if missing or broken. */
  messageId: string | null;
  /** With angle brackets, in order of the header. */
  inReplyTo: string[];
  references: string[];
  /** What the Date header says; never trusted for order. */
  date: number | null;
  /** Plain text: the text part, or made from the HTML. Never null, may be empty. */
  text: string;
  /** As sent, uncleaned; null for a plain-text mail. */
  html: string | null;
  files: MailFile[];
  /** null: no part of the mail is a machine's. */
  report: Report | null;
  /** The meeting that it invites to (M07), or null. */
  invitation: Invitation | null;
  /** Every header in document order, names lower-cased, values unfolded and decoded. */
  headers: Header[];
  /** False: the mail was past the parser's limits or broken; only headers were read (SP09). */
  displayed: boolean;
};

/**
 * What a mail says in the parts that machines write for machines (RFC 3464, RFC 5965, RFC 3462). All values as in `headers`.
 */
export type Report = {
  /** The groups of fields of its message/delivery-status parts: what is about the mail as a whole, and one for each address. */
  status: Header[][];
  /** Of message/feedback-report; empty if there is none. */
  feedback: Header[];
  /** The header of the mail it is about, as far as that came back. */
  returned: Header[];
};

/** What the receiving server told about a mail, outside of the mail itself. */
export type Envelope = { from: string; to: string };

/** Whether the sender's domain vouches for the mail: `pass` aligned, `fail` an explicit fail, `none` anything else. */
export type Verdict = 'pass' | 'fail' | 'none';

/** What kind of machine wrote a mail (A11-A15). `complaint`: a provider reports that a reader calls a letter of ours spam (RFC 5965). */
export const robots = ['out-of-office', 'bounce', 'complaint', 'list', 'machine'] as const;
export type Robot = (typeof robots)[number];

/** `no`: a person wrote it. */
export type Automatic = 'no' | Robot;

/** A reply key (A01): who may answer on which ticket. `comment`: an answer with it is a comment, as what it answers was one (A07). */
export type ReplyKey = { number: number; pid: number; secret: string; comment?: boolean };

/** Everybody a mail names in To and Cc. */
export function addressees(mail: Pick<Mail, 'to' | 'cc'>): Person[] {
  return [...mail.to, ...mail.cc];
}

