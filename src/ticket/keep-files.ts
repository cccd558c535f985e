/** Files that people send through the portal, brought to R2. */

import { encodeHexLowerCase } from '@oslojs/encoding';
import { cleanFileName } from '../rules/clean.ts';
import type { Attachment } from '../rules/ticket.ts';

/** Keeps each non-empty file under a random name. Browsers send an empty one where none was chosen. */
export async function keepFiles(env: Env, files: File[]): Promise<Attachment[]> {
  return Promise.all(files.filter((file) => file.size > 0 || file.name !== '').map((file) => keepFile(env.BYTES, file)));
}

async function keepFile(bucket: R2Bucket, file: File): Promise<Attachment> {
  const id = encodeHexLowerCase(crypto.getRandomValues(new Uint8Array(16)));
  const key = `files/${id}`;
  const type = file.type === '' ? 'application/octet-stream' : file.type.toLowerCase();
  await bucket.put(key, file, { httpMetadata: { contentType: type } });
  return { id, name: cleanFileName(file.name), type, size: file.size, key, contentId: null };
}
