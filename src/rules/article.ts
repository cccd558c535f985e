/** What is said on a ticket, as plain data. */

import type { Invitation } from './invitation.ts';
import type { Robot } from './mail.ts';
import type { Address, Instant, Person } from './ticket.ts';

export type ArticleKind = 'correspondence' | 'comment';
export type Channel = 'mail' | 'portal';

/** A file of an article; its bytes are in R2 under `key`. `size` in bytes. */
export type Attachment = {
  id: string;
  name: string;
  type: string;
  size: number;
  key: string;
  /** Content-ID without angle brackets if the HTML shows it in place, else null. */
  contentId: string | null;
};

/**
 * How an article is best read. `plain`: it has no HTML; `same`: its HTML says no more than its text; `rich`: it has pictures,
 * tables, emphasis or words that the text lacks; `formatted`: an agent wrote signs into its text that stand for a look (rules/formatting).
 */
export type Look = 'plain' | 'same' | 'rich' | 'formatted';

/** For whom an answer is beside or without those who get all: `except` people on the ticket this once not, `once` people who are not on it (P07). */
export type Addressing = { except: Address[]; once: Person[] };

/** One text on a ticket, before the ticket gave it its number. */
export type NewArticle = {
  kind: ArticleKind;
  channel: Channel;
  text: string;
  /** As the sender wrote it, uncleaned; null for plain text. */
  html: string | null;
  look: Look;
  attachments: Attachment[];
  /** The meeting that it invites to, or null. */
  invitation: Invitation | null;
  /** The intake key of the mail it came by; null from the portal. Its raw source is in R2. */
  intake: string | null;
  /** What its writer spent on it; 0: nothing was said of that. For agents alone. */
  minutes: number;
  /** Message-ID with its angle brackets. */
  messageId: string | null;
  /** Message-IDs of the mails it answers, oldest first; ours are left out. Empty from the portal. */
  answers: string[];
  /** Its subject says that it was forwarded, so that what it quotes is new here (M08). */
  forwarded: boolean;
  /** The kind of machine that wrote it: never answered, never passed on (A11). null: a person did. */
  automatic: Robot | null;
  /** It says the same Message-ID as another mail with other content (T10). */
  sameMessageId: boolean;
};

/** `leaving`: an agent's answer whose letters wait a moment, so that it can be taken back; nobody outside sees it yet. `takenBack`: nobody reads it any more. */
export type ArticleState = 'said' | 'leaving' | 'takenBack';

/**
 * One text on a ticket. `id` counts from 1 within the ticket. `path`: the tickets it came through when they were merged, the
 * one merged into this first, the one it was written on last; empty if that is this one. `redacted`: something was taken out
 * of it for good, so that its files and its mail are shown to nobody.
 */
export type Article = NewArticle & { id: number; at: Instant; by: Person; path: number[]; redacted: boolean; state: ArticleState };
