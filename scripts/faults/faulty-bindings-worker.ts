/** The Worker's bindings, as they are when something is wrong with them. */

import { env } from 'cloudflare:workers';

/** `gone`: every call fails. `unknown`: writes are done, and fail all the same. */
export type Outage = { d1: 'well' | 'gone' | 'unknown'; r2: 'well' | 'gone' };

let now: Outage = { d1: 'well', r2: 'well' };

export function outage(): Outage {
  return now;
}

export function setOutage(next: Outage): void {
  now = next;
}

/** A var that only the fault tests give. */
export function told(name: 'FAULTS_URL' | 'FAIL_POINTS' | 'CLOCK_MS'): string | null {
  const value: unknown = Reflect.get(env, name);
  return typeof value === 'string' ? value : null;
}

export function faulty(bindings: Env): Env {
  return { ...bindings, DB: faultyDatabase(bindings.DB), BYTES: faultyBucket(bindings.BYTES), MAIL: sinkMail };
}

/** Letters go to the sink. What it says of each is what the platform would have said. */
const sinkMail: SendEmail = {
  async send(mail: unknown) {
    const answer = await fetch(`${told('FAULTS_URL')}/send`, { method: 'POST', body: JSON.stringify(mail) });
    const { messageId, code, words } = await answer.json<{ messageId?: string; code?: string; words?: string }>();
    if (messageId !== undefined) return { messageId };
    throw Object.assign(new Error(words), code === undefined ? {} : { code });
  },
};

const originals = new WeakMap<D1PreparedStatement, D1PreparedStatement>();

function faultyDatabase(real: D1Database): D1Database {
  return new Proxy(real, {
    get(target, name) {
      if (name === 'prepare') return (query: string) => faultyStatement(target.prepare(query));
      if (name === 'batch') return (statements: D1PreparedStatement[]) => inDatabase(() => target.batch(statements.map((one) => originals.get(one) ?? one)));
      return Reflect.get(target, name);
    },
  });
}

function faultyStatement(real: D1PreparedStatement): D1PreparedStatement {
  const statement = new Proxy(real, {
    get(target, name) {
      if (name === 'bind') return (...values: unknown[]) => faultyStatement(target.bind(...values));
      const method = methodOf(target, name);
      return method && ((...args: unknown[]) => inDatabase(() => method(...args)));
    },
  });
  originals.set(statement, real);
  return statement;
}

async function inDatabase<T>(work: () => Promise<T>): Promise<T> {
  if (now.d1 === 'gone') throw new Error('D1_ERROR: Network connection lost');
  const done = await work();
  if (now.d1 === 'unknown') throw new Error('D1_ERROR: the outcome is not known');
  return done;
}

function faultyBucket(real: R2Bucket): R2Bucket {
  return new Proxy(real, {
    get(target, name) {
      const method = methodOf(target, name);
      return method && (async (...args: unknown[]) => {
        if (now.r2 === 'gone') throw new Error('We encountered an internal error. Please try again. (10001)');
        return method(...args);
      });
    },
  });
}

type Method = (...args: unknown[]) => Promise<unknown>;

/** The method of a native object, which works only on that object. Whoever asks for what is none gets none. */
function methodOf(target: object, name: string | symbol): Method | undefined {
  const found: unknown = Reflect.get(target, name);
  return typeof found === 'function' ? async (...args) => Reflect.apply(found, target, args) : undefined;
}
