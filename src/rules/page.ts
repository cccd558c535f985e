/** A ticket as one reader may see it: what the portal shows and what letters quote. */

import type { Link } from './links.ts';
import type { SavedDraft, Writing } from './draft.ts';
import type { Extent } from './extent.ts';
import type { Undoable } from './last-act.ts';
import type { Failure, LetterKind, LetterState } from './letter-kinds.ts';
import type { Trouble } from './letter-trouble.ts';
import type { Queue } from './queues.ts';
import type { AskedSecret } from './asked-secret.ts';
import type { Reach } from './reach.ts';
import type { DueState } from './service-level.ts';
import type { Address, Article, AccountRole, Fact, Fields, Instant, Participant, Person, Language } from './ticket.ts';

/** Who looks. */
export type Viewer = { address: Address; role: AccountRole; reach: Reach };

/** Somebody on the ticket, without what only the ticket may know. */
export type ShownPerson = Pick<Participant, 'address' | 'name' | 'role' | 'state' | 'fromArticle' | 'bounced' | 'mutedUntil'> & {
  /** This reader may take them off the ticket (SJ25). */
  removable: boolean;
};

/** A queue to move the ticket to; a retired one is only named. */
export type ShownQueue = Pick<Queue, 'id' | 'name' | 'retired'>;

/** What became of one letter. `reason`: the platform's words for a failure. */
export type ShownLetter = {
  kind: LetterKind;
  to: Person;
  state: LetterState;
  /** Of the last change of state. */
  at: Instant;
  reason: string | null;
  /** Why it did not reach its reader; its `words` are for staff. */
  failure: Failure | null;
  /** Sent a second time because we never heard whether the first got away. */
  possiblyTwice: boolean;
  /** For agents, of letters of this very ticket: what is wrong with it, and under which number something is done about that. */
  inTrouble?: { letter: number; trouble: Trouble };
  /** For agents: somebody has set its trouble aside. */
  isAside?: true;
};

/** The HTML is fetched by itself, for the frame that shows it. */
export type ShownArticle = Omit<Article, 'html'>;

/** `article` has the files that this reader may have; `extent`: how much of the mail its text is. */
export type ArticleEntry = { kind: 'article'; seq: number; article: ShownArticle; extent: Extent; letters: ShownLetter[] };
export type FactEntry = {
  kind: 'fact';
  seq: number;
  at: Instant;
  by: Person | null;
  fact: Exclude<Fact, { kind: 'article' }>;
  letters: ShownLetter[];
};
export type Entry = ArticleEntry | FactEntry;

/** Where an entry stands: the number of its event, or of an article that came with a merged ticket. */
export type Place = { seq: number } | { article: number };

/** Which part of the history: its newest, what is older or newer than a place, or what begins with an article and is older. */
export type Part = { kind: 'newest' } | { kind: 'before' | 'after'; place: Place } | { kind: 'from'; article: number };

/** What this reader may do here; the portal shows no button for the rest, the rules refuse it anyway. */
export type Rights = { reply: boolean; comment: boolean; change: boolean; source: boolean };

export type TicketPage = {
  number: number;
  /** Whether its reader works on it: an agent of other queues is here like anybody outside. */
  staff: boolean;
  fields: Fields;
  /** At the moment of reading; rises from `priority` to `finalPriority` (L04). */
  currentPriority: number;
  /** At the moment of reading (L10). */
  due: DueState;
  createdAt: Instant;
  updatedAt: Instant;
  updatedBy: Person | null;
  authenticated: boolean;
  requester: Person | null;
  /** The requester's, in which they are answered. */
  language: Language;
  owner: Person | null;
  people: ShownPerson[];
  /** Where tickets wait; empty for outsiders, who see nothing of it. */
  queues: ShownQueue[];
  /** Credentials that were asked for and may still be given or seen; an outsider sees those asked of them. */
  secrets: AskedSecret[];
  /** One part of the history, newest first (S12). */
  entries: Entry[];
  /** Where the part ends, if there is more on that side. */
  older: Place | null;
  newer: Place | null;
  /** Tickets that this one is linked with; agents see them. */
  links: Link[];
  /** Tickets that the first mail refers to (A06); agents see them. */
  mentions: number[];
  /** Whom the history may name though they are no longer on the ticket. */
  gone: Person[];
  /** The id of the newest article, which an answer is not to go past (L08); for outsiders of those they may know of. */
  newestArticle: number;
  /** What the viewer began to write here. */
  drafts: SavedDraft[];
  /** Colleagues who began to write something, newest first; agents see it. */
  writing: Writing[];
  /** What the viewer did last here, while a click takes it back; only the newest part of the history says so. */
  undoable: Undoable | null;
  rights: Rights;
  /** Empty for outsiders. */
  labels: string[];
  /** What was spent on it; 0 for outsiders. */
  minutesSpent: number;
  /** The ticket that this one became part of. */
  mergedInto: number | null;
  /** Tickets that are part of this one; agents see them. */
  merged: number[];
  version: number;
};

/** The page as the ticket itself knows it; the directory adds the rest. */
export type OwnPage = Omit<TicketPage, 'currentPriority' | 'due' | 'queues'>;

/** What the viewer may do on a ticket, where it went, what they began to write there, and who would get an answer. `newcomers`: who came since the last one; agents see it. */
export type Standing = Pick<TicketPage, 'number' | 'staff' | 'rights' | 'mergedInto' | 'drafts' | 'people'> & { newcomers: Address[] };
