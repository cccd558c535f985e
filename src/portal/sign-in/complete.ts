/** The end of every way in: a session, or first the second factor. */

import type { Context } from 'hono';
import type { DirectoryPerson } from '../../directory/people.ts';
import { hasSecondFactor } from '../../directory/second-factors.ts';
import { startSession } from '../../directory/sessions.ts';
import { beginStep } from '../../directory/sign-in-steps.ts';
import { networkOf } from '../../rules/slow-down.ts';
import { audit } from '../audit.ts';
import type { PortalEnv } from '../portal-env.ts';
import { readSessionCookie, setSessionCookie } from '../session-cookie.ts';
import { networkAddress } from './network-address.ts';
import { setStepCookie } from './step-cookie.ts';

/** What somebody gave: one thing they know or a mailbox they read (`weak`), or also a device of theirs (`strong`). */
export type Proof = 'weak' | 'strong';

/**
 * Where the browser goes now: to `next` with a session, or, where a weak proof is not enough for this account, to the page
 * that asks for more. The second factor is never skipped because the first came by mail (SW09).
 */
export async function completeSignIn(c: Context<PortalEnv>, person: DirectoryPerson, proof: Proof, next: string): Promise<string> {
  if (proof === 'weak' && (await hasSecondFactor(c.env.DB, person.id))) {
    setStepCookie(c, await beginStep(c.env.DB, 'second-factor', { personId: person.id, facts: { next } }, c.var.at));
    return '/sign-in/second';
  }
  const beginning = { before: readSessionCookie(c), strong: proof === 'strong', browser: c.req.header('User-Agent') ?? '', network: networkOf(networkAddress(c)) };
  audit(c, { action: 'signedIn', by: person.address, target: proof });
  setSessionCookie(c, await startSession(c.env.DB, person, beginning, c.var.at));
  return next;
}
