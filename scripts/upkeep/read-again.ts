/**
 * `npm run read-again -- --day 2026-11-20 [--to 2026-11-22]`: says which mails of these days today's parser reads otherwise than they were read when
 * they came. `--apply` has them say so from now on. It can be stopped and called again, also where it ended (`--after PLACE`).
 */

import * as v from 'valibot';
import { dayNumber } from '../../src/rules/intake-search.ts';
import { option } from '../start/arguments.ts';
import type { DeskAccess } from './desk-access.ts';
import { Stop } from './stop.ts';
import { withDesk } from './with-desk.ts';

const place = v.object({ receivedAt: v.number(), key: v.string() });
const mail = v.object({ number: v.number(), article: v.number(), sender: v.nullable(v.string()), subject: v.nullable(v.string()), parts: v.array(v.string()) });
const step = v.object({ next: v.nullable(place), mails: v.number(), differing: v.array(mail), left: v.number(), faults: v.array(v.string()) });
type Place = v.InferOutput<typeof place>;

const args = process.argv.slice(2);
const apply = args.includes('--apply');

await withDesk(args, asked, readAgain);

type Asked = { from: string; to: string; after: Place | null };

function asked(): Asked {
  const from = option(args, '--day') ?? '';
  const to = option(args, '--to') ?? from;
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (first === null || last === null) throw new Stop('Please say which day, or from which to which: npm run read-again -- --day 2026-11-20 --to 2026-11-22');
  if (last < first) throw new Stop(`${to} is before ${from}: --to is the last day that is read again.`);
  return { from, to, after: begins() };
}

/** What the command said when it was stopped. */
function begins(): Place | null {
  const typed = option(args, '--after');
  if (typed === undefined) return null;
  const [, receivedAt, key] = /^(\d{1,16})-([0-9a-f]{64})$/.exec(typed) ?? [];
  if (receivedAt === undefined || key === undefined) throw new Stop('--after is what this command said when it was stopped, or nothing.');
  return { receivedAt: Number(receivedAt), key };
}

async function readAgain(desk: DeskAccess, { from, to, after: begin }: Asked): Promise<void> {
  const sum = { mails: 0, differing: 0, left: 0, faults: 0 };
  let after = begin;
  do {
    const done: v.InferOutput<typeof step> = v.parse(step, await desk.step('read-again', { from, to, after, apply }));
    for (const one of done.differing) console.log(`#${one.number}, article ${one.article} (${one.parts.join(', ')}): ${plain(one.subject)} from ${plain(one.sender)}`);
    for (const key of done.faults) console.log(`The mail ${key} could not be read; the desk's log says why.`);
    sum.mails += done.mails;
    sum.differing += done.differing.length;
    sum.left += done.left;
    sum.faults += done.faults.length;
    after = done.next;
    if (after !== null) console.log(`${sum.mails} mails read, on with --after ${after.receivedAt}-${after.key}`);
  } while (after !== null);
  console.log(summary(from === to ? `of ${from}` : `from ${from} to ${to}`, sum));
}

function summary(days: string, { mails, differing, left, faults }: Record<'mails' | 'differing' | 'left' | 'faults', number>): string {
  const those = `${mails} mails on tickets, ${days}: ${differing}`;
  return [
    apply ? `${those} were read otherwise and say so now. What they said before is kept beside them.` : `${those} read otherwise today. Nothing was changed; --apply does it.`,
    ...(left === 0 ? [] : [`${left} stay as they are: their source is gone, or something was taken out of them for good.`]),
    ...(faults === 0 ? [] : [`${faults} could not be read.`]),
  ].join('\n');
}

/** What others wrote moves no cursor here. */
function plain(text: string | null): string {
  return (text ?? '').replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim() || '(nothing)';
}
