/** The bytes of a mail whose sender is erased. */

import type { IntakeRow } from '../directory/intake.ts';
import { fileKeys } from './mail-files.ts';
import { parseMail } from './parse.ts';
import { rawKey } from './raw-mails.ts';

/**
 * Deletes the raw mail. Its files too if it is on no ticket: nobody could find them any more. Those of a mail on a ticket belong to that.
 * Again after a fault it deletes what is left. Throws if the store cannot be asked.
 */
export async function forgetMail(bucket: R2Bucket, { key, article }: Pick<IntakeRow, 'key' | 'article'>): Promise<void> {
  const kept = article === null ? await bucket.get(rawKey(key)) : null;
  const files = kept === null ? 0 : (await parseMail(new Uint8Array(await kept.arrayBuffer()))).files.length;
  await bucket.delete([...(await fileKeys(key, files)), rawKey(key)]);
}
