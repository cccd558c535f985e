/** Who writes what to whom in a fault test, and which letters are due for it: from the product's promises, not from its code. */

import { chance, type Chance } from '../../test/support/chance.ts';
import { rawMail } from '../../test/support/raw-mail.ts';

/** `id` stands in the mail's text, so that it is found wherever its words go. `due`: who gets a letter because of it. */
export type WrittenMail = { id: string; from: string; to: string; raw: string | Uint8Array; due: string[] };

/**
 * Mails about one thing. `judged`: `in order`, each answers the one before, and all are on one ticket in this order; `on one ticket`, in whatever order
 * they came; `kept`: nothing is known of them but that none is lost and nothing is done twice; `by its ticket`: the same, and which letters were due follows
 * from the ticket's history alone.
 */
export type Conversation = { name: string; judged: 'in order' | 'on one ticket' | 'kept' | 'by its ticket'; length: number; written: WrittenMail[]; dice: Chance };

/** A text that an agent sent in the portal, and the desk took. */
export type Typed = { ticket: number; by: string; kind: 'correspondence' | 'comment'; text: string };

/** Agents of the desk. The watcher gets a letter for each new ticket (P01). */
export const agents = ['anna@dtnet.de', 'berta@dtnet.de', 'carl@dtnet.de'];
export const watcher = 'wanda@dtnet.de';
export const admin = 'ada@dtnet.de';
export const support = 'support@dtnet.de';

/** So many conversations of so many mails each. Past 100 new tickets in ten minutes the desk stops acknowledging (A10). */
export function aPlan(seed: number, size: { conversations: number; mails: number }): Conversation[] {
  return Array.from({ length: size.conversations }, (_, at) => ({ name: `s${seed}c${at + 1}`, judged: 'in order', length: size.mails, written: [], dice: chance(seed * 10_000 + at) }));
}

export function peopleOf({ name }: Pick<Conversation, 'name'>): { requester: string; boss: string; agent: string } {
  const agent = agents[Number(name.replace(/\D/g, '')) % agents.length] ?? watcher;
  return { requester: `${name}@kunde.example`, boss: `chef-${name}@kunde.example`, agent };
}

/** The mail whose words come first in a letter. An acknowledgement has no words of any: it is about the first. */
export function carriedBy({ subject, text }: { subject: string; text: string }): string | null {
  const name = conversationIn(subject);
  return /Kennung (\w+-\d+)/.exec(text)?.[1] ?? (name === null ? null : `${name}-1`);
}

export function conversationIn(subject: string): string | null {
  return /Drucker von (\w+)/.exec(subject)?.[1] ?? null;
}

/** The number of the ticket that a letter is about. */
export function ticketIn(subject: string): number | null {
  const number = /#(\d+)\]/.exec(subject)?.[1];
  return number === undefined ? null : Number(number);
}

/**
 * Writes the conversation's next mail. `answerTo`: the Reply-To of the newest letter that its agent got; an agent can answer nothing else, so
 * until there is one the requester writes.
 */
export function nextMail(conversation: Conversation, answerTo: string | null): WrittenMail {
  const { name, written, dice } = conversation;
  const { requester, boss, agent } = peopleOf(conversation);
  const acted = written.some((mail) => mail.from === agent);
  const writer = answerTo === null || written.length === 0 ? requester : dice.of(acted ? [requester, boss, agent] : [requester, agent]);
  const to = writer === agent && answerTo !== null ? answerTo : support;
  const mail = { id: `${name}-${written.length + 1}`, from: writer, to, raw: rawOf(conversation, writer, to), due: dueFor(conversation, writer) };
  written.push(mail);
  return mail;
}

/** The requester is acknowledged, the watcher and the agent in Cc are told. Whoever else only stands in Cc hears nothing before the agent has acted (A09). */
function dueFor(conversation: Conversation, writer: string): string[] {
  const { requester, boss, agent } = peopleOf(conversation);
  if (conversation.written.length === 0) return [requester, watcher, agent];
  const acted = writer === agent || conversation.written.some((mail) => mail.from === agent);
  const reached = acted ? [requester, boss, agent] : [requester, agent];
  return reached.filter((person) => person !== writer);
}

function rawOf(conversation: Conversation, from: string, to: string): string {
  const { name, written, dice } = conversation;
  const { boss, agent } = peopleOf(conversation);
  const at = written.length;
  const named = (mail: number) => `<${name}-${mail + 1}@kunde.example>`;
  const answers = at === 0 ? {} : { 'In-Reply-To': named(at - 1), References: [...new Set([named(0), named(at - 1)])].join(' ') };
  const files = dice.happens(0.2) ? [{ name: 'daten.bin', type: 'application/octet-stream', bytes: bytes(2000 + dice.below(60_000), dice) }] : [];
  return rawMail({
    from,
    to,
    ...(at === 0 ? { cc: [boss, agent] } : {}),
    subject: `${at === 0 ? '' : 'Re: '}Drucker von ${name}`,
    text: `Kennung ${name}-${at + 1}. Der Drucker meldet Fehler ${dice.below(1_000_000)} und ${dice.below(1_000_000)}.`,
    files,
    headers: { 'Message-ID': named(at), Date: 'Tue, 24 Nov 2026 09:00:00 +0000', ...answers },
  });
}

function bytes(length: number, dice: Chance): Uint8Array {
  return Uint8Array.from({ length }, () => dice.below(256));
}
