/** Ways in that are half gone: what we asked of a browser, until it answers once. */

import { and, eq, gt, lt } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../rules/ticket.ts';
import { signInSteps } from './schema.ts';
import { hashToken, newToken } from './tokens.ts';

export type StepPurpose = (typeof signInSteps.$inferSelect)['purpose'];
export type Step = { personId: number | null; facts: Record<string, string> };

export const STEP_MINUTES = 10;

/** Begins a step; the result is its token, for the browser's cookie alone. */
export async function beginStep(binding: D1Database, purpose: StepPurpose, step: Step, at: Instant): Promise<string> {
  const token = newToken();
  const db = drizzle(binding);
  await db.batch([
    db.delete(signInSteps).where(lt(signInSteps.expiresAt, at)),
    db.insert(signInSteps).values({ ...step, purpose, tokenHash: hashToken(token) ?? '', expiresAt: at + STEP_MINUTES * 60_000 }),
  ]);
  return token;
}

/** The step of this token, still to be taken; null if there is none for this purpose, or its time is over. */
export async function findStep(binding: D1Database, purpose: StepPurpose, token: string | undefined, at: Instant): Promise<Step | null> {
  const row = await drizzle(binding).select().from(signInSteps).where(isStep(purpose, token, at)).get();
  return row === undefined ? null : { personId: row.personId, facts: row.facts };
}

/** Takes the step: of two at once, one gets it. */
export async function takeStep(binding: D1Database, purpose: StepPurpose, token: string | undefined, at: Instant): Promise<Step | null> {
  const [row] = await drizzle(binding).delete(signInSteps).where(isStep(purpose, token, at)).returning();
  return row === undefined ? null : { personId: row.personId, facts: row.facts };
}

function isStep(purpose: StepPurpose, token: string | undefined, at: Instant) {
  return and(eq(signInSteps.tokenHash, hashToken(token) ?? ''), eq(signInSteps.purpose, purpose), gt(signInSteps.expiresAt, at));
}
