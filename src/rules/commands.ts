/** What people ask of a ticket, and what mails bring to it. */

import type { News } from './delivery.ts';
import type { DraftForm } from './draft.ts';
import type { ReplyKey, Verdict } from './mail.ts';
import type { Settling } from './letter-trouble.ts';
import type { Queue } from './queues.ts';
import type { Reach } from './reach.ts';
import type { Reading } from './read-again.ts';
import type { AccountRole, Actor, Address, Attachment, Channel, Instant, Language, NewArticle, Person, Refusal, Status, WatcherRole } from './ticket.ts';

/** Somebody as the directory knows them when a command is given. `own`: it is an address of the desk itself (P04). */
export type KnownPerson = Person & { role: AccountRole; language: Language; reach: Reach; own: boolean; disabled: boolean };

/** Somebody of the staff who wants to hear of tickets that nobody has. */
export type Watchful = Pick<Actor, 'address' | 'role' | 'reach'>;

/** Makes a ticket; a second call with the same content changes nothing. */
export type Opening = {
  number: number;
  queue: Queue;
  subject: string;
  article: NewArticle;
  requester: Actor;
  /** Whom the mail names in To and Cc, or the form in `cc`; the rules choose who joins (A08). */
  named: KnownPerson[];
  /** As of an Arrival. */
  invitable: Address[] | null;
  /** Staff of the queue who want a letter for each new ticket (P01). */
  watchfulStaff: Address[];
  /** Whether the sender's domain vouches for the mail; true from the portal. */
  authenticated: boolean;
  /** Do not acknowledge: the sender asked for silence (A12), is a machine, or had enough of them (A10). */
  silent: boolean;
  /** The ticket whose number a stranger wrote into the subject (A06), or that this one follows up (L06). */
  mentions: number | null;
};

/**
 * What alone may admit a mail to this ticket; null: anything. `tag`: A02, because it has the key of another ticket. `kin`: it
 * answers the same mail as one on the ticket, or is itself the mail answered there, and none of them came before.
 */
export type OnlyWay = 'tag' | 'kin' | null;

/** A mail that may belong to a ticket. */
export type Arrival = {
  sender: Actor;
  verdict: Verdict;
  /** How the mail names the ticket: by a reply key, by the Message-IDs it answers, by the tag in its subject. */
  key: ReplyKey | null;
  references: string[];
  tagged: boolean;
  only: OnlyWay;
  article: NewArticle;
  /** What it says of letters of ours, if it is a report (A14). */
  news: News[];
  named: KnownPerson[];
  /** Who is called if nobody has the ticket, and whom a comment may call by name: nobody, where its sender is no agent. */
  watchful: Watchful[];
  colleagues: KnownPerson[];
  /** What each queue does with mails to closed tickets (L06). */
  queues: Pick<Queue, 'id' | 'closedReply' | 'reopenDays'>[];
  /** The agent who let it in from the door; null: the rules decide. */
  admittedBy: Actor | null;
  /** Of those it names, whom there is room in the limits to bring along (SJ20); null: not asked yet. */
  invitable: Address[] | null;
  /** There is room in the limits for a letter that asks about it (rows 8 and 9). */
  asking: boolean;
  /** Its sender has said, by the link in such a letter, that they wrote it. */
  confirmed: boolean;
  /** What the ticket knows that passed it on, because it became part of this one; null: it came straight here. */
  proof: Proof | null;
};

/** What a merged ticket says about a mail to it: whose key the mail has there, and how it answers mails there. */
export type Proof = { holder: Address | null; mail: boolean; kin: boolean; comment?: boolean };

/** What became of an arrival. `door` reasons have their sentence in `text/`. */
export type ArrivalOutcome =
  | { kind: 'filed'; article: number }
  | { kind: 'noted'; article: number }
  | { kind: 'machine' }
  /** `asks`: whom a letter may ask about it, unless they were asked too often; left out: nobody. */
  | { kind: 'door'; reason: DoorReason; asks?: Address }
  | { kind: 'refused'; reason: 'closed' }
  /** It would bring these along into Cc, and nothing is recorded until `invitable` says whom there is room for. */
  | { kind: 'brings'; people: Address[] }
  | { kind: 'followUp' }
  | { kind: 'stranger' }
  | { kind: 'missing' }
  /** The ticket became part of another, which is to be asked (T13). */
  | { kind: 'merged'; into: number; proof: Proof };

