/** What a form sent, before anybody judges it. */

import type { Context } from 'hono';
import type { PortalEnv } from './portal-env.ts';

export type SentForm = {
  /** Whether the field was sent at all, be it empty. */
  has: (name: string) => boolean;
  /** The field's text with plain line breaks; empty if it is missing or a file. */
  text: (name: string) => string;
  /** The texts of all fields of this name, empty ones too. */
  texts: (name: string) => string[];
  /** The field's files; browsers send an empty one where none was chosen. */
  files: (name: string) => File[];
};

/** The form, urlencoded or multipart; null if the body is neither or broken. */
export async function readForm(c: Context<PortalEnv>): Promise<SentForm | null> {
  let sent: FormData;
  try {
    sent = await c.req.formData();
  } catch {
    return null;
  }
  return {
    has: (name) => sent.has(name),
    text: (name) => textsIn(sent, name)[0] ?? '',
    texts: (name) => textsIn(sent, name),
    files: (name) => sent.getAll(name).filter((value) => typeof value !== 'string').filter((file) => file.size > 0 || file.name !== ''),
  };
}

function textsIn(sent: FormData, name: string): string[] {
  return sent.getAll(name).map((value) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''));
}
