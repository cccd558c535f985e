/** A letter before it is set as plain text and as HTML: what it says, in order. Plain data, nothing escaped. */

import type { Language } from '../../rules/ticket.ts';

/** Somebody's text as a letter shows it. */
export type ShownArticle = {
  name: string;
  address: string;
  when: string;
  /** What marks it as a comment; null for correspondence. */
  commentLabel: string | null;
  text: string;
  /** Set its text with the look that its signs stand for. */
  formatted: boolean;
  /** Beneath the text; empty: nothing. */
  signature: string;
  /** As its sender meant it, cleaned; null: the text is all. */
  html: string | null;
  filesLabel: string;
  /** Names with sizes of those that are only in the portal, and where. */
  files: { label: string; url: string | null }[];
};

/** A ticket in a list. `text`: what happened, or null where the list says it; `state`: as it is now; `mark`: what is wrong with it, or null. */
export type ListItem = { number: string; label: string; url: string; text: string | null; state: string; mark: string | null };

export type Block =
  /** The desk's own words. */
  | { kind: 'words'; text: string }
  /** Less important words of the desk. */
  | { kind: 'small'; text: string }
  /** A line that is copied as it stands: the subject tag. */
  | { kind: 'mark'; text: string }
  /** `main`: what the reader most likely wants. */
  | { kind: 'link'; label: string; url: string; main: boolean }
  | { kind: 'rows'; rows: { label: string; value: string }[] }
  /** Tickets. `more` stands at its end if not all are in it. */
  | { kind: 'list'; title: string; items: ListItem[]; more: string | null }
  /** Mind this. */
  | { kind: 'notice'; text: string }
  /** The text for whose sake the letter is written. */
  | { kind: 'article'; article: ShownArticle }
  /** What was said before. `more` stands at its end if not all is told. */
  | { kind: 'conversation'; title: string; articles: ShownArticle[]; more: string | null };

export type Letter = {
  language: Language;
  /** The whole subject line. */
  subject: string;
  siteName: string;
  /** Beside the site's name: the ticket's number, or nothing. */
  corner: string;
  /** null: a person's words speak for themselves. */
  heading: string | null;
  blocks: Block[];
  footer: string[];
};
