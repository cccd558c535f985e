/** The scene of the vectors: a ticket, and what a mail of test/mails/vectors changes on it. */

import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { Command } from '../../src/rules/commands.ts';
import { settings } from '../../src/settings-of-worker.ts';
import { sendLetters } from '../../src/ticket/letter-sending.ts';
import { openDatabase } from '../../src/ticket/ticket-store.ts';
import { ticketOf } from '../../src/ticket/tickets.ts';
import { anna, articlesOf, bring, bringToTicket, mailNamed, plainMail, stamped, ticketPage } from './inbox.ts';
import { signedIn } from './portal-visitor.ts';

export const max = 'max@kunde.example';
export const boss = 'boss@kunde.example';
export const eve = 'eve@evil.example';

export type Dmarc = 'pass' | 'fail' | 'none';
/** `dmarc` null: the mail brings its own trace block. */
export type Vector = { name: string; filled?: Record<string, string | number>; dmarc: Dmarc | null; to?: string };
/** What the mail changed: where it is, which letters it caused (`kind to`), and who joined. */
export type Effect = { outcome: string; reason: string | null; on: number | null; out: string[]; joined: string[] };

/** A letter as the binding gets it; `bytes`: all of it. */
export type Leaving = { to: string; replyTo: string; bytes: string };

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

/** What is on the ticket, oldest first: `kind, of whom: text`, machines' notes marked. */
export async function said(on: number): Promise<string[]> {
  return (await articlesOf(on)).map(({ kind, by, text, automatic }) => `${automatic === null ? kind : `note (${automatic})`}, ${by.address}: ${text.trim()}`);
}

/** Whether each of these people sees the words on the ticket's page; null: they see no such ticket. */
export async function whoSees(on: number, words: string, people: string[]): Promise<Record<string, boolean | null>> {
  const seen: Record<string, boolean | null> = {};
  for (const who of people) {
    const { status, page } = await (await signedIn(who, who === anna.address ? 'agent' : 'requester')).get(`/tickets/${on}`);
    seen[who] = status === 404 ? null : page.includes(words);
  }
  return seen;
}

/** All letters that the ticket ever wrote, written once more for a mailer that only records them. */
export async function lettersLeaving(on: number): Promise<Leaving[]> {
  const leaving: Leaving[] = [];
  const MAIL = {
    send: async (letter: EmailMessage | EmailMessageBuilder) => {
      if (!('subject' in letter)) throw new Error('We build no mails ourselves');
      leaving.push({ to: String(letter.to), replyTo: String(letter.replyTo), bytes: JSON.stringify(letter) });
      return { messageId: `<leaving-${on}-${leaving.length}@dtnet.de>` };
    },
  };
  await runInDurableObject(env.TICKETS.getByName(String(on)), async (_, { storage }) => {
    storage.sql.exec("update letters set state = 'queued', due_at = 0");
    await sendLetters(openDatabase(storage), { ...env, MAIL }, settings);
  });
  return leaving;
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
