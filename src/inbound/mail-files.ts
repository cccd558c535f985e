/** The files of a mail, brought to R2. */

import { encodeHexLowerCase } from '@oslojs/encoding';
import { failPoint } from '../fail-points.ts';
import { inGroups } from '../in-groups.ts';
import type { Attachment } from '../rules/ticket.ts';
import type { Mail, MailFile } from '../rules/mail.ts';
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
  return [...kept, ...(await inGroups([...mail.files.entries()], AT_ONCE, ([position, file]) => keepFile(bucket, { key, position, file })))];
}

async function rawFile(key: string, raw: Uint8Array): Promise<Attachment> {
  return { id: await fileId(key, -1), name: 'mail.eml', type: 'message/rfc822', size: raw.length, key: rawKey(key), contentId: null };
}

type PlacedFile = { key: string; position: number; file: MailFile };

async function keepFile(bucket: R2Bucket, placed: PlacedFile): Promise<Attachment> {
  const attachment = await attachmentOf(placed);
  await bucket.put(attachment.key, placed.file.bytes, { onlyIf: { etagDoesNotMatch: '*' }, httpMetadata: { contentType: attachment.type } });
  await failPoint('file-kept');
  return attachment;
}

async function attachmentOf({ key, position, file }: PlacedFile): Promise<Attachment> {
  const id = await fileId(key, position);
  return { id, name: file.name, type: file.type, size: file.bytes.length, key: fileKey(id), contentId: file.inline ? file.contentId : null };
}

type MailAgain = { key: string; raw: Uint8Array; mail: Mail };

/**
 * Keeps the files of a mail that is read again. One with the same bytes in the same place is the same file; another gets a name by its bytes too,
 * because what is kept is never written over.
 */
export async function keepFilesAgain(bucket: R2Bucket, again: MailAgain): Promise<Attachment[]> {
  return filesAgain(bucket, again, (placed) => keepFile(bucket, placed));
}

/** What `keepFilesAgain` would return; nothing is kept. */
export async function foreseeFilesAgain(bucket: R2Bucket, again: MailAgain): Promise<Attachment[]> {
  return filesAgain(bucket, again, attachmentOf);
}

async function filesAgain(bucket: R2Bucket, { key, raw, mail }: MailAgain, take: (placed: PlacedFile) => Promise<Attachment>): Promise<Attachment[]> {
  const taken: Attachment[] = isKeptWhole(mail) ? [] : [await rawFile(key, raw)];
  for (const [position, file] of mail.files.entries()) {
    const bytes = new Uint8Array(file.bytes);
    const before = await bucket.head(fileKey(await fileId(key, position)));
    const same = before === null || (before.size === file.bytes.length && before.etag === (await hexDigest('MD5', bytes)));
    taken.push(await take({ key: same ? key : `${key}/${await hexDigest('SHA-256', bytes)}`, position, file }));
  }
  return taken;
}

async function hexDigest(algorithm: 'MD5' | 'SHA-256', bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return encodeHexLowerCase(new Uint8Array(await crypto.subtle.digest(algorithm, bytes)));
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
