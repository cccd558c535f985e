/**
 * Brings an address that became another to every place where it stood. It can end at any point and be begun again by anybody: each
 * step does nothing where it was done before.
 */

import { forgetSender, hasUnreadMails, mailsFrom, readdressMails } from '../directory/readdressed-mails.ts';
import { beginRound, finishReaddressing, nextTickets, noteVisits, openReaddressings, type OpenReaddressing } from '../directory/readdressings.ts';
import { failPoint } from '../fail-points.ts';
import { inGroups } from '../in-groups.ts';
import { forgetMail } from '../inbound/forget-mail.ts';
import type { Readdressing } from '../rules/readdressing.ts';
import type { Instant } from '../rules/ticket.ts';
import { ticketOf } from '../ticket/tickets.ts';

/** Calls of tickets and of the store under way at once. */
const AT_ONCE = 6;
/** Tickets that one run goes through: a Worker may make 1,000 calls. */
const TICKETS_A_RUN = 600;
/** A ticket that cannot be asked is tried again by a later run. */
const ROUNDS_A_RUN = 3;
/** Mails that one run forgets, for the same reason. */
const MAILS_A_RUN = 100;
/** As long as a ticket may need, after a fault, to tell who stands on it: until then the old address can still come to light. */
export const SETTLING_MS = 10 * 60_000;

/** Goes on with all that is not done. Throws if D1 or R2 cannot be asked; the next run goes on there. */
export async function readdressEverywhere(env: Env, at: Instant, most = TICKETS_A_RUN): Promise<{ visits: number }> {
  let visits = 0;
  for (const one of await openReaddressings(env.DB)) visits += await goOn(env, one, { at, most: most - visits });
  return { visits };
}

/** How many tickets it went through. */
async function goOn(env: Env, begun: OpenReaddressing, { at, most }: { at: Instant; most: number }): Promise<number> {
  if (most <= 0) return 0;
  const mailsAreGone = await goThroughMails(env, begun);
  let visits = 0;
  for (let rounds = 0; visits < most && rounds < ROUNDS_A_RUN; ) {
    const one = (await openReaddressings(env.DB)).find(({ id }) => id === begun.id);
    if (one === undefined) return visits;
    const numbers = await nextTickets(env.DB, one);
    if (numbers.length > 0) await noteVisits(env.DB, one, { numbers, ...(await goThrough(env, one, numbers, at)) });
    else if (one.again) {
      await beginRound(env.DB, one);
      rounds += 1;
    } else {
      if (mailsAreGone) await end(env, one, at);
      return visits;
    }
    visits += numbers.length;
  }
  return visits;
}

/** The last round may have been too early to see everything: then a later run looks once more. */
async function end(env: Env, one: OpenReaddressing, at: Instant): Promise<void> {
  const settled = at - one.startedAt >= SETTLING_MS && !(await hasUnreadMails(env.DB, one));
  return settled ? finishReaddressing(env.DB, one, at) : beginRound(env.DB, one);
}

/** False: there are more than one run may forget. */
async function goThroughMails(env: Env, one: OpenReaddressing): Promise<boolean> {
  for (let gone = 0; one.kind === 'erased'; ) {
    const mails = await mailsFrom(env.DB, one);
    if (mails.length === 0) break;
    if (gone >= MAILS_A_RUN) return false;
    await inGroups(mails, AT_ONCE, async (mail) => {
      await forgetMail(env.BYTES, mail);
      await failPoint('mail-forgotten');
    });
    await forgetSender(env.DB, one, mails.map(({ key }) => key));
    gone += mails.length;
  }
  await readdressMails(env.DB, one);
  return true;
}

/** How many of them changed. `again`: one did, or could not be asked; then another round looks. */
async function goThrough(env: Env, { kind, from, to, toName }: OpenReaddressing, numbers: number[], at: Instant): Promise<{ changed: number; again: boolean }> {
  const asked: Readdressing = { kind, from, to: { address: to, name: toName } };
  const became = await inGroups(numbers, AT_ONCE, async (number) => {
    try {
      const { kind: what } = await ticketOf(env, number).upkeep({ kind: 'readdress', asked, at });
      await failPoint('ticket-readdressed');
      return what;
    } catch (fault) {
      console.error('A ticket could not be told of an address', { ticket: number, fault });
      return 'failed';
    }
  });
  return { changed: became.filter((one) => one === 'done').length, again: became.includes('done') || became.includes('failed') };
}
