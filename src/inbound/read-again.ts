/** Reads a mail that is on a ticket once more, with today's parser (M12). */

import { asComment } from '../rules/comment-mark.ts';
import { readingOf, type Reading } from '../rules/read-again.ts';
import type { Article } from '../rules/ticket.ts';
import { foreseeFilesAgain, keepFilesAgain } from './mail-files.ts';
import { parseMail } from './parse.ts';
import { rawKey } from './raw-mails.ts';
import { saidIn } from './said-in.ts';
import { inTurn } from './turns.ts';

/** What the article's mail says now; its files are kept. Null if it came by none, or if the bytes are not there (any more). */
export async function readMailAgain(bucket: R2Bucket, article: Article): Promise<Reading | null> {
  return readInTurn(bucket, article, keepFilesAgain);
}

/** The same for whoever only wants to know: nothing is kept. */
export async function foreseeReading(bucket: R2Bucket, article: Article): Promise<Reading | null> {
  return readInTurn(bucket, article, foreseeFilesAgain);
}

async function readInTurn(bucket: R2Bucket, article: Article, filesOf: typeof keepFilesAgain): Promise<Reading | null> {
  const { intake } = article;
  const kept = intake === null ? null : await bucket.head(rawKey(intake));
  return intake === null || kept === null ? null : inTurn(kept.size, () => read(bucket, article, intake, filesOf));
}

async function read(bucket: R2Bucket, article: Article, key: string, filesOf: typeof keepFilesAgain): Promise<Reading | null> {
  const kept = await bucket.get(rawKey(key));
  if (kept === null) return null;
  const raw = new Uint8Array(await kept.arrayBuffer());
  const mail = await parseMail(raw);
  const reading = { ...saidIn(mail), attachments: await filesOf(bucket, { key, raw, mail }) };
  // Its mark was taken off when it came.
  return readingOf(article.kind === 'comment' ? asComment({ ...article, ...reading }) : reading);
}
