/** Bindings that count what a page costs: queries to D1, a batch being one, and calls to ticket objects. */

export type Costs = { queries: number; calls: number };

/** The bindings, and what was asked of them so far. */
export function counted(env: Env): { env: Env; costs: Costs } {
  const costs = { queries: 0, calls: 0 };
  const db = new Proxy(env.DB, {
    get: (target, name) => {
      if (name === 'batch') return (statements: D1PreparedStatement[]) => (costs.queries += 1, target.batch(statements));
      if (name === 'prepare') return (sql: string) => countedStatement(target.prepare(sql), costs);
      return Reflect.get(target, name);
    },
  });
  const tickets = new Proxy(env.TICKETS, {
    get: (target, name) => (name === 'getByName' ? (number: string) => countedStub(target.getByName(number), costs) : Reflect.get(target, name)),
  });
  return { env: { ...env, DB: db, TICKETS: tickets }, costs };
}

/** Bound statements are not wrapped again for a batch, which D1 wants its own of. */
function countedStatement(statement: D1PreparedStatement, costs: Costs): D1PreparedStatement {
  for (const name of ['first', 'run', 'all', 'raw']) {
    const own: unknown = Reflect.get(statement, name);
    if (typeof own === 'function') Reflect.set(statement, name, (...given: unknown[]) => (costs.queries += 1, Reflect.apply(own, statement, given)));
  }
  const bind = statement.bind.bind(statement);
  statement.bind = (...values) => countedStatement(bind(...values), costs);
  return statement;
}

function countedStub<Stub extends object>(stub: Stub, costs: Costs): Stub {
  return new Proxy(stub, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => (costs.calls += 1, Reflect.apply(member, target, given));
    },
  });
}
