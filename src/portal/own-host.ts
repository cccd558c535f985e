/** The portal answers under its own name alone, and files, where they have an origin of their own, under that (SW05, SW10). */

import type { MiddlewareHandler } from 'hono';
import { errorPage } from './errors.tsx';
import { isLoopback } from './loopback.ts';
import type { PortalEnv } from './portal-env.ts';

/** 421 for any other host (RFC 9110 §15.5.20). A desk that somebody tries out on their machine is opened by whatever name reaches it. */
export const ownHostOnly: MiddlewareHandler<PortalEnv> = async (c, next) => {
  const { publicUrl, attachmentOrigin } = c.var.settings;
  const asked = new URL(c.req.url);
  const forFile = asked.pathname.startsWith('/files/');
  if (attachmentOrigin !== null && asked.host === new URL(attachmentOrigin).host) return forFile ? next() : errorPage(c, 'otherHost');
  if (forFile) return errorPage(c, 'notFound');
  if (isLoopback(publicUrl) || asked.host === new URL(publicUrl).host) return next();
  return errorPage(c, 'otherHost');
};
