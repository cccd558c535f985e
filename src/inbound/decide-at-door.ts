/** An agent decides about a mail that waits at the door, was refused, or was taken for a machine's. */

import { findIntake, finishIntake, type IntakeRow } from '../directory/intake.ts';
import type { IntakeOutcome } from '../directory/schema.ts';
import type { Mail } from '../rules/mail.ts';
import type { Actor, Address, Instant } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import { deliver, type Decided } from './deliver.ts';
import type { Incoming } from './gather.ts';
import { parseMail } from './parse.ts';
import { readRaw } from './raw-mails.ts';
import { screen } from './screened.ts';

/** `admit`: onto the ticket it names; `open`: a ticket of its own; `refuse`: it stays in the ledger and nowhere else. */
export type DoorDecision = 'admit' | 'open' | 'refuse';

const undecided: IntakeOutcome[] = ['door', 'refused', 'machine'];

/** `sender`: who wrote it, as the agent says; used only where the mail itself does not say it (T14). */
export type DecidedAtDoor = { key: string; decision: DoorDecision; by: Actor; sender: Address | null };

/** Carries the decision out; the ticket's number, or null if the mail is refused or was decided already. */
export async function decideAtDoor(env: Env, settings: Settings, asked: DecidedAtDoor, at: Instant): Promise<{ number: number | null }> {
  const row = await findIntake(env.DB, asked.key);
  if (row === null || !undecided.includes(row.outcome)) return { number: row?.number ?? null };
  if (asked.decision === 'refuse') {
    await refuse(env, row, { reason: 'byAgent', by: asked.by.address }, at);
    return { number: null };
  }
  const incoming = await bringAgain(env, settings, row);
  const { screened } = incoming;
  // Whoever decides vouches: what they let in is a person's mail from the sender it names.
  const vouched = { ...screened, mail: withSender(screened.mail, asked.sender), automatic: 'no' } as const;
  const to: Decided = asked.decision === 'admit' && row.number !== null ? { by: asked.by, to: 'admit', number: row.number } : { by: asked.by, to: 'open' };
  const fate = await deliver(env, settings, { ...incoming, screened: vouched }, at, to);
  return { number: fate.number };
}

/** It stays in the ledger and is on no ticket; agents can decide again. */
export async function refuse(env: Env, row: IntakeRow, { reason, by }: { reason: 'byAgent' | 'disowned'; by: Address }, at: Instant): Promise<void> {
  const { messageId, sender, senderName, subject, number, queue, asked, verdict } = row;
  await finishIntake(env.DB, row.key, { outcome: 'refused', reason, number, article: null, messageId, sender, senderName, subject, queue, decidedBy: by, asked, verdict }, at);
}

/** The kept mail as it came, read and screened once more. */
export async function bringAgain(env: Env, settings: Settings, row: IntakeRow): Promise<Incoming> {
  const raw = await readRaw(env.BYTES, row.key);
  const envelope = { from: row.envelopeFrom, to: row.envelopeTo[0] ?? '' };
  const screened = screen(await parseMail(raw), raw, { envelope, authentication: settings.mailAuthentication });
  return { key: row.key, raw, envelope: { ...envelope, recipients: row.envelopeTo }, screened, again: false };
}

/** The verdict stays what it was, so nothing goes to an address that an agent only typed until an agent answers. */
function withSender(mail: Mail, sender: Address | null): Mail {
  return mail.from !== null || sender === null ? mail : { ...mail, from: { address: sender, name: '' } };
}
