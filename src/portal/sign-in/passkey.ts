/** `POST /sign-in/passkey/options`, `POST /sign-in/passkey`: what `public/passkeys.js` asks and answers, as JSON. */

import type { Context } from 'hono';
import { proveSession } from '../../directory/sessions.ts';
import { beginStep, takeStep } from '../../directory/sign-in-steps.ts';
import { findPasskey, usePasskey } from '../../directory/passkeys.ts';
import { answeredPasskey, checkPasskey, passkeyOptions, type Site } from '../../directory/webauthn.ts';
import { isLoopback } from '../loopback.ts';
import { ownPath } from '../own-path.ts';
import type { PortalEnv } from '../portal-env.ts';
import { readSessionCookie } from '../session-cookie.ts';
import { completeSignIn } from './complete.ts';
import { deleteStepCookie, readStepCookie, setStepCookie } from './step-cookie.ts';

/** The passkeys' site is the portal's public address; on one's own machine whichever name it was opened by. */
export function siteOf(c: Context<PortalEnv>): Site {
  const { siteName, publicUrl } = c.var.settings;
  return { name: siteName, origin: isLoopback(c.req.url) ? new URL(c.req.url).origin : publicUrl };
}

export async function askForPasskey(c: Context<PortalEnv>) {
  const options = await passkeyOptions(siteOf(c));
  const next = ownPath(c.req.query('next') ?? '/');
  setStepCookie(c, await beginStep(c.env.DB, 'passkey', { personId: null, facts: { challenge: options.challenge, next } }, c.var.at));
  return c.json(options);
}

/** Who is signed in already only proves anew who they are. Every wrong answer is the same one. */
export async function signInWithPasskey(c: Context<PortalEnv>) {
  const answer = await jsonOf(c);
  const id = answeredPasskey(answer);
  const step = await takeStep(c.env.DB, 'passkey', readStepCookie(c), c.var.at);
  const found = id === null || step === null ? null : await findPasskey(c.env.DB, id);
  const challenge = step?.facts['challenge'];
  if (found === null || challenge === undefined) return c.json({ ok: false }, 401);

  const counter = await checkPasskey(siteOf(c), challenge, found.passkey, answer);
  if (counter === null || !(await usePasskey(c.env.DB, found.passkey.id, counter, c.var.at))) return c.json({ ok: false }, 401);

  deleteStepCookie(c);
  const next = step?.facts['next'] ?? '/';
  if (c.var.person?.id === found.person.id) {
    await proveSession(c.env.DB, readSessionCookie(c), true, c.var.at);
    return c.json({ ok: true, to: next });
  }
  return c.json({ ok: true, to: await completeSignIn(c, found.person, 'strong', next) });
}

/** The body as data, or null if it is none. */
export async function jsonOf(c: Context<PortalEnv>): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    return null;
  }
}
