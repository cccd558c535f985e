import { inject } from 'vitest';
import { parseMail } from '../../src/inbound/parse.ts';
import type { Mail } from '../../src/rules/mail.ts';

declare module 'vitest' {
  interface ProvidedContext {
    mails: Record<string, string>;
  }
}

/** The bytes of test/mails/reading/NAME.eml. */
export function mailBytes(name: string): Uint8Array<ArrayBuffer> {
  const coded = inject('mails')[`${name}.eml`];
  if (coded === undefined) throw new Error(`There is no test/mails/reading/${name}.eml`);
  return Uint8Array.from(atob(coded), (character) => character.charCodeAt(0));
}

/** It, as the inbound path reads it. */
export function readMail(name: string): Promise<Mail> {
  return parseMail(mailBytes(name));
}
