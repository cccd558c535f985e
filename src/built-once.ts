/** Queries of D1 that are built once: drizzle takes longer to build one than the database to answer it. */

import { fillPlaceholders } from 'drizzle-orm';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';

type Query<Rows> = PromiseLike<Rows> & { prepare: () => Prepared };
type Prepared = { getQuery: () => { sql: string; params: unknown[] }; mapResult: (result: unknown, isFromBatch: true) => unknown };

/**
 * A batch that is asked again and again with other values, which it names with `sql.placeholder`. One round trip; the answers come in
 * the order of the queries. Throws if a value is missing.
 */
export function batchOnce<const Answers extends unknown[]>(build: (db: DrizzleD1Database) => { [At in keyof Answers]: Query<Answers[At]> }) {
  const built = new WeakMap<D1Database, Prepared[]>();
  return async (binding: D1Database, values: Record<string, unknown>): Promise<Answers> => {
    const queries = built.get(binding) ?? build(drizzle(binding)).map((query) => query.prepare());
    built.set(binding, queries);
    const results = await binding.batch(queries.map((query) => statementOf(binding, query.getQuery(), values)));
    // What drizzle makes of the results is typed where the queries are, and nowhere between.
    return queries.map((query, at) => query.mapResult(results[at], true)) as Answers;
  };
}

function statementOf(binding: D1Database, { sql, params }: ReturnType<Prepared['getQuery']>, values: Record<string, unknown>): D1PreparedStatement {
  return binding.prepare(sql).bind(...fillPlaceholders(params, values));
}
