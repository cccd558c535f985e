/** A try to sign in takes its turn: at the account and at the network it comes from (SW06). */

import type { Context } from 'hono';
import type { Pass, SignInGuard } from '../../directory/sign-in-guard.ts';
import { newToken } from '../../directory/tokens.ts';
import { accountLimit, codeLimit, networkLimit, networkOf } from '../../rules/slow-down.ts';
import type { Address } from '../../rules/ticket.ts';
import { readOwnCookie, setOwnCookie } from '../own-cookie.ts';
import type { PortalEnv } from '../portal-env.ts';
import { networkAddress } from './network-address.ts';

type Guard = DurableObjectStub<SignInGuard>;

/** The try may go ahead now, and says when it was right; or it is to come back later. */
export type Turn = { succeeded: () => Promise<void> } | { retryAfterMs: number };

/** Known to the guards of accounts that were signed in to with this browser. */
const BROWSER = 'browser';
const YEAR_S = 31_536_000;

/**
 * Waits as long as a try with a password has to. Nothing here asks whether there is such an account, so the answer is the same
 * for all (W02).
 */
export async function takeTurn(c: Context<PortalEnv>, address: Address): Promise<Turn> {
  const browser = readOwnCookie(c, BROWSER);
  const account = guardOf(c, `account/${address}`);
  const network = guardOf(c, `network/${networkOf(networkAddress(c))}`);
  const passes = await Promise.all([account.enter(accountLimit, browser, c.var.at), network.enter(networkLimit, undefined, c.var.at)]);
  return waitFor(passes, () => remember(c, account, network));
}

/** The same for codes of an account whose password was right. */
export async function takeTurnWithCode(c: Context<PortalEnv>, personId: number): Promise<Turn> {
  const guard = guardOf(c, `code/${personId}`);
  return waitFor([await guard.enter(codeLimit, undefined, c.var.at)], () => guard.succeeded(undefined));
}

async function waitFor(passes: Pass[], succeeded: () => Promise<void>): Promise<Turn> {
  const later = passes.map((pass) => (pass.ok ? 0 : pass.retryAfterMs));
  if (passes.some((pass) => !pass.ok)) return { retryAfterMs: Math.max(...later) };
  const waitMs = Math.max(...passes.map((pass) => (pass.ok ? pass.waitMs : 0)));
  if (waitMs > 0) await scheduler.wait(waitMs);
  return { succeeded };
}

async function remember(c: Context<PortalEnv>, account: Guard, network: Guard): Promise<void> {
  const browser = readOwnCookie(c, BROWSER) ?? newToken();
  setOwnCookie(c, BROWSER, browser, YEAR_S);
  await Promise.all([account.succeeded(browser), network.allowed()]);
}

function guardOf(c: Context<PortalEnv>, name: string): Guard {
  return c.env.SIGN_IN_GUARDS.getByName(name);
}
