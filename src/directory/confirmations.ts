/** Links in letters that ask about a mail at the door. */

import { and, eq, gt, inArray, isNull, lt } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Address, Instant } from '../rules/ticket.ts';
import type { IntakeRow } from './intake.ts';
import { confirmations, intake } from './schema.ts';
import { hashToken, newToken } from './tokens.ts';

/** How long such a link works: over a weekend, and some days off. */
export const CONFIRM_DAYS = 7;
const CONFIRM_MS = CONFIRM_DAYS * 86_400_000;

/** Who is asked about which mail, in a letter of which ticket. */
export type Question = { intake: string; number: number; asked: Address };

/**
 * A new link's token; null if the mail does not wait any more; one that is just arriving will. Made when the letter is written, so that no token is kept: a letter that is
 * sent a second time has another one, and both work, until one is used.
 */
export async function makeConfirmation(binding: D1Database, question: Question, at: Instant): Promise<string | null> {
  const db = drizzle(binding);
  const waits = await db.select({ key: intake.key }).from(intake).where(and(eq(intake.key, question.intake), inArray(intake.outcome, ['received', 'door']))).get();
  if (waits === undefined) return null;
  const token = newToken();
  await db.batch([
    db.delete(confirmations).where(lt(confirmations.expiresAt, at - CONFIRM_MS)),
    db.insert(confirmations).values({ ...question, tokenHash: hashToken(token) ?? '', expiresAt: at + CONFIRM_MS }),
  ]);
  return token;
}

/** What the link asks, with the mail's row; null if it never was one, was used, is over, or the mail does not wait any more. Uses nothing up (W03). */
export async function findConfirmation(binding: D1Database, token: string | undefined, at: Instant): Promise<{ question: Question; mail: IntakeRow } | null> {
  const tokenHash = hashToken(token);
  if (tokenHash === null) return null;
  const found = await drizzle(binding)
    .select({ question: { intake: confirmations.intake, number: confirmations.number, asked: confirmations.asked }, mail: intake })
    .from(confirmations)
    .innerJoin(intake, eq(intake.key, confirmations.intake))
    .where(and(eq(confirmations.tokenHash, tokenHash), isNull(confirmations.usedAt), gt(confirmations.expiresAt, at), eq(intake.outcome, 'door')))
    .get();
  return found ?? null;
}

/** Uses up every link that asks this person about the mail. False if somebody was faster: of two at once, one is true. */
export async function useConfirmation(binding: D1Database, token: string | undefined, at: Instant): Promise<boolean> {
  const db = drizzle(binding);
  const open = and(eq(confirmations.tokenHash, hashToken(token) ?? ''), isNull(confirmations.usedAt), gt(confirmations.expiresAt, at));
  const [used] = await db.update(confirmations).set({ usedAt: at }).where(open).returning();
  if (used === undefined) return false;
  const others = and(eq(confirmations.intake, used.intake), eq(confirmations.asked, used.asked), isNull(confirmations.usedAt));
  await db.update(confirmations).set({ usedAt: at }).where(others);
  return true;
}
