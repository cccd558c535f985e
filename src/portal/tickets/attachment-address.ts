import type { Attachment } from '../../rules/ticket.ts';

/** Where the portal serves a file; the name is only for people and what they save it as. */
export function attachmentAddress(number: number, file: Pick<Attachment, 'id' | 'name'>): string {
  return `/tickets/${number}/attachments/${encodeURIComponent(file.id)}/${encodeURIComponent((file.name || 'file').toWellFormed())}`;
}
