/** Plays one demo ticket: each step through the door that people use, then moved to its day. */

import { type MailDesk, newestMailTo, sendMail } from '../../test/support/local-mail.ts';
import { addressIn } from '../../test/support/raw-mail.ts';
import type { Settings } from '../../src/settings.ts';
import type { Case, Step } from './case.ts';
import { type AgentKey, agents, customer, type CustomerKey } from './cast.ts';
import { askDirectory } from './explorer.ts';
import { moveToPast, setTargets, settled } from './past.ts';
import type { PortalSession } from './portal-session.ts';
import { later } from './when.ts';
import { agentsAnswer, answer, pictures, request } from './written.ts';

export type Stage = { desk: MailDesk; settings: Settings; sessions: Record<AgentKey, PortalSession>; now: number };

/** Returns the ticket's number. Steps that would be in the future are left out: such a ticket is simply not done yet. */
export async function play(stage: Stage, written: Case, openedAt: number): Promise<number> {
  const { desk, settings, now } = stage;
  const since = Date.now();
  const messageId = `<${crypto.randomUUID()}@${customer(written.from).address.split('@')[1]}>`;
  await sendMail(desk, { ...request(written, desk.supportAddress), headers: { 'Message-ID': messageId } });
  const [row = []] = await askDirectory(desk.url, { sql: 'select number from intake where message_id = ?', params: [messageId] });
  const number = Number(row[0]);

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

async function take(stage: Stage, written: Case, { step, number, at }: { step: Step; number: number; at: number }): Promise<void> {
  if (step.by === 'customer') {
    const key = step.who ?? written.from;
    return mailAnswer(stage, written, { key, number, at, text: step.says, dialog: step.dialog });
  }
  const session = stage.sessions[step.by];
  const ticket = `/tickets/${number}`;
  const staff = (key: AgentKey) => `${agents[key].mailbox}@${stage.desk.supportAddress.split('@')[1]}`;
  switch (step.does) {
    case 'take':
      return session.post(`${ticket}/owner`, { owner: staff(step.by) });
    case 'give':
      return session.post(`${ticket}/owner`, { owner: staff(step.to) });
    case 'close':
      return session.post(`${ticket}/status`, { status: 'closed' });
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
      return session.post(`${ticket}/replies`, { text: agentsAnswer(step.says, step.by, { language: written.language, key: written.from }) });
    case 'comment':
      return session.post(`${ticket}/comments`, { text: step.says });
  }
}

type Answer = { key: CustomerKey; number: number; at: number; text: string; dialog: Extract<Step, { by: 'customer' }>['dialog'] };

async function mailAnswer({ desk, settings }: Stage, written: Case, { key, number, at, text, dialog }: Answer): Promise<void> {
  const { name, address } = customer(key);
  const letter = await newestMailTo(desk, address, `#${number}]`);
  await sendMail(desk, {
    from: `${name} <${address}>`,
    to: letter.replyTo ?? addressIn(letter.from),
    subject: `${written.language === 'de' ? 'AW' : 'Re'}: ${letter.subject}`,
    text: answer(text, key, { language: written.language, desk: settings.siteName, letter: letter.text, at: at - 20 * 60_000 }),
    files: pictures(dialog),
    headers: { 'In-Reply-To': letter.messageId, References: `${letter.headers.References ?? ''} ${letter.messageId}`.trim() },
  });
}
