import type { Context } from 'hono';
import { readdressEverywhere } from '../readdressing/everywhere.ts';
import type { PortalEnv } from './portal-env.ts';

/** Goes on with erased and changed addresses while the page is answered and after. What does not come to an end now is gone on with every hour. */
export function readdressMeanwhile(c: Context<PortalEnv>): void {
  c.executionCtx.waitUntil(readdressEverywhere(c.env, c.var.at).catch((fault: unknown) => console.error('An address could not be changed everywhere', { fault })));
}
