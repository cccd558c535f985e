/** The inbound path in the runtime, with everything it stores to, for mails that are posted in. Answers what was wrong. */

import { findIntake, intakeTotals } from '../../src/directory/intake.ts';
import { intakeKey, readRaw } from '../../src/inbound/raw-mails.ts';
import { receiveMail } from '../../src/inbound/receive.ts';
import { parseAddress } from '../../src/rules/address.ts';
import { noReach } from '../../src/rules/reach.ts';
import { readSettings } from '../../src/settings.ts';
import { readThrough } from '../../test/support/read-through.ts';
import { problemsOf } from './checks-worker.ts';
import type { Verdict } from './verdict.ts';

export { DeskObject, SignInGuard, TicketObject } from '../../src/worker.ts';

const HOUR_MS = 3_600_000;
const MOST_ATTEMPTS = 4;

export default {
  async fetch(request, env) {
    const raw = new Uint8Array(await request.arrayBuffer());
    const verdict = new URL(request.url).pathname === '/receive' ? await received(raw, env, Number(request.headers.get('x-at'))) : await read(raw);
    return Response.json(verdict);
  },
} satisfies ExportedHandler<Env>;

async function read(raw: Uint8Array<ArrayBuffer>): Promise<Verdict> {
  try {
    const through = await readThrough(raw);
    return { problems: problemsOf(through, raw.length), outcome: through.mail.displayed ? 'displayed' : 'not displayed' };
  } catch (fault) {
    return { problems: [`reading throws ${wordsOf(fault)}`], outcome: 'thrown' };
  }
}

/** Brings the mail as a sender's server does, until the desk takes it, and looks at what the desk has then. */
async function received(raw: Uint8Array<ArrayBuffer>, env: Env, at: number): Promise<Verdict> {
  const problems: string[] = [];
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    try {
      await receiveMail(incoming(raw), env, readSettings(env), at + attempt * HOUR_MS);
      break;
    } catch (fault) {
      problems.push(`attempt ${attempt + 1} throws ${wordsOf(fault)}`);
    }
  }
  const key = await intakeKey(raw);
  const row = await findIntake(env.DB, key);
  const totals = await intakeTotals(env.DB);
  if (row === null || row.outcome === 'received' || totals.received > 0) return { problems: [...problems, 'the mail ended nowhere'], outcome: 'nowhere' };
  if (!isSame(await readRaw(env.BYTES, key), raw)) problems.push('the raw mail is another');
  if (row.outcome === 'filed' && row.number !== null) problems.push(...(await ticketProblems(env, row.number, row.article)));
  return { problems, outcome: row.outcome };
}

/** Its article, its files, and what the desk wrote because of it. */
async function ticketProblems(env: Env, number: number, article: number | null): Promise<string[]> {
  const staff = parseAddress('anna@dtnet.de');
  const ticket = env.TICKETS.getByName(String(number));
  await ticket.drain();
  const page = staff === null ? null : await ticket.page({ address: staff, role: 'admin', reach: noReach }, Date.now());
  const entry = page?.entries.find((one) => one.kind === 'article' && one.article.id === article);
  if (page == null || entry?.kind !== 'article') return ['the article is not on its ticket'];
  const kept = await Promise.all(entry.article.attachments.map((file) => env.BYTES.head(file.key)));
  const letters = page.entries.flatMap((one) => one.letters);
  return [
    ...entry.article.attachments.map((file, place) => (kept[place]?.size === file.size ? '' : `the file ${file.name} is not kept`)),
    ...letters.map(({ kind, state, reason }) => (state === 'sent' ? '' : `a letter (${kind}) is ${state}: ${reason}`)),
    page.fields.subject.isWellFormed() ? '' : 'half a character in the subject',
  ].filter((problem) => problem !== '');
}

function incoming(raw: Uint8Array<ArrayBuffer>): ForwardableEmailMessage {
  const nothing = () => Promise.reject(new Error('The desk neither forwards nor uses reply()'));
  const setReject = (reason: string) => {
    throw new Error(`refused: ${reason}`);
  };
  const envelope = { from: 'fuzz@kunde.example', to: 'support@dtnet.de' };
  return { ...envelope, headers: new Headers(), raw: new Blob([raw]).stream(), rawSize: raw.length, setReject, forward: nothing, reply: nothing };
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

function wordsOf(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message).split('\n').slice(0, 3).join(' | ') : String(fault);
}
