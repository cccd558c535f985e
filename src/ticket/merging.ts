/**
 * The merged ticket's side of a merge. It records the merge and an outbox row in one step; the row then brings copies of all it
 * has to the survivor, however often it takes. The originals stay here, so that undoing is forgetting the copies.
 */

import type { MergeOutcome } from '../rules/commands.ts';
import { decideMerge, decideUnmerge, staysItself, type Standing, type Takeover } from '../rules/merge.ts';
import { nextTry } from '../rules/retry.ts';
import type { Actor, Change, Instant, Person, Ticket } from '../rules/ticket.ts';
import { readAllDrafts } from './draft-store.ts';
import * as merges from './merge-store.ts';
import type { Handover } from './merge-store.ts';
import type { Database } from './ticket-store.ts';
import { ticketOf } from './tickets.ts';

/** The parts of a ticket object that merging needs. `atOnce` is one transaction. */
export type Merging = {
  db: Database;
  env: Env;
  atOnce: <Result>(work: () => Result) => Result;
  ticket: () => Ticket | null;
  record: (changes: Change[], by: Person | null, at: Instant) => number | null;
};

/** Merges follow each other; more in a row than this is a circle. */
const MOST_HOPS = 20;

/** Makes this ticket part of the one with the number `into`, or of whatever that one is part of. */
export async function merge(merging: Merging, into: number, by: Actor, at: Instant): Promise<MergeOutcome> {
  const survivor = await survivorOf(merging, into);
  return merging.atOnce((): MergeOutcome => {
    const ticket = merging.ticket();
    if (ticket === null) return { ok: false, refusal: 'notFound' };
    const decision = decideMerge(ticket, survivor, by);
    if (decision.kind === 'refusal') return { ok: false, refusal: decision.refusal };
    const merge = merging.record(decision.changes, by, at);
    if (survivor === null || merge === null) throw new Error('A merge has a survivor and an event');
    merges.queueHandover(merging.db, { kind: 'takeOver', to: survivor.number, merge, path: [], ...signed(by, at) });
    return { ok: true, into: survivor.number };
  });
}

/** Makes this ticket one of its own again. `into`: the one it was part of. */
export function unmerge(merging: Merging, by: Actor, at: Instant): MergeOutcome {
  return merging.atOnce((): MergeOutcome => {
    const ticket = merging.ticket();
    if (ticket === null) return { ok: false, refusal: 'notFound' };
    const before = merges.lastMerge(merging.db);
    const decision = decideUnmerge(ticket, before === null ? null : { status: before.status, closedAt: before.closedAt }, by);
    if (decision.kind === 'refusal') return { ok: false, refusal: decision.refusal };
    if (ticket.mergedInto === null || before === null) throw new Error('Only a merged ticket is unmerged');
    merging.record(decision.changes, by, at);
    merges.queueHandover(merging.db, { kind: 'giveBack', to: ticket.mergedInto, merge: before.seq, path: [ticket.number], ...signed(by, at) });
    return { ok: true, into: ticket.mergedInto };
  });
}

/** Brings to other tickets what they are to know, in order. Never throws: what failed is due again later. */
export async function handOver(merging: Merging): Promise<void> {
  for (let done = 0; done < MOST_HOPS; done += 1) {
    const handover = merges.readHandover(merging.db);
    if (handover === null) return;
    try {
      if (!(await carryOut(merging, handover))) return later(merging, handover);
    } catch (fault) {
      console.error('A merge could not be handed over', { ticket: merging.ticket()?.number, to: handover.to, fault });
      return later(merging, handover);
    }
  }
}

/** False: it has to wait. */
async function carryOut(merging: Merging, handover: Handover): Promise<boolean> {
  const { to, merge, path, at } = handover;
  const by = { address: handover.by, name: handover.byName };
  if (handover.kind === 'giveBack') {
    await ticketOf(merging.env, to).giveBack({ path, merge, by, at });
    merges.handoverDone(merging.db, handover.id);
    return true;
  }
  const moved = await handAll(merging, handover);
  if (moved === null) {
    merges.handoverDone(merging.db, handover.id);
    return true;
  }
  return follow(merging, handover, moved);
}

