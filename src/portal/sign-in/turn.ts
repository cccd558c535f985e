/** A try to sign in takes its turn: at the account and at the network it comes from (SW06). */

import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Pass, SignInGuard } from '../../directory/sign-in-guard.ts';
import { newToken } from '../../directory/tokens.ts';
import { accountLimit, networkLimit, networkOf } from '../../rules/slow-down.ts';
import type { Address } from '../../rules/ticket.ts';
import { isLoopback } from '../loopback.ts';
import type { PortalEnv } from '../portal-env.ts';
import { networkAddress } from './network-address.ts';

const BROWSER = 'browser';
const YEAR_S = 31_536_000;

/**
 * Waits as long as the try has to; null if it is to come back later, which the answer says the same way whoever the account
 * belongs to. Nothing here asks whether there is an account.
 */
export async function takeTurns(c: Context<PortalEnv>, address: Address): Promise<{ succeeded: () => Promise<void> } | { retryAfterMs: number }> {
  const browser = getCookie(c, BROWSER, isSecure(c) ? 'host' : undefined);
  const account = guardOf(c, `account/${address}`);
  const network = guardOf(c, `network/${networkOf(networkAddress(c))}`);
  const passes = await Promise.all([account.enter(accountLimit, browser, c.var.at), network.enter(networkLimit, undefined, c.var.at)]);

  const later = passes.filter((pass) => !pass.ok).map((pass) => pass.retryAfterMs);
  if (later.length > 0) return { retryAfterMs: Math.max(...later) };
  const waitMs = Math.max(...passes.map(waitOf));
  if (waitMs > 0) await scheduler.wait(waitMs);
  return { succeeded: () => remember(c, account, network, browser) };
}

async function remember(c: Context<PortalEnv>, account: DurableObjectStub<SignInGuard>, network: DurableObjectStub<SignInGuard>, known: string | undefined): Promise<void> {
  const browser = known ?? newToken();
  setCookie(c, BROWSER, browser, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: YEAR_S, ...(isSecure(c) ? { prefix: 'host', secure: true } : {}) });
  await Promise.all([account.succeeded(browser), network.allowed()]);
}

function guardOf(c: Context<PortalEnv>, name: string): DurableObjectStub<SignInGuard> {
  return c.env.SIGN_IN_GUARDS.getByName(name);
}

function waitOf(pass: Pass): number {
  return pass.ok ? pass.waitMs : 0;
}

function isSecure(c: Context<PortalEnv>): boolean {
  return !(isLoopback(c.req.url) && new URL(c.req.url).protocol === 'http:');
}