export type DoorReason =
  | 'otherSender'
  | 'notAuthenticated'
  | 'notProven'
  | 'agentWithoutKey'
  | 'notOfQueue'
  | 'ticketRejected'
  | 'noSender'
  | 'unreadable'
  | 'disabledSender'
  | 'flood'
  | 'muted'
  | 'unseen';

/** What people do to a ticket in the portal. */
export type Command =
  /** `minutes`: spent on it; only agents say. `watchful`: as of an Arrival. `seen`: the newest article that its writer was shown (L08); left out where nothing was. `except`, `once`: as of `Addressing`; only agents choose. */
  | { kind: 'reply'; text: string; attachments: Attachment[]; channel: Channel; minutes?: number; seen?: number | undefined; except?: Address[]; once?: KnownPerson[]; watchful?: Watchful[] }
  /** `colleagues`: whom it may call by name. */
  | { kind: 'comment'; text: string; attachments: Attachment[]; channel: Channel; minutes?: number; colleagues?: KnownPerson[] }
  /** Keep what they have written so far; a blank one is thrown away. */
  | { kind: 'saveDraft'; form: DraftForm; text: string; attachments: Attachment[]; minutes?: number; seen: number }
  /** Take back what was just sent. */
  | { kind: 'undoReply'; article: number }
  /** Do something about a letter in trouble. */
  | { kind: 'settleLetter'; letter: number; how: Settling }
  /** Take back what one changed by a command at that instant; `undoLast` as the ticket's own page offers it (rules/last-act.ts). */
  | { kind: 'undoAct' | 'undoLast'; at: Instant }
  /** Have an article say what its mail says, as it is read today (M12). */
  | { kind: 'readAgain'; article: number; reading: Reading }
  | { kind: 'changeStatus'; to: Status }
  | { kind: 'changeOwner'; to: KnownPerson | null }
  | { kind: 'changePriority'; priority: number; finalPriority: number }
  | { kind: 'changeDue'; to: Instant }
  /** Wait until then, or until somebody outside answers (L09). */
  | { kind: 'waitUntil'; until: Instant }
  /** To a queue that takes tickets. */
  | { kind: 'changeQueue'; to: number; watchful?: Watchful[] }
  | { kind: 'changeLabels'; add: string[]; remove: string[] }
  | { kind: 'addWatcher'; person: KnownPerson; role: WatcherRole }
  | { kind: 'removeWatcher'; address: Address; role: WatcherRole }
  /** Let somebody read what was said before they joined (SJ21). */
  | { kind: 'shareHistory'; address: Address }
  /** Write to an address again that took no mail (P11). */
  | { kind: 'tryAgain'; address: Address }
  /** Bring along somebody who answered with one's own reply address (row 8). */
  | { kind: 'vouch'; person: KnownPerson }
  /** Take somebody for a person again (A16). */
  | { kind: 'unmute'; address: Address }
  /** Ask the requester for a credential (S18); `for`: what it is. */
  | { kind: 'askSecret'; for: string }
  | { kind: 'giveSecret'; secret: number; sealed: string }
  | { kind: 'seeSecret'; secret: number }
  | { kind: 'withdrawSecret'; secret: number };

/** Takes passages out of an article for good. `survivor`: the ticket that asks because it has a copy; null: a person does. */
export type Redaction = { article: number; passages: string[]; survivor: number | null };

/** `into`: the ticket that both are now. */
export type MergeOutcome = { ok: true; into: number } | { ok: false; refusal: Refusal };

/** Commands that only need the ticket to be decided. The others also ask what has left already. */
export type PlainCommand = Exclude<Command, { kind: 'readAgain' | 'settleLetter' | 'undoReply' | 'undoAct' | 'undoLast' }>;

export type CommandOutcome = { ok: true; version: number } | { ok: false; refusal: Refusal };
/** `sealed`: as `giveSecret` brought it; the ticket has it no longer. */
export type SecretTaken = { ok: true; sealed: string } | { ok: false; refusal: Refusal };
