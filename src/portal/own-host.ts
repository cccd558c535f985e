/** The portal answers under its own name alone (SW05). */

import type { MiddlewareHandler } from 'hono';
import { errorPage } from './errors.tsx';
import { isLoopback } from './loopback.ts';
import type { PortalEnv } from './portal-env.ts';

/** 421 for any other host (RFC 9110 §15.5.20). A desk that somebody tries out on their machine is opened by whatever name reaches it. */
export const ownHostOnly: MiddlewareHandler<PortalEnv> = async (c, next) => {
  const { publicUrl } = c.var.settings;
  const asked = new URL(c.req.url);
  if (isLoopback(publicUrl) || asked.host === new URL(publicUrl).host) return next();
  return errorPage(c, 'otherHost');
};
