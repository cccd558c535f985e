/** `npm run bench:parse`: what reading a mail costs us over what postal-mime alone costs, in the runtime, on the same mails, in turns. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mailOf } from '../corpus/mail-of.ts';
import { readExpectations } from '../corpus/expectations.ts';
import { readMails, type MailBytes } from '../read/read-mails.ts';
import type { Reading } from '../read/reading.ts';
import { startRuntime } from '../read/runtime.ts';
import { root } from '../start/wrangler.ts';

const WARM_UP = 5;
const ROUNDS = 41;
/** Of a machine that does other things too. */
const TIMEOUT_MS = 120_000;

type Mails = Uint8Array<ArrayBuffer>[];

/** Of HTML alone a text is made, which postal-mime does not do. */
const KINDS = ['text', 'HTML alone', 'with attachments'] as const;
type Kind = (typeof KINDS)[number];

const mails = await sorted(allMails());
const runtime = await startRuntime('scripts/bench/parse-worker.ts', { timeoutMs: TIMEOUT_MS });
try {
  await compare('without attachments', [...mails['text'], ...mails['HTML alone']]);
  for (const kind of KINDS) await compare(kind, mails[kind]);
} finally {
  await runtime.stop();
}

function allMails(): MailBytes[] {
  const expectations = readExpectations();
  if (expectations !== null) return [...new Map(expectations.map((one) => [one.path, one])).entries()].map(([path, one]) => ({ file: path, bytes: () => mailOf(one) }));
  const folder = join(root, 'test/mails/reading');
  return readdirSync(folder).map((name) => ({ file: name, bytes: () => new Uint8Array(readFileSync(join(folder, name))) }));
}

async function sorted(all: MailBytes[]): Promise<Record<Kind, Mails>> {
  const found: Record<Kind, Mails> = { text: [], 'HTML alone': [], 'with attachments': [] };
  let index = 0;
  for await (const line of readMails(all)) {
    const bytes = all[index++]?.bytes();
    if (line.error === null && bytes !== undefined) found[kindOf(line, bytes)].push(bytes);
  }
  return found;
}

function kindOf({ attachments, html }: Reading, bytes: Uint8Array): Kind {
  if (attachments.length > 0) return 'with attachments';
  return html !== null && !Buffer.from(bytes).toString('latin1').toLowerCase().includes('text/plain') ? 'HTML alone' : 'text';
}

async function compare(name: string, mails: Mails): Promise<void> {
  await runtime.post(packed(mails));
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const [mine, other] = [await timeOf('ours  '), await timeOf('theirs')];
    if (round < 0) continue;
    ours.push(mine);
    theirs.push(other);
  }
  // Of each pair, as they ran side by side: what else the machine did meanwhile hits both.
  const ratio = median(ours.map((time, index) => time / (theirs[index] ?? Number.NaN)));
  const size = mails.reduce((sum, mail) => sum + mail.length, 0) / 1e6;
  const each = (times: number[]) => `${((median(times) * 1000) / mails.length).toFixed(0)} µs`;
  console.log(`${name}: ${mails.length} mails, ${size.toFixed(1)} MB; ours ${each(ours)}, postal-mime ${each(theirs)} a mail; ${ratio.toFixed(2)} times`);
}

async function timeOf(reader: 'ours  ' | 'theirs'): Promise<number> {
  const start = performance.now();
  await runtime.post(new TextEncoder().encode(reader));
  return performance.now() - start;
}

/** Each mail behind its length, four bytes. */
function packed(mails: Mails): Uint8Array<ArrayBuffer> {
  const lengths = mails.map((mail) => {
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, mail.length);
    return length;
  });
  return new Uint8Array(Buffer.concat(mails.flatMap((mail, index) => [lengths[index] ?? new Uint8Array(), mail])));
}

function median(times: number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}
