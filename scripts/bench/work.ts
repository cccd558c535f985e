/** The work that is measured, each beside its floor. */

import { ticketWith, type BenchDesk } from './bench-desk.ts';
import { file, newMail, replyTo } from './mails.ts';
import { customer, sessionIn } from './state.ts';
import type { Measured } from './table.ts';
import { atOnce, inTurns, type Work } from './timing.ts';

/** Tickets that are looked at, and words that are looked for; see `setScene`. `answered`: the one that replies come to; `others`: those whose objects are woken. */
export type Scene = { short: number; long: number; answered: number; others: number[]; common: string; rare: string };

/** One row of the table, not measured yet. `rounds` of it are a full run. */
export type Task = { work: string; aim: number | null; rounds: number; pieces?: number; rest?: Work; ours: Work; floor: Work; knowing?: Work };

const AT_ONCE = 8;
const MAILS_A_BATCH = 48;
const MB = 1_000_000;
const SHORT = 10;
const LONG = 1000;
const OTHERS = 12;

/** Makes the tickets that pages are measured with, on the desk and on the floor. */
export async function setScene(desk: BenchDesk, words: Pick<Scene, 'common' | 'rare'>): Promise<Scene> {
  const [short, long] = [await ticketWith(desk, SHORT, newMail([], customer)), await ticketWith(desk, LONG, newMail())];
  for (const [number, articles] of [[short, SHORT], [long, LONG]] as const) {
    for (let article = 0; article < articles; article += 1) await desk.bringToFloor(newMail(), String(number));
  }
  const answered = await ticketWith(desk, 1, newMail([], customer));
  const others: number[] = [];
  for (let ticket = 0; ticket < OTHERS; ticket += 1) others.push(await ticketWith(desk, SHORT, newMail()));
  return { short, long, answered, others, ...words };
}

export function tasks(desk: BenchDesk, scene: Scene): Task[] {
  return [...mailTasks(desk, scene), ...pageTasks(desk, scene)];
}

function mailTasks(desk: BenchDesk, { answered }: Scene): Task[] {
  const { bring, bringToFloor, quiet } = desk;
  const mail = (work: string, rounds: number, size: number, aim: number) => {
    const files = size === 0 ? [] : [file(size)];
    return { work, aim, rounds, rest: quiet, ours: () => bring(newMail(files)), floor: () => bringToFloor(newMail(files)) };
  };
  const reply = { ours: () => bring(replyTo(answered, customer)), floor: () => bringToFloor(replyTo(answered, customer), String(answered)) };
  const together = (one: Work) => () => atOnce(AT_ONCE, MAILS_A_BATCH, one);
  const single = mail('new mail of 4 KB, one after another', 60, 0, 2);
  return [
    single,
    { ...single, work: 'new mail of 4 KB, 8 at once', rounds: 10, pieces: MAILS_A_BATCH, ours: together(single.ours), floor: together(single.floor) },
    { ...reply, work: 'reply of 4 KB, one after another', aim: 2, rounds: 60, rest: quiet },
    { work: 'reply of 4 KB, 8 at once', aim: 2, rounds: 10, pieces: MAILS_A_BATCH, rest: quiet, ours: together(reply.ours), floor: together(reply.floor) },
    mail('mail with a file of 1 MB', 20, MB, 1.3),
    mail('mail with a file of 18 MB (25 MB as a mail)', 5, 18 * MB, 1.3),
  ];
}

function pageTasks({ visit, visitFloor, state }: BenchDesk, { short, long, common, rare }: Scene): Task[] {
  const page = (work: string, path: string, floor: string, cookie = state.agent) => ({
    work,
    aim: 2,
    rounds: 100,
    ours: async () => void (await visit(path, cookie)),
    floor: () => visitFloor(floor),
    knowing: () => visitFloor(`${floor}${floor.includes('?') ? '&' : '?'}session=${sessionIn(cookie)}`),
  });
  return [
    page('ticket page with 10 articles', `/tickets/${short}`, `/ticket?number=${short}`),
    page('ticket page with 1,000 articles', `/tickets/${long}`, `/ticket?number=${long}`),
    page('ticket page with 10 articles, for its customer', `/tickets/${short}`, `/ticket?number=${short}`, state.customer),
    page('list of 50 tickets', '/desk?view=open', '/list'),
    page('list of a customer’s own tickets', '/tickets', '/list', state.customer),
    page('search, a word on one ticket in six', `/desk?q=${common}`, `/search?word=${common}`),
    page('search, a word on one ticket', `/desk?q=${rare}`, `/search?word=${rare}`),
  ];
}

/** `share` of the rounds of a full run. */
export async function measure({ work, aim, rounds, pieces = 1, ...turns }: Task, share: number): Promise<Measured> {
  const some = Math.max(3, Math.round(rounds * share));
  return { work, aim, pieces, compared: await inTurns({ ...turns, rounds: some, warmUp: Math.min(5, Math.ceil(some / 4)) }) };
}
