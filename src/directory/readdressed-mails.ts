/** The ledger's part in an address that becomes another. */

import { and, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { IntakeRow } from './intake.ts';
import type { OpenReaddressing } from './readdressings.ts';
import { confirmations, intake } from './schema.ts';

const MAILS_A_QUERY = 50;

/** Mails that the person sent before it began. */
export async function mailsFrom(binding: D1Database, { from, startedAt }: OpenReaddressing): Promise<Pick<IntakeRow, 'key' | 'article' | 'size'>[]> {
  const theirs = and(eq(intake.sender, from), lte(intake.receivedAt, startedAt));
  return drizzle(binding).select({ key: intake.key, article: intake.article, size: intake.size }).from(intake).where(theirs).limit(MAILS_A_QUERY);
}

/** Whether a mail that came before it began has not been read yet: it may be the person's. */
export async function hasUnreadMails(binding: D1Database, { startedAt }: OpenReaddressing): Promise<boolean> {
  const unread = and(eq(intake.outcome, 'received'), lte(intake.receivedAt, startedAt), isNull(intake.missingAt));
  return (await drizzle(binding).select({ key: intake.key }).from(intake).where(unread).limit(1)).length > 0;
}

/** Their bytes are gone: the ledger says that a mail came and where it went, but no more from whom. One that waited at the door waits no more. */
export async function forgetSender(binding: D1Database, { to, startedAt }: OpenReaddressing, keys: string[]): Promise<void> {
  const db = drizzle(binding);
  const waits = sql`${intake.outcome} = 'door'`;
  await db.batch([
    db.delete(confirmations).where(inArray(confirmations.intake, keys)),
    db.update(intake).set({
      sender: to,
      senderName: '',
      envelopeFrom: '',
      reason: sql`case when ${waits} then 'erased' else ${intake.reason} end`,
      doneAt: sql`coalesce(${intake.doneAt}, ${startedAt})`,
      outcome: sql`case when ${waits} then 'refused' else ${intake.outcome} end`,
    }).where(inArray(intake.key, keys)),
  ]);
}

/** Wherever else the address stands in the ledger; for somebody who moves, as sender too. */
export async function readdressMails(binding: D1Database, { kind, from, to, startedAt }: OpenReaddressing): Promise<void> {
  const db = drizzle(binding);
  const swapped = (column: typeof intake.sender | typeof intake.envelopeFrom | typeof intake.decidedBy | typeof intake.asked) => sql`case when ${column} = ${from} then ${to} else ${column} end`;
  const named = or(eq(intake.decidedBy, from), eq(intake.asked, from), eq(intake.envelopeFrom, from), kind === 'moved' ? eq(intake.sender, from) : undefined);
  await db
    .update(intake)
    .set({ envelopeFrom: swapped(intake.envelopeFrom), decidedBy: swapped(intake.decidedBy), asked: swapped(intake.asked), ...(kind === 'moved' ? { sender: swapped(intake.sender) } : {}) })
    .where(and(named, lte(intake.receivedAt, startedAt)));
}
