/** Who looks at the ticket right now, and what their pages are told. */

import { tellLists } from '../live/desk-object.ts';
import { letWatch, livingWatchers, NO_RIGHT, tell, watchers, type Watcher } from '../live/watching.ts';
import { asOn, maySee } from '../rules/access.ts';
import type { Viewer } from '../rules/page.ts';
import { noReach } from '../rules/reach.ts';
import { isStaff, type Address, type Ticket } from '../rules/ticket.ts';
import { newestLine } from './history-lines.ts';
import { lastLetterChange } from './outbox-store.ts';
import { mayReadLine } from './show.ts';
import { hasTables, readTicket, type Database } from './ticket-store.ts';

/** The parts of a ticket object that its watchers need. */
export type Here = { ctx: DurableObjectState; env: Env; db: Database };

/** Opens a socket for somebody who may see the ticket. */
export function watchTicket({ ctx, db }: Here, ticket: Ticket, watcher: Watcher): Response {
  const viewer = asOn(ticket, watcher.viewer);
  const answer = letWatch(ctx, { ...watcher, viewer, stamp: stampFor(db, ticket, viewer) });
  tellPresence(ctx);
  return answer;
}

/** Agents say whether they write; nobody else is listened to. */
export function hear(ctx: DurableObjectState, socket: WebSocket, said: string | ArrayBuffer): void {
  if (said !== 'writing' && said !== 'idle') return;
  const watcher: Watcher = socket.deserializeAttachment();
  if (!isStaff(watcher.viewer.role) || watcher.writing === (said === 'writing')) return;
  socket.serializeAttachment({ ...watcher, writing: said === 'writing' });
  tellPresence(ctx);
}

/** Each agent's page learns which other agents look at the ticket, and which of them write. */
export function tellPresence(ctx: DurableObjectState): void {
  const agents = watchers(ctx).filter(({ watcher }) => isStaff(watcher.viewer.role));
  for (const { socket, watcher: { viewer } } of agents) {
    const others = new Map<Address, { name: string; writing: boolean }>();
    for (const { watcher: other } of agents) {
      const { address } = other.viewer;
      if (address !== viewer.address) others.set(address, { name: other.name, writing: other.writing || others.get(address)?.writing === true });
    }
    const named = (writing: boolean) => [...others.values()].filter((other) => other.writing === writing).map(({ name }) => name);
    tell(socket, { kind: 'presence', looking: named(false), writing: named(true) });
  }
}

/**
 * Tells every page for which something changed, and the lists. Whoever may no longer see the ticket, or whose session is over,
 * is told nothing and their socket closed. Never throws.
 */
export async function announce({ ctx, env, db }: Here): Promise<void> {
  try {
    const living = await livingWatchers(ctx, env.DB, Date.now());
    const ticket = hasTables(ctx.storage) ? readTicket(db) : null;
    if (ticket === null) return;
    for (const { socket, watcher } of living) {
      if (!maySee(ticket, watcher.viewer)) socket.close(NO_RIGHT);
      else tellIfChanged(db, ticket, socket, { ...watcher, viewer: asOn(ticket, watcher.viewer) });
    }
    if (living.length > 0) tellPresence(ctx);
    await tellLists(env, whomItConcerns(ctx, db, ticket));
  } catch (fault) {
    console.error('The pages of a ticket could not be told of a change', { fault });
  }
}

function tellIfChanged(db: Database, ticket: Ticket, socket: WebSocket, watcher: Watcher): void {
  const stamp = stampFor(db, ticket, watcher.viewer);
  if (stamp === watcher.stamp) return;
  socket.serializeAttachment({ ...watcher, stamp });
  tell(socket, { kind: 'changed' });
}

/** Changes with all that the viewer can see of the ticket, and with nothing else: a comment moves no customer's page (P08). */
function stampFor(db: Database, ticket: Ticket, viewer: Viewer): string {
  const staff = isStaff(viewer.role);
  const seen = staff ? ticket.version : newestSeen(db, ticket, viewer);
  return `${seen}/${lastLetterChange(db, staff)}`;
}

function newestSeen(db: Database, ticket: Ticket, viewer: Viewer): number {
  const line = newestLine(db, (one) => one.kind === 'own' && mayReadLine(ticket, viewer, one));
  return line?.kind === 'own' ? line.event.seq : 0;
}

/** Outsiders for whom something is new since the lists were last told. */
function whomItConcerns(ctx: DurableObjectState, db: Database, ticket: Ticket): Address[] {
  const told = ctx.storage.kv.get<number>('told') ?? 0;
  ctx.storage.kv.put('told', ticket.version);
  const outsiders = ticket.people.map(({ address }): Viewer => ({ address, role: 'requester', reach: noReach })).filter((viewer) => maySee(ticket, viewer));
  return outsiders.filter((viewer) => newestSeen(db, ticket, viewer) > told).map(({ address }) => address);
}
