/**
 * The words of the desk as types: what a ticket is, who is on it, what can happen to it.
 * Everything here is plain data that survives RPC and JSON. See docs/glossary.md.
 */

import type { Addressing, ArticleKind, Channel, NewArticle } from './article.ts';
import type { Connection } from './links.ts';
import type { AskedSecret } from './asked-secret.ts';
import type { BounceReason, Failure, LetterKind } from './letter-kinds.ts';
import type { Reach } from './reach.ts';
import type { Reading } from './read-again.ts';

export type { Addressing, Article, ArticleKind, ArticleState, Attachment, Channel, Look, NewArticle } from './article.ts';

/** A mail address as `parseAddress` (rules/address) returns it: lower-cased, the domain as A-label, no display name. */
export type Address = string & { readonly brand: 'Address' };

/** UTC epoch milliseconds. */
export type Instant = number;

export type Language = 'de' | 'en';

export const statuses = ['new', 'open', 'waiting', 'closed', 'rejected'] as const;
export type Status = (typeof statuses)[number];

/** What an account may do on the whole desk. Agents and admins are *staff*. */
export const accountRoles = ['requester', 'agent', 'admin'] as const;
export type AccountRole = (typeof accountRoles)[number];

/** Why somebody gets copies: `requester` and `cc` stand outside, `agent` inside. */
export const watcherRoles = ['requester', 'cc', 'agent'] as const;
export type WatcherRole = (typeof watcherRoles)[number];

/** Somebody with a name, as mail and portal know them. `name` may be empty. */
export type Person = { address: Address; name: string };

/** Who gives a command: the directory's facts about them at this moment. */
export type Actor = Person & { role: AccountRole; language: Language; reach: Reach };

/**
 * Somebody on a ticket.
 *
 * `verified` people have proven their address on this ticket (wrote the opening mail authenticated, answered with their own
 * reply key, or signed in); `invited` ones only stood in Cc; `proposed` ones stood in the Cc of a mail nobody vouches for.
 */
export type Participant = Person & {
  /** Number of this person on this ticket, part of the reply key. Never given to another. */
  pid: number;
  role: WatcherRole;
  state: 'verified' | 'invited' | 'proposed' | 'removed';
  language: Language;
  /** 80 random bits, base32, lower case: the secret part of the reply key. */
  secret: string;
  /** The first article they may read; 1 for everything. */
  fromArticle: number;
  /** Why their address takes no mail (P11); null: it does, as far as we know. */
  bounced: BounceReason | null;
  /** Until when their mails wait at the door, because they come like a robot's (A16); null: they never did. */
  mutedUntil: Instant | null;
  /** Who brought them along into Cc, by naming them in a mail or in the portal; null: nobody, they are here by themselves. */
  broughtBy: Address | null;
};

/** The fields that one `fieldChanged` changes. The ticket index has a column for each. */
export type Fields = {
  subject: string;
  queue: number;
  status: Status;
  owner: Address | null;
  priority: number;
  finalPriority: number;
  startsAt: Instant;
  startedAt: Instant | null;
  lastContactAt: Instant | null;
  dueAt: Instant;
  closedAt: Instant | null;
  /** When a waiting ticket is open again by itself (L09); null: it waits for somebody's answer alone, or does not wait. */
  waitingUntil: Instant | null;
};
export type Field = keyof Fields;

export type Ticket = Fields & {
  number: number;
  /** Counts the events; the ticket index keeps only the newest. */
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
  /** null: the desk itself. */
  updatedBy: Address | null;
  /** When an agent first acted; until then Cc'd people get nothing (A09). */
  engagedAt: Instant | null;
  /** False while nobody vouches for the requester's address: then nothing automatic is sent. */
  authenticated: boolean;
  articleCount: number;
  /** What was spent on it, the sum of its articles. */
  minutesSpent: number;
  /** In order of being put on; agents see them. */
  labels: string[];
  /** The ticket that this one became part of; null: none. It takes nothing more itself (T13). */
  mergedInto: number | null;
  /** Everybody who is or was on it, in order of joining. */
  people: Participant[];
  /** Every credential that was asked for on it, in order of asking. */
  secrets: AskedSecret[];
};

/** Somebody about to join. */
export type NewParticipant = Person & Pick<Participant, 'role' | 'state' | 'language' | 'fromArticle'>;

/** What somebody was on a ticket. */
export type Before = Pick<NewParticipant, 'role' | 'state' | 'fromArticle'>;

