/** Counts tries to sign in, one object for each account and each network, so that nothing about it can race (SW06). */

import { DurableObject } from 'cloudflare:workers';
import { takeTurn, type Tries, type TryLimit } from '../rules/slow-down.ts';
import type { Instant } from '../rules/ticket.ts';
import { hashToken } from './tokens.ts';

/** What a try got: it may go ahead after `waitMs`, or is asked to come back. */
export type Pass = { ok: true; waitMs: number } | { ok: false; retryAfterMs: number };

/** Browsers that signed in to the account before are remembered; the oldest goes. */
const MOST_BROWSERS = 10;
const TRIES = 'tries';
const BROWSERS = 'browsers';

export class SignInGuard extends DurableObject<Env> {
  /**
   * Takes a turn. A browser that signed in here before has a line of its own: whoever guesses from elsewhere does not slow
   * the account's owner down. `browser`: the token of its cookie.
   */
  async enter(limit: TryLimit, browser: string | undefined, at: Instant): Promise<Pass> {
    const line = this.#lineOf(browser);
    const turn = takeTurn(this.ctx.storage.kv.get<Tries>(line) ?? null, limit, at);
    this.ctx.storage.kv.put(line, turn.tries);
    await this.ctx.storage.setAlarm(at + limit.windowMs);
    return turn.kind === 'go' ? { ok: true, waitMs: turn.waitMs } : { ok: false, retryAfterMs: turn.retryAfterMs };
  }

  /** The try was right: what failed before is forgotten, and the browser is known from now on. */
  async succeeded(browser: string | undefined): Promise<void> {
    this.ctx.storage.kv.delete(this.#lineOf(browser));
    const hash = hashToken(browser);
    if (hash === null) return;
    const known = this.#browsers().filter((one) => one !== hash);
    this.ctx.storage.kv.put(BROWSERS, [...known, hash].slice(-MOST_BROWSERS));
  }

  /** One right try of many guesses: this one does not count, the others still do. */
  async allowed(): Promise<void> {
    const tries = this.ctx.storage.kv.get<Tries>(TRIES);
    if (tries !== undefined) this.ctx.storage.kv.put(TRIES, { ...tries, failed: Math.max(0, tries.failed - 1) });
  }

  /** Nobody tried within a whole window: tries are forgotten, browsers are not. */
  override async alarm(): Promise<void> {
    const browsers = this.#browsers();
    await this.ctx.storage.deleteAll();
    if (browsers.length > 0) this.ctx.storage.kv.put(BROWSERS, browsers);
  }

  #lineOf(browser: string | undefined): string {
    const hash = hashToken(browser);
    return hash !== null && this.#browsers().includes(hash) ? `${TRIES}/${hash}` : TRIES;
  }

  #browsers(): string[] {
    return this.ctx.storage.kv.get<string[]>(BROWSERS) ?? [];
  }
}
