/** The one place that lists of tickets watch: for the whole desk, and for customers the tickets that they are on. */

import { DurableObject } from 'cloudflare:workers';
import { isStaff, type Address } from '../rules/ticket.ts';
import { letWatch, livingWatchers, tell, watcherIn } from './watching.ts';

export class DeskObject extends DurableObject<Env> {
  override async fetch(request: Request): Promise<Response> {
    return letWatch(this.ctx, watcherIn(request));
  }

  /** A ticket or the door changed. `outsiders`: who beside the staff may know of it. */
  async changed(outsiders: Address[]): Promise<void> {
    for (const { socket, watcher: { viewer } } of await livingWatchers(this.ctx, this.env.DB, Date.now())) {
      if (isStaff(viewer.role) || outsiders.includes(viewer.address)) tell(socket, { kind: 'changed' });
    }
  }
}

/** Tells the lists. Never throws: a list that hears nothing is right again with the next change, or when its page is opened anew. */
export async function tellLists(env: Env, outsiders: Address[]): Promise<void> {
  try {
    await deskOf(env).changed(outsiders);
  } catch (fault) {
    console.warn('The lists could not be told of a change', { fault });
  }
}

export function deskOf(env: Env): DurableObjectStub<DeskObject> {
  return env.DESK.getByName('desk');
}