/** What can happen to a ticket: the decision, before it is recorded. */
export type Change =
  /** `acknowledge`: the requester gets the acknowledgement; `tell`: agents who want a letter for each new ticket. */
  | { kind: 'opened'; channel: Channel; acknowledge: boolean; tell: Address[] }
  /** `mentioned`: agents whom a comment calls by name. */
  | { kind: 'article'; article: NewArticle; addressing?: Addressing | undefined; mentioned?: Address[] }
  | FieldChanged
  /** `path`: as of an article, if they came with a merged ticket. `before`: what they were here, null for nothing, where an agent chose it and can take it back; `sameKey`: that was done. */
  | { kind: 'joined'; person: NewParticipant; via: Channel; path?: number[]; before?: Before | null; sameKey?: true }
  /** Named in a mail or form, but beyond what one mail, ticket, person or day may bring (A08). */
  | { kind: 'leftOut'; people: Address[] }
  /** An agent lets somebody read what was said before they joined (SJ21). */
  | { kind: 'historyShared'; address: Address }
  /** `before`: as of `joined`. */
  | { kind: 'left'; address: Address; role: WatcherRole; before?: Before }
  /** The person answered with their own key: `verified` from now on. */
  | { kind: 'proven'; address: Address }
  /** Somebody proven vouches for a `proposed` person: `invited` from now on. */
  | { kind: 'accepted'; address: Address }
  /** An agent acted for the first time (A09). */
  | { kind: 'engaged' }
  | { kind: 'refusedReply'; address: Address; intake: string }
  /** Nobody has the ticket, and agents of its queue were told: a customer wrote, or it came from another queue. */
  | { kind: 'called'; why: 'written' | 'moved'; tell: Address[] }
  /** It is past this *due* (L10), and agents were told. */
  | { kind: 'overdue'; dueAt: Instant; tell: Address[] }
  /** An agent's mail would have answered past what its writer had not seen: articles after `seen` (L08). It waits at the door. */
  | { kind: 'heldReply'; address: Address; intake: string; seen: number }
  /** A letter asks somebody whether a mail at the door is theirs, or from somebody they know. */
  | { kind: 'asked'; address: Address; about: Address; intake: string }
  /** An answer went back to its author's draft before its letters left; `seq`: its event. `overtaken`: because somebody outside had written meanwhile. */
  | { kind: 'takenBack'; article: number; seq: number; author: Address; overtaken: boolean }
  /** The ticket was closed only for a moment; `seq`: the event that closed it. */
  | { kind: 'closeUndone'; seq: number }
  | { kind: 'mentions'; number: number }
  /** Another ticket has to do with this one: names it, is linked with it, or got an answer to what was forwarded from here. */
  | Connection
  /** A letter did not reach its reader (A14); `letter` is its id on this ticket. */
  | { kind: 'undelivered'; letter: number; to: Address; failure: Failure }
  /** The reader of a letter called it spam. */
  | { kind: 'complained'; letter: number; to: Address }
  /** An agent has a letter sent again that failed or is in doubt; `doubtful`: it may have left the first time. Or sets it aside. */
  | { kind: 'letterSentAgain'; letter: number; letterKind: LetterKind; to: Address; doubtful: boolean }
  | { kind: 'letterSetAside'; letter: number; letterKind: LetterKind; to: Address }
  /** The person's address takes no mail, or is tried again (P11). */
  | { kind: 'bounced'; address: Address; reason: BounceReason }
  | { kind: 'triedAgain'; address: Address }
  /** Somebody here has another address, or is nobody any more; `address` is the new one. What it was is kept nowhere. */
  | { kind: 'readdressed' | 'erased'; address: Address }
  /** The person's mails wait at the door for a while, or no longer (A16). */
  | { kind: 'muted'; address: Address; until: Instant; why: MuteReason }
  | { kind: 'unmuted'; address: Address }
  /** This ticket became part of another; `status` and `closedAt` as they were before. */
  | { kind: 'mergedInto'; number: number; status: Status; closedAt: Instant | null }
  /** It is a ticket of its own again, with the status it had. */
  | { kind: 'unmerged'; number: number; status: Status; closedAt: Instant | null }
  /** Another ticket became part of this one, with so many numbers for its articles. */
  | { kind: 'tookOver'; number: number; articles: number }
  | { kind: 'gaveBack'; number: number }
  | { kind: 'labelled' | 'unlabelled'; label: string }
  | { kind: 'secretAsked'; secret: number; label: string; of: Address; until: Instant }
  /** `sealed`: encrypted, so that nothing here can read it. */
  | { kind: 'secretGiven'; secret: number; label: string; of: Address; until: Instant; sealed: string }
  | { kind: 'secretEnded'; secret: number; label: string; of: Address; how: 'seen' | 'withdrawn' | 'expired' }
  /** An article's mail was read again, and reads like this now. */
  | { kind: 'readAgain'; article: number; reading: Reading }
  /** Passages were taken out of an article for good; the rest of it is as here. */
  | ({ kind: 'redacted'; article: number } & Pick<NewArticle, 'text' | 'html' | 'look' | 'invitation'>);

export type FieldChanged = { [F in Field]: { kind: 'fieldChanged'; field: F; from: Fields[F]; to: Fields[F] } }[Field];

/** What the history keeps of a change: the same, but an article is kept apart and named by its id, and what was given in secret or taken out is not in it. */
export type Fact =
  | Exclude<Change, { kind: 'article' | 'secretGiven' | 'readAgain' | 'redacted' }>
  | Omit<Extract<Change, { kind: 'secretGiven' }>, 'sealed'>
  | { kind: 'redacted' | 'readAgain'; article: number }
  | { kind: 'article'; id: number; articleKind: ArticleKind; addressing?: Addressing | undefined };

/** One entry of the append-only history. `by` null: the desk itself. */
export type TicketEvent = { seq: number; at: Instant; by: Person | null; fact: Fact };

/** Why a rule says no. Every one has its sentence in `text/`. */
export type Refusal =
  | 'notAllowed'
  | 'notFound'
  | 'closed'
  | 'noText'
  | 'alreadyOnTicket'
  | 'notOnTicket'
  | 'ownAddress'
  | 'notStaff'
  | 'notOfQueue'
  | 'lastRequester'
  | 'merged'
  | 'notMerged'
  | 'sameTicket'
  | 'noSuchTicket'
  | 'rejected'
  | 'secretOver'
  | 'tooManyLabels'
  | 'changedSince'
  | 'unseen'
  | 'notInText'
  | 'notInTrouble'
  | 'tooLate';

/** What a robot does: more than ten mails in ten minutes, or the same text three times. */
export type MuteReason = 'tooMany' | 'sameText';

export function isStaff(role: AccountRole): boolean {
  return role !== 'requester';
}
