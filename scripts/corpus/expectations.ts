/** What other projects' tests say of their mails: `../shared/corpus/SOURCE/expect.json`. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { root } from '../start/wrangler.ts';
import { sourcesOfCodedSizes } from './policy.ts';

export const corpusFolder = join(root, '../shared/corpus');

const text = v.optional(v.string());
const flag = v.optional(v.boolean());
const texts = v.optional(v.array(v.string()));
const list = v.optional(v.union([v.string(), v.array(v.string())]));

const shape = v.object({
  file: v.string(),
  subject: text,
  from: text, fromEmail: text, fromName: text,
  to: list, cc: list, replyTo: list, ccContains: texts,
  bodyText: text, bodyContains: texts, bodyNotContains: texts, bodyHtml: text, htmlContains: texts,
  replyText: text, replyContains: texts, replyNotContains: texts, replyStartsWith: text, replyEndsWith: text,
  withSignoffKept_replyText: text, withSignoffKept_replyStartsWith: text, withSignoffKept_replyEndsWith: text,
  quotedContains: texts, elidedText: text, signature: text, signatureContains: texts,
  attachments: v.optional(v.array(v.object({ name: v.nullable(v.string()), size: v.optional(v.number()) }))),
  attachmentCount: v.optional(v.number()),
  accept: flag, autoSubmitted: flag, bounce: flag,
  bounceReasons: texts, bounceRecipients: texts, recipientsInDSN: texts,
});

export type Expected = v.InferOutput<typeof shape>;
export type Expectation = { source: string; path: string; expected: Expected };

/** All of them whose mail is there, in order of source; null where the corpus is not on this machine. */
export function readExpectations(): Expectation[] | null {
  if (!existsSync(corpusFolder)) return null;
  const sources = readdirSync(corpusFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return sources.sort().flatMap((source) => {
    const all: unknown = JSON.parse(readFileSync(join(corpusFolder, source, 'expect.json'), 'utf8'));
    const found = v.parse(v.array(shape), all).map((expected) => ({ source, path: join(corpusFolder, source, expected.file), expected }));
    return found.filter(({ path }) => existsSync(path)).map((one) => (sourcesOfCodedSizes.has(source) ? withoutSizes(one) : one));
  });
}

function withoutSizes(expectation: Expectation): Expectation {
  const { attachments, ...expected } = expectation.expected;
  return attachments === undefined ? expectation : { ...expectation, expected: { ...expected, attachments: attachments.map(({ name }) => ({ name })) } };
}