/** A mail to a merged ticket is judged by the survivor, who has to know its people first. Throws if it cannot be told: the mail comes again. */
export async function survivorKnows({ db, ticket }: Merging, tellSurvivor: () => Promise<void>): Promise<void> {
  const waits = () => ticket()?.mergedInto != null && merges.hasOpenTakeover(db);
  if (!waits()) return;
  await tellSurvivor();
  if (waits()) throw new Error(`Ticket ${ticket()?.number} could not be handed over yet`);
}

/** Hands over part after part. The number of the ticket that the survivor became part of meanwhile, or null: it has all. */
async function handAll(merging: Merging, { to, merge, by, byName, at }: Handover): Promise<number | null> {
  const ticket = merging.ticket();
  if (ticket === null) return null;
  const whole: Takeover = { number: ticket.number, merge, by: { address: by, name: byName }, at, articleCount: ticket.articleCount, people: merges.readHeirs(merging.db), articles: [], drafts: readAllDrafts(merging.db) };
  let after = 0;
  for (;;) {
    const articles = merges.readPart(merging.db, after);
    const answer = await ticketOf(merging.env, to).takeOver({ ...whole, articles });
    if (answer.kind === 'moved') return answer.to;
    const last = articles.at(-1);
    if (last === undefined) return null;
    after = last.id;
  }
}

/** The survivor is part of another ticket by now: that one takes over. If that is this very ticket, one of the two merges goes. */
function follow(merging: Merging, handover: Handover, moved: number): boolean {
  return merging.atOnce((): boolean => {
    const ticket = merging.ticket();
    const before = merges.lastMerge(merging.db);
    if (ticket === null || before === null || before.seq !== handover.merge || ticket.mergedInto !== handover.to) {
      // Undone meanwhile, and the survivor never had anything.
      merges.handoverDone(merging.db, handover.id);
      return true;
    }
    const { seq: _, ...asBefore } = before;
    if (moved !== ticket.number) {
      const merge = merging.record([{ kind: 'mergedInto', number: moved, ...asBefore }], null, Date.now()) ?? before.seq;
      merges.handoverTo(merging.db, handover.id, { number: moved, merge });
      return true;
    }
    if (!staysItself(ticket, handover.to)) return false;
    merging.record([{ kind: 'unmerged', number: handover.to, ...asBefore }], null, Date.now());
    merges.handoverDone(merging.db, handover.id);
    return true;
  });
}

function later(merging: Merging, handover: Handover): void {
  const attempts = handover.attempts + 1;
  const at = Date.now();
  // Never given up, so the 24 hours of letters do not count.
  merges.handoverLater(merging.db, handover.id, attempts, nextTry(attempts, { createdAt: at, at, chance: Math.random() }) ?? at);
}

/** What other tickets know of this one. */
export function standingOf(ticket: Ticket | null): Standing | null {
  return ticket === null ? null : { number: ticket.number, subject: ticket.subject, queue: ticket.queue, status: ticket.status, mergedInto: ticket.mergedInto };
}

/** What is left of the ticket with this number: itself, or the ticket that it became part of. */
async function survivorOf(merging: Merging, number: number): Promise<Standing | null> {
  const own = merging.ticket();
  let asked = number;
  for (let hops = 0; hops < MOST_HOPS; hops += 1) {
    const standing = own?.number === asked ? own : await ticketOf(merging.env, asked).standing();
    if (standing === null || standing.mergedInto === null || standing === own) return standing;
    asked = standing.mergedInto;
  }
  throw new Error(`Ticket ${number} was merged in a circle`);
}

function signed(by: Person, at: Instant) {
  return { by: by.address, byName: by.name, at, dueAt: at };
}
