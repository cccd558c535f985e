/** Two tickets linked with each other, or no longer. */

import type { CommandOutcome } from '../rules/commands.ts';
import { inverseOf, type Relation } from '../rules/links.ts';
import type { Actor, Instant } from '../rules/ticket.ts';
import { ticketOf } from './tickets.ts';

/** `by` null: the desk itself. `to` is what the reader named; a merged one stands for its survivor. */
export type Linking = { from: number; relation: Relation; to: number; by: Actor | null };

/** Merges follow each other; more in a row than this is a circle. */
const MOST_HOPS = 20;

/** One after the other: after a fault between them, doing it again makes both right. */
export async function linkTickets(env: Env, { from, relation, to, by }: Linking, at: Instant): Promise<CommandOutcome> {
  const [here, there] = await Promise.all([ticketOf(env, from).standing(), survivor(env, to)]);
  if (here === null) return { ok: false, refusal: 'notFound' };
  if (there === null || !(await mayLinkTo(env, there.number, by))) return { ok: false, refusal: 'noSuchTicket' };
  const linked = await ticketOf(env, from).relate({ kind: 'linked', relation, number: there.number, subject: there.subject }, by, at);
  if (!linked.ok) return linked;
  await ticketOf(env, there.number).relate({ kind: 'linked', relation: inverseOf(relation), number: from, subject: here.subject }, by, at);
  return linked;
}

export async function unlinkTickets(env: Env, { from, relation, to, by }: Linking, at: Instant): Promise<CommandOutcome> {
  const unlinked = await ticketOf(env, from).relate({ kind: 'unlinked', relation, number: to }, by, at);
  if (unlinked.ok) await ticketOf(env, to).relate({ kind: 'unlinked', relation: inverseOf(relation), number: from }, by, at);
  return unlinked;
}

/** Nobody links what they do not work on, so that a link tells nothing of it. */
async function mayLinkTo(env: Env, number: number, by: Actor | null): Promise<boolean> {
  return by === null || (await ticketOf(env, number).standingFor(by))?.rights.change === true;
}

async function survivor(env: Env, number: number) {
  let standing = await ticketOf(env, number).standing();
  for (let hops = 0; standing !== null && standing.mergedInto !== null && hops < MOST_HOPS; hops += 1) standing = await ticketOf(env, standing.mergedInto).standing();
  return standing;
}
