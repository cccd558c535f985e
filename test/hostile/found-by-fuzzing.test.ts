import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readThrough } from '../support/read-through.ts';

test('a Content-Type without a colon is no type, and the mail is a text (M10)', async () => {
  const { mail } = await read('content-type-without-colon');

  expect(mail.text).toBe('The printer does not print.');
  expect(mail.files).toEqual([]);
});

test('an id with a control character in it is none (A18)', async () => {
  const { mail } = await read('controls-in-ids');

  expect([mail.messageId, mail.inReplyTo, mail.references]).toEqual([null, [], ['<good@kunde.example>']]);
  expect(mail.files[0]?.contentId).toBe('image');
});

async function read(name: string) {
  return readThrough(new Uint8Array(readFileSync(join(import.meta.dirname, `../mails/hostile/${name}.eml`))));
}
