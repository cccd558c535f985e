/** Everything a template may say: gathered by `compose`, filtered for its one reader, plain data. */

import type { DigestSection } from '../rules/digest.ts';
import type { Extent } from '../rules/extent.ts';
import type { LetterKind } from '../rules/letter-kinds.ts';
import type { ClosedReply } from '../rules/queues.ts';
import type { Address, Attachment, Instant, Language, Person } from '../rules/ticket.ts';

/** One text of the conversation as a letter quotes it. Comments are only here when the reader is staff. */
export type QuotedArticle = {
  id: number;
  by: Person;
  at: Instant;
  comment: boolean;
  text: string;
  /** Its text has signs that stand for a look (rules/formatting). */
  formatted: boolean;
  /** What stands beneath it in this letter and is not of it; empty: nothing. */
  signature: string;
  /** How much of the mail the text is. */
  extent: Extent;
  /** As its sender meant it, cleaned, its pictures by the Content-IDs of enclosures; null where the text says as much. */
  html: string | null;
  /** Those that do not go along with the letter. `url`: where the portal has it; null: the ticket's page says it. */
  attachments: (Pick<Attachment, 'name' | 'size'> & { url: string | null })[];
};

export type LetterFacts = {
  kind: LetterKind;
  language: Language;
  /** IANA zone for dates. */
  zone: string;
  siteName: string;
  helpContact: string;
  supportAddress: Address;
  /** The word before the number in the subject tag. */
  tag: string;
  number: number;
  /** As stored; may hold anything a sender can write, less control characters. */
  subject: string;
  /** Absolute address of the ticket in the portal. */
  ticketUrl: string;
  /** Absolute address where a first or forgotten password is set. */
  passwordUrl: string;
  /** Absolute address of the page where agents choose their letters. */
  choicesUrl: string;
  /** Absolute address of the form for a new ticket. */
  newTicketUrl: string;
  to: Person;
  toStaff: boolean;
  /** They get this one letter and are not on the ticket (P07). */
  once?: boolean;
  requester: Person | null;
  owner: Person | null;
  dueAt: Instant;
  /** Who caused the letter; null: the desk. */
  by: Person | null;
  /** The article this letter carries, on top; null for letters without one. */
  article: QuotedArticle | null;
  /** What was said before it, newest first; the template bounds how much of it is quoted. */
  earlier: QuotedArticle[];
  /** The credential that the letter asks for, or says was given. */
  secret?: SecretFacts | undefined;
  /** The answer that was held back, for the letter about one. */
  held?: HeldFacts | undefined;
  /** Why a letter calls agents to a ticket that nobody has. */
  called?: 'written' | 'moved' | undefined;
  /** The mail at the door that the letter asks about. */
  confirm?: ConfirmFacts | undefined;
  /** Whom mails brought into Cc since the reader's last letter, for the requester (SJ26). Left out: nobody. */
  joined?: Joined[];
  /** What becomes of a reply to a closed ticket (L06); `refuse` where it is left out. */
  closedReply?: ClosedReply;
};

/** Somebody in Cc, and who brought them. Names are left out: anybody can choose theirs. */
export type Joined = { address: Address; by: Address };

/** A credential that was asked for (S18): what it is for, where it is given, and until when. Never itself. */
export type SecretFacts = { label: string; url: string; until: Instant };

/** An agent's answer that would have gone past something (L08): where it waits and is sent anyway, and the last article its writer had seen. */
export type HeldFacts = { url: string; seen: number; at: 'door' | 'draft' };

/**
 * A mail at the door that the reader is asked about. `own`: it says it is from the reader; else from `sender`, who answered with the reader's reply
 * address. Nothing that it says is here: it may be forged.
 */
export type ConfirmFacts = { own: boolean; sender: Address; arrivedAt: Instant; url: string; days: number };

/** What a letter with a link to the account may say (S8). */
export type LinkFacts = {
  language: Language;
  siteName: string;
  helpContact: string;
  to: Address;
  /** Absolute address with the secret in it. */
  url: string;
  /** The network address that asked for the link. */
  ip: string;
  /** How long the link works. */
  minutes: number;
};

/** `first`: there is no password yet. */
export type PasswordFacts = LinkFacts & { first: boolean };

export const accountChanges = ['password', 'passkeyAdded', 'passkeyRemoved', 'authenticatorAdded', 'authenticatorRemoved', 'recoveryCodes', 'factorsRemoved'] as const;
/** What changed about somebody's way in. */
export type AccountChange = (typeof accountChanges)[number];

export type AccountNoticeFacts = Pick<LinkFacts, 'language' | 'siteName' | 'helpContact' | 'to' | 'ip'> & { change: AccountChange };

export const addressChanges = ['erased', 'asked', 'moved'] as const;
/** What becomes of the address of somebody's account. */
export type AddressChange = (typeof addressChanges)[number];

/** `address`: the new one. */
export type AddressNoticeFacts = Omit<AccountNoticeFacts, 'change' | 'ip'> & { change: AddressChange; address: Address };

export type AddressLinkFacts = Omit<LinkFacts, 'ip'>;

/** A mail in an agent's name waits at the door. `url`: where; null: the agent does not work where it is shown. */
export type DoorNoticeFacts = Omit<AccountNoticeFacts, 'change' | 'ip'> & { reason: 'agentWithoutKey' | 'notOfQueue'; url: string | null };

/** A letter's words. Headers, sender and recipient are not the template's business. */
export type LetterText = { subject: string; text: string; html: string };

/** What the one letter a day may say. `at`: when it is written; `zone`: the reader's. */
export type DigestFacts = { language: Language; zone: string; siteName: string; helpContact: string; publicUrl: string; to: Person; at: Instant; sections: DigestSection[] };
