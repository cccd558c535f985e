/** The files that a letter brings, and the HTML that shows them in place (M04). */

import { rebuildHtml } from '../mail-html/rebuild.ts';
import { filesFor } from '../rules/access.ts';
import type { ShownArticle, Viewer } from '../rules/page.ts';
import { asHeaderText, cleanFileName, LONGEST_FILE_NAME } from '../rules/clean.ts';
import { relayed, relayedType } from '../rules/relay.ts';
import type { Attachment } from '../rules/ticket.ts';
import type { Enclosure } from './send.ts';

type Bytes = ReadonlyMap<string, Uint8Array>;

/** The article's files that may go out and whose bytes are there. */
export function enclosuresOf(article: ShownArticle, viewer: Viewer, files: Bytes): Enclosure[] {
  return relayed(filesFor(viewer, article)).flatMap((file) => {
    const bytes = files.get(file.id);
    return bytes === undefined ? [] : [{ name: nameOf(file), type: relayedType(file) ?? 'application/octet-stream', bytes, contentId: file.contentId === null ? null : contentIdOf(file) }];
  });
}

function nameOf({ name }: Attachment): string {
  return asHeaderText(cleanFileName(name), LONGEST_FILE_NAME) || 'file';
}

/** Longer HTML makes a letter that mail programs cut. */
const LONGEST = 90_000;

/**
 * The article's HTML, cleaned as for the portal, without old mails and signature: the letter tells the conversation itself.
 * Pictures that go along are in their places, all others are words. Null where its text has to do.
 */
export function htmlForLetter(html: string, article: ShownArticle, files: Bytes): string | null {
  const attached = (contentId: string) => {
    const file = article.attachments.find((one) => one.contentId === contentId && files.has(one.id));
    return file === undefined ? null : `cid:${contentIdOf(file)}`;
  };
  const rebuilt = rebuildHtml(html, { attached, elsewhere: 'blocked' }, { forwarded: article.forwarded, words: null });
  return rebuilt === null || rebuilt.html.length > LONGEST || rebuilt.html.trim() === '' ? null : rebuilt.html;
}

/** Ours, for the sender's could name anything. */
function contentIdOf({ id }: Pick<Attachment, 'id'>): string {
  return `${id}@vorgang`;
}
