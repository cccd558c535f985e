/** The files of a mail, brought to R2. */

import { encodeHexLowerCase } from '@oslojs/encoding';
import { failPoint } from '../fail-points.ts';
import type { Attachment } from '../rules/ticket.ts';
import type { MailFile } from '../rules/mail.ts';
import type { Incoming } from './gather.ts';
import { isKeptWhole } from './article-bounds.ts';
import { rawKey } from './raw-mails.ts';

/** R2 calls under way at once. */
const AT_ONCE = 6;

/**
 * Keeps the files and names them by what they are: the same mail gives the same ids and keys, so that a retry writes nothing
 * new. A mail that could not be displayed, or is longer than an article, is a file of its own too: its raw source, first of all.
 */
export async function keepMailFiles(bucket: R2Bucket, { key, raw, screened }: Incoming): Promise<Attachment[]> {
  const { mail } = screened;
  const kept: Attachment[] = isKeptWhole(mail) ? [] : [await rawFile(key, raw)];
  for (let start = 0; start < mail.files.length; start += AT_ONCE) {
    const some = mail.files.slice(start, start + AT_ONCE);
    kept.push(...(await Promise.all(some.map((file, offset) => keepFile(bucket, { key, position: start + offset, file })))));
  }
  return kept;
}

async function rawFile(key: string, raw: Uint8Array): Promise<Attachment> {
  return { id: await fileId(key, -1), name: 'mail.eml', type: 'message/rfc822', size: raw.length, key: rawKey(key), contentId: null };
}

async function keepFile(bucket: R2Bucket, { key, position, file }: { key: string; position: number; file: MailFile }): Promise<Attachment> {
  const id = await fileId(key, position);
  const stored = fileKey(id);
  await bucket.put(stored, file.bytes, { onlyIf: { etagDoesNotMatch: '*' }, httpMetadata: { contentType: file.type } });
  await failPoint('file-kept');
  return { id, name: file.name, type: file.type, size: file.bytes.length, key: stored, contentId: file.inline ? file.contentId : null };
}

/** Under which keys the first `count` files of a mail are kept. */
export async function fileKeys(key: string, count: number): Promise<string[]> {
  return Promise.all(Array.from({ length: count }, async (_, position) => fileKey(await fileId(key, position))));
}

function fileKey(id: string): string {
  return `files/${id}`;
}

/** 128 bits, hex. Whoever knows the mail could compute it; the right to read is checked on every request all the same (SH11). */
async function fileId(key: string, position: number): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${key}/${position}`));
  return encodeHexLowerCase(new Uint8Array(digest).slice(0, 16));
}
