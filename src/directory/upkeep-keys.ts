/** The keys under which the commands of whoever keeps the desk reach it. They are made by those commands, through wrangler. */

import { and, eq, gt } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../rules/ticket.ts';
import { upkeepKeys } from './schema.ts';
import { hashToken } from './tokens.ts';

export async function isUpkeepKey(binding: D1Database, token: string | undefined, at: Instant): Promise<boolean> {
  const tokenHash = hashToken(token);
  if (tokenHash === null) return false;
  const found = await drizzle(binding).select({ one: upkeepKeys.expiresAt }).from(upkeepKeys).where(and(eq(upkeepKeys.tokenHash, tokenHash), gt(upkeepKeys.expiresAt, at)));
  return found.length > 0;
}

export async function endUpkeepKey(binding: D1Database, token: string | undefined): Promise<void> {
  await drizzle(binding).delete(upkeepKeys).where(eq(upkeepKeys.tokenHash, hashToken(token) ?? ''));
}
