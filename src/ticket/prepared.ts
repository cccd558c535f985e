/** Queries of the ticket's tables that are built once for all tickets: drizzle takes longer to build one than SQLite to answer it (docs/bench.md). */

import { drizzle } from 'drizzle-orm/durable-sqlite';
import * as schema from './schema.ts';
import type { Database } from './ticket-store.ts';

/** The ticket that is asked right now; null between two questions. */
let asked: DurableObjectStorage | null = null;
let blueprint: Database | null = null;

/**
 * What `build` makes of a database, for every ticket: called with one of them, it lets `ask` ask that ticket. What differs from time to time is a
 * placeholder. Nothing is awaited while it asks, so that no other ticket can come between.
 */
export function prepared<Query>(build: (db: Database) => { prepare: () => Query }): <Answer>(db: Database, ask: (query: Query) => Answer) => Answer {
  let query: Query | null = null;
  return (db, ask) => {
    query ??= build((blueprint ??= blueprintLike(db.$client))).prepare();
    asked = db.$client;
    try {
      return ask(query);
    } finally {
      asked = null;
    }
  };
}

/** A database that is whichever ticket's is asked. */
function blueprintLike(storage: DurableObjectStorage): Database {
  const whichever = new Proxy(storage, {
    get: (_, name) => {
      if (asked === null) throw new Error('A prepared query was asked of no ticket');
      return Reflect.get(asked, name);
    },
  });
  return drizzle(whichever, { schema });
}
