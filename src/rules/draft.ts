/** What somebody began to write on a ticket and has not sent: kept with the ticket, one for each box. */

import type { Address, Attachment, Instant, Person } from './ticket.ts';

export const draftForms = ['reply', 'comment'] as const;
export type DraftForm = (typeof draftForms)[number];

/** `minutes`: spent on it so far. `seen`: the newest article that its writer had been shown. */
export type SavedDraft = { form: DraftForm; text: string; attachments: Attachment[]; minutes: number; seen: number; savedAt: Instant };

/** That a colleague has begun something; never what. */
export type Writing = { by: Person; form: DraftForm; savedAt: Instant };

/** Nothing to keep. */
export function isBlank({ text, attachments }: Pick<SavedDraft, 'text' | 'attachments'>): boolean {
  return text.trim() === '' && attachments.length === 0;
}

/** Two drafts of one person for one box, as a taken-back answer meets what was begun since: the older text first, nothing lost. */
export function joined(older: SavedDraft, newer: SavedDraft): SavedDraft {
  const texts = [older.text, newer.text].filter((text) => text.trim() !== '');
  return { ...newer, text: [...new Set(texts)].join('\n\n'), attachments: [...older.attachments, ...newer.attachments], minutes: newer.minutes || older.minutes, seen: Math.min(older.seen, newer.seen) };
}

/** Whether it says what its writer has just sent: a draft that was saved on its way while they sent it. */
export function wasJustSent(draft: Pick<SavedDraft, 'text'>, sent: { text: string; by: Address }[], by: Address): boolean {
  return sent.some((article) => article.by === by && article.text.trim() === draft.text.trim());
}
