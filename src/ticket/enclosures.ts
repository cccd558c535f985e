/** The files that go out with letters, fetched from R2. */

import { relayed } from '../rules/relay.ts';
import type { Attachment } from '../rules/ticket.ts';

/** Bytes by the file's id. */
export type Enclosures = ReadonlyMap<string, Uint8Array>;

/** Throws if the store cannot be asked. What it does not have is left out: the letter then says that the file is in the portal. */
export async function fetchEnclosures(bucket: R2Bucket, files: readonly Attachment[]): Promise<Enclosures> {
  const fetched = await Promise.all(relayed(files).map(async ({ id, key }) => ({ id, bytes: await (await bucket.get(key))?.bytes() })));
  return new Map(fetched.flatMap(({ id, bytes }) => (bytes === undefined ? [] : [[id, bytes] as const])));
}
