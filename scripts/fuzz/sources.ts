/** The mails that are mutated: other projects', where they are on this machine, our own, and small hostile ones. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headers, htmls, packed, structures, texts } from '../../test/support/hostile-shapes.ts';
import { readExpectations } from '../corpus/expectations.ts';
import { mailOf } from '../corpus/mail-of.ts';
import { root } from '../start/wrangler.ts';

/** Longer ones would only make the run slow; `grow` makes mails long. */
const LONGEST = 200_000;

export type Source = { name: string; bytes: Buffer };

export function readSources(): Source[] {
  const theirs = new Map((readExpectations() ?? []).map((expectation) => [expectation.path, Buffer.from(mailOf(expectation))]));
  const folder = join(root, 'test/mails');
  const ours = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.eml')).sort();
  const hostile = [...structures, ...headers, ...texts, ...htmls, ...packed].map(({ name, n, raw }) => ({ name, bytes: Buffer.from(raw(Math.ceil(n / 500))) }));
  const all = [
    ...[...theirs].map(([path, bytes]) => ({ name: path.slice(root.length), bytes })),
    ...ours.map((name) => ({ name: `test/mails/${name}`, bytes: readFileSync(join(folder, name)) })),
    ...hostile,
  ];
  return all.filter(({ bytes }) => bytes.length > 0 && bytes.length <= LONGEST);
}
