/** A running desk as the bench uses it: mails come in at the door, pages are asked for by people who are signed in. */

import { setTimeout as pause } from 'node:timers/promises';
import { replyTo, type Mail } from './mails.ts';
import { startRuntime, type Runtime, type Workers } from './runtime.ts';
import type { State } from './state.ts';

export type BenchDesk = {
  runtime: Runtime;
  state: State;
  /** Brings a mail to the desk, or its bytes to the floor; `ticket` is the one that the floor's mail joins. */
  bring: (mail: Mail) => Promise<void>;
  bringToFloor: (mail: Mail, ticket?: string) => Promise<void>;
  /** The page, whole. */
  visit: (path: string, cookie: string) => Promise<string>;
  /** The same work's least, by the floor's own address. */
  visitFloor: (path: string) => Promise<void>;
  /** When no letter leaves any more. Whatever went into the limits is forgotten, for else the 101st new ticket would be acknowledged to nobody. */
  quiet: () => Promise<void>;
};

export async function startDesk(workers: Workers, state: State, inspected = false): Promise<BenchDesk> {
  const runtime = await startRuntime(workers, state.folder, inspected);
  const { desk, floor, door } = runtime;
  return {
    runtime,
    state,
    bring: (mail) => bring(`${door}/desk`, mail),
    bringToFloor: ({ from, raw }, ticket) => bring(`${door}/floor`, { from, to: ticket === undefined ? 'floor@dtnet.de' : `floor+${ticket}@dtnet.de`, raw }),
    visit: (path, cookie) => visit(desk + path, cookie),
    visitFloor: async (path) => void (await visit(floor + path, '')),
    quiet: () => quiet(runtime),
  };
}

/** A new ticket with that many articles; the desk's number for it. */
export async function ticketWith(desk: BenchDesk, articles: number, mail: Mail): Promise<number> {
  await desk.bring(mail);
  const number = await newestNumber(desk);
  for (let article = 1; article < articles; article += 1) await desk.bring(replyTo(number, mail.from));
  await desk.quiet();
  return number;
}

async function newestNumber({ runtime }: BenchDesk): Promise<number> {
  return Number(await runtime.ask('select max(number) from numbers'));
}

async function bring(url: string, { from, to, raw }: Mail): Promise<void> {
  const answer = await fetch(`${url}?${new URLSearchParams({ from, to })}`, { method: 'POST', body: raw });
  const said = await answer.text();
  if (!answer.ok) throw new Error(`A mail was not taken: ${answer.status} ${said}`);
}

async function visit(url: string, cookie: string): Promise<string> {
  const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' });
  const page = await answer.text();
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}: ${page.slice(0, 300)}`);
  return page;
}

const LETTERS_FOLLOW_MS = 20;

async function quiet({ door, ask }: Runtime): Promise<void> {
  await ask('delete from tallies');
  for (let before = -1, now = await lettersSent(door); now !== before; now = await lettersSent(door)) {
    before = now;
    await pause(LETTERS_FOLLOW_MS);
  }
}

async function lettersSent(door: string): Promise<number> {
  return Number(await (await fetch(`${door}/letters`)).text());
}
