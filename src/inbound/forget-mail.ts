/** The bytes of a mail whose sender is erased. */

import type { IntakeRow } from '../directory/intake.ts';
import { fileKeys } from './mail-files.ts';
import { parseMail } from './parse.ts';
import { rawKey } from './raw-mails.ts';
import { inTurn } from './turns.ts';

/**
 * Deletes the raw mail. Its files too if it is on no ticket: nobody could find them any more. Those of a mail on a ticket belong to that.
 * Again after a fault it deletes what is left. Throws if the store cannot be asked.
 */
export async function forgetMail(bucket: R2Bucket, { key, article, size }: Pick<IntakeRow, 'key' | 'article' | 'size'>): Promise<void> {
  const files = article === null ? await inTurn(size, () => filesIn(bucket, key)) : 0;
  await bucket.delete([...(await fileKeys(key, files)), rawKey(key)]);
}

async function filesIn(bucket: R2Bucket, key: string): Promise<number> {
  const kept = await bucket.get(rawKey(key));
  return kept === null ? 0 : (await parseMail(new Uint8Array(await kept.arrayBuffer()))).files.length;
}
