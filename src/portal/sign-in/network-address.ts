import type { Context } from 'hono';
import type { PortalEnv } from '../portal-env.ts';

/** The IP address that asks, as the platform saw it: no other header says it (SW05). Without the platform it is this machine. */
export function networkAddress(c: Context<PortalEnv>): string {
  const seen = c.req.header('CF-Connecting-IP') ?? '';
  return /^[\da-f.:]{2,45}$/i.test(seen) ? seen : '127.0.0.1';
}
