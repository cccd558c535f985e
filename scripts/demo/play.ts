/** Plays one demo ticket: each step through the door that people use, then moved to its day. */

import { type MailDesk, newestMailTo, sendMail } from '../../test/support/local-mail.ts';
import { addressIn } from '../../test/support/raw-mail.ts';
import type { Settings } from '../../src/settings.ts';
import type { Case, Step } from './case.ts';
import { type AgentKey, agents, customer, type CustomerKey } from './cast.ts';
import { askDirectory, askTicket } from './explorer.ts';
import { moveToPast, setTargets, settled } from './past.ts';
import type { PortalSession } from './portal-session.ts';
import { later } from './when.ts';
import { agentsAnswer, answer, pictures, request } from './written.ts';

/** `enter` signs in somebody who has written before. */
export type Stage = {
  desk: MailDesk;
  settings: Settings;
  sessions: Record<AgentKey, PortalSession>;
  enter: (key: CustomerKey) => Promise<PortalSession>;
  now: number;
};

/** Returns the ticket's number. Steps that would be in the future are left out: such a ticket is simply not done yet. */
export async function play(stage: Stage, written: Case, openedAt: number): Promise<number> {
  const { desk, settings, now } = stage;
  const since = Date.now();
  const number = written.helps === undefined ? await openByMail(desk, written) : await openByForm(stage, written, written.helps);
  await settled(desk.url, number);
  await moveToPast(desk.url, { number, since, to: openedAt });
  await setTargets(desk.url, settings, { number, at: openedAt });

  let at = openedAt;
  for (const step of written.then) {
    at = later(at, step.after, step.by === 'customer' ? 'customer' : 'agent');
    if (at > now) break;
    const stepSince = Date.now();
    await take(stage, written, { step, number, at });
    await settled(desk.url, number);
    await moveToPast(desk.url, { number, since: stepSince, to: at });
  }
  return number;
}

async function openByMail(desk: MailDesk, written: Case): Promise<number> {
  const messageId = `<${crypto.randomUUID()}@${customer(written.from).address.split('@')[1]}>`;
  await sendMail(desk, { ...request(written, desk.supportAddress), headers: { 'Message-ID': messageId } });
  const [row = []] = await askDirectory(desk.url, { sql: 'select number from intake where message_id = ?', params: [messageId] });
  if (row[0] === null || row[0] === undefined) throw new Error(`The mail "${written.subject}" became no ticket; the ledger says why.`);
  return Number(row[0]);
}

async function openByForm(stage: Stage, written: Case, helps: Record<string, string>): Promise<number> {
  const session = await stage.enter(written.from);
  const cc = (written.cc ?? []).map((key) => customer(key).address).join(', ');
  return numberIn(await session.post('/tickets', { subject: written.subject, text: written.text, cc, ...helps }, pictures(written.dialog)));
}

function numberIn(path: string): number {
  return Number(/^\/tickets\/(\d+)/.exec(path)?.[1]);
}

async function take(stage: Stage, written: Case, { step, number, at }: { step: Step; number: number; at: number }): Promise<unknown> {
  if (step.by === 'customer') return mailAnswer(stage, written, { key: step.who ?? written.from, number, at, step });
  const session = stage.sessions[step.by];
  const ticket = `/tickets/${number}`;
  const staff = (key: AgentKey) => `${agents[key].mailbox}@${stage.desk.supportAddress.split('@')[1]}`;
  switch (step.does) {
    case 'take':
      return session.post(`${ticket}/owner`, { owner: staff(step.by) });
    case 'give':
      return session.post(`${ticket}/owner`, { owner: staff(step.to) });
    case 'close':
      await session.post(`${ticket}/status`, { status: 'closed' });
      return hurry(stage, session, number);
    case 'reject':
      return session.post(`${ticket}/status`, { status: 'rejected' });
    case 'wait':
      return session.post(`${ticket}/status`, { status: 'waiting' });
    case 'open':
      return session.post(`${ticket}/status`, { status: 'open' });
    case 'rank':
      return session.post(`${ticket}/priority`, { priority: String(step.priority), final_priority: String(step.finalPriority) });
    case 'add':
      return session.post(`${ticket}/watchers`, { address: customer(step.whom).address, role: 'cc' });
    case 'reply':
      await session.post(`${ticket}/replies`, { text: agentsAnswer(step.says, step.by, { language: written.language, key: written.from }) });
      return hurry(stage, session, number);
    case 'comment':
      return session.post(`${ticket}/comments`, { text: step.says });
  }
}

/** Nobody takes anything back here, so its letters need not wait for that. Any command wakes the ticket, as throwing away a draft does. */
async function hurry({ desk }: Stage, session: PortalSession, number: number): Promise<void> {
  await askTicket(desk.url, number, [{ sql: "update letters set due_at = 1 where state = 'queued'" }]);
  await session.post(`/tickets/${number}/draft`, { discard: '1' });
}

type Answer = { key: CustomerKey; number: number; at: number; step: Extract<Step, { by: 'customer' }> };

async function mailAnswer({ desk, settings }: Stage, written: Case, { key, number, at, step }: Answer): Promise<void> {
  const { name, address } = customer(key);
  const letter = await newestMailTo(desk, address, `#${number}]`);
  const { language } = written;
  const quoted = { language, desk: settings.siteName, letter: letter.text, at: at - 20 * 60_000 };
  await sendMail(desk, {
    from: `${name} <${address}>`,
    to: letter.replyTo ?? addressIn(letter.from),
    subject: `${prefix(language, step.away === true)}: ${letter.subject}`,
    text: step.away === true ? step.says : answer(step.says, key, quoted),
    files: pictures(step.dialog),
    headers: {
      'In-Reply-To': letter.messageId,
      References: `${letter.headers.References ?? ''} ${letter.messageId}`.trim(),
      ...(step.away === true ? { 'Auto-Submitted': 'auto-replied' } : {}),
    },
  });
}

function prefix(language: 'de' | 'en', away: boolean): string {
  if (away) return language === 'de' ? 'Automatische Antwort' : 'Automatic reply';
  return language === 'de' ? 'AW' : 'Re';
}
