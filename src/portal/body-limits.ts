/** How much a form may send, said before any of it is read (SW20). */

import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { errorPage } from './errors.tsx';
import type { PortalEnv } from './portal-env.ts';

const upTo = (maxSize: number): MiddlewareHandler<PortalEnv> => bodyLimit({ maxSize, onError: (c) => errorPage(c, 'tooLarge') });

/** As much as a mail may have (M11), and a little for the form around it. */
const withFiles = upTo(26 * 1024 * 1024);
/** The longest text, each of its characters encoded. */
const withText = upTo(4 * 1024 * 1024);
/** A credential, or what somebody signs in with. */
const signedOut = upTo(256 * 1024);

/** Files come from people who are signed in, and only where they are asked for. */
export const bodyLimits: MiddlewareHandler<PortalEnv> = (c, next) => {
  if (c.var.person === null) return signedOut(c, next);
  return /^\/tickets(\/\d+\/(replies|comments|draft))?$/.test(c.req.path) ? withFiles(c, next) : withText(c, next);
};
