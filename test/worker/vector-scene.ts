/** The scene of the vectors: a ticket, and what a mail of test/mails/vectors changes on it. */

import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { Command } from '../../src/rules/commands.ts';
import { ticketOf } from '../../src/ticket/tickets.ts';
import { anna, articlesOf, bring, bringToTicket, mailNamed, plainMail, stamped, ticketPage } from './inbox.ts';

export const max = 'max@kunde.example';
export const boss = 'boss@kunde.example';
export const eve = 'eve@evil.example';

export type Dmarc = 'pass' | 'fail' | 'none';
/** `dmarc` null: the mail brings its own trace block. */
export type Vector = { name: string; filled?: Record<string, string | number>; dmarc: Dmarc | null; to?: string };
/** What the mail changed: where it is, which letters it caused (`kind to`), and who joined. */
export type Effect = { outcome: string; reason: string | null; on: number | null; out: string[]; joined: string[] };

let runs = 0;

/** A ticket of Max's with Boss in Cc, which Anna answered, so that letters go to both. */
export async function aTicket({ from = max, cc = boss }: { from?: string; cc?: string } = {}): Promise<number> {
  const number = await bringToTicket(stamped(plainMail({ from, subject: 'Drucker', headers: [`Cc: ${cc}`] })), { authentication: 'cloudflare' });
  await act(number, { kind: 'reply', text: 'Ist er an?', attachments: [], channel: 'portal' });
  return number;
}

export async function act(number: number, command: Command): Promise<void> {
  const outcome = await ticketOf(env, number).act(command, anna, Date.now());
  if (!outcome.ok) throw new Error(`Anna may not: ${outcome.refusal}`);
}

/** Where this person's letters are answered to. */
export async function keyOf(who: string, on: number): Promise<string> {
  const [row] = await runInDurableObject(env.TICKETS.getByName(String(on)), (_, { storage }) => storage.sql.exec('select pid, secret from people where address = ?', who).toArray());
  return `support+${on}-${row?.['pid']}-${row?.['secret']}@dtnet.de`;
}

/** The Message-ID of the ticket's first mail. */
export async function originalOf(number: number): Promise<string> {
  const [original] = await articlesOf(number);
  return original?.messageId ?? '';
}

/** Brings the mail to the real door, and tells what it changed on `number` and on the ticket it opened. */
export async function effectOf(number: number, { name, filled = {}, dmarc, to = 'support@dtnet.de' }: Vector): Promise<Effect> {
  const before = await standing(number);
  const mail = mailNamed(`vectors/${name}`, { number, run: ++runs, ...filled });
  const row = await bring(dmarc === null ? mail : stamped(mail, { dmarc, to }), { to, authentication: 'cloudflare' });
  const after = await standing(number);
  const opened = row.outcome === 'filed' && row.number !== null && row.number !== number ? await standing(row.number) : { out: [], people: [] };
  return {
    outcome: row.outcome,
    reason: row.reason,
    on: row.number,
    out: [...after.out.slice(before.out.length), ...opened.out].toSorted(),
    joined: after.people.filter((person) => !before.people.includes(person)),
  };
}

async function standing(number: number): Promise<{ out: string[]; people: string[] }> {
  const { entries, people } = await ticketPage(number);
  const letters = entries.toReversed().flatMap((entry) => entry.letters);
  return { out: letters.map((letter) => `${letter.kind} ${letter.to.address}`), people: people.map((person) => person.address) };
}
