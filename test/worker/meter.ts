/**
 * Counts what the platform counts: round trips and rows of D1, calls, alarms and rows of objects, operations of R2. Taken where the
 * runtime itself passes them on, so that what happens inside ticket objects counts too.
 */

import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { Cost } from '../../scripts/bench/costs.ts';

type Method = (this: unknown, ...given: unknown[]) => unknown;

const free: Cost = { queries: 0, rowsRead: 0, rowsWritten: 0, calls: 0, objectRowsRead: 0, objectRowsWritten: 0, stored: 0, fetched: 0 };
let cost: Cost = { ...free };
/** Of the queries of objects; each knows its rows when it was read to its end. */
let cursors: object[] = [];
/** Each puts back what was there before; empty while nothing is tapped. */
const taps: (() => void)[] = [];

/** What the work costs, with everything that it leaves to be done later. Alarms do not ring meanwhile: the work rings them by `ringFor`. */
export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  await tap();
  await settled();
  cost = { ...free };
  cursors = [];
  await work();
  await settled();
  const rows = (name: 'rowsRead' | 'rowsWritten') => cursors.reduce((sum, cursor) => sum + Number(Reflect.get(cursor, name)), 0);
  return { ...cost, objectRowsRead: rows('rowsRead'), objectRowsWritten: cost.objectRowsWritten + rows('rowsWritten') };
}

/** What the ticket's alarm does; the call stands for the alarm. */
export async function ringFor(number: number): Promise<void> {
  await settled();
  await env.TICKETS.getByName(String(number)).drain();
}

/** Takes the taps out of the runtime, which the next file may share: alarms ring again. */
export function stopCounting(): void {
  for (const putBack of taps.splice(0).toReversed()) putBack();
}

async function tap(): Promise<void> {
  if (taps.length > 0) return;
  const [d1] = ownersOf('_sendOrThrow', Reflect.get(env.DB, 'alwaysPrimarySession'));
  replace(d1, '_sendOrThrow', (real) => async function (...given) {
    const answer: unknown = await Reflect.apply(real, this, given);
    cost.queries += 1;
    for (const { rows_read = 0, rows_written = 0 } of metasIn(answer)) {
      cost.rowsRead += rows_read;
      cost.rowsWritten += rows_written;
    }
    return answer;
  });
  for (const name of ['put', 'delete']) replace(ownersOf(name, env.BYTES)[0], name, (real) => counting(real, () => (cost.stored += 1)));
  for (const name of ['get', 'head']) replace(ownersOf(name, env.BYTES)[0], name, (real) => counting(real, () => (cost.fetched += 1)));
  await runInDurableObject(env.TICKETS.getByName('1'), (_, { storage }) => {
    replace(ownersOf('exec', storage.sql)[0], 'exec', (real) => function (...given) {
      const cursor: unknown = Reflect.apply(real, this, given);
      if (typeof cursor === 'object' && cursor !== null) cursors.push(cursor);
      return cursor;
    });
    // An alarm is charged as a row.
    replace(ownersOf('setAlarm', storage)[0], 'setAlarm', () => async () => void (cost.objectRowsWritten += 1));
  });
  replace(ownersOf('getByName', env.TICKETS)[0], 'getByName', (real) => function (...given) {
    return countedStub(Reflect.apply(real, this, given));
  });
}

/** The prototypes that have this method, the nearest first. */
function ownersOf(name: string, of: unknown): object[] {
  if (typeof of !== 'object' || of === null) return [];
  const further = ownersOf(name, Object.getPrototypeOf(of));
  return Object.hasOwn(of, name) ? [of, ...further] : further;
}

function replace(owner: object | undefined, name: string, by: (real: Method) => Method): void {
  const before = owner === undefined ? undefined : Object.getOwnPropertyDescriptor(owner, name);
  const method: unknown = before?.value;
  if (owner === undefined || before === undefined || typeof method !== 'function') throw new Error(`The runtime has no ${name} any more: count elsewhere`);
  Object.defineProperty(owner, name, { configurable: true, writable: true, value: by(asMethod(method)) });
  taps.push(() => void Object.defineProperty(owner, name, before));
}

function asMethod(real: Function): Method {
  return function (...given) {
    return Reflect.apply(real, this, given);
  };
}

function counting(real: Method, count: () => void): Method {
  return function (...given) {
    count();
    return Reflect.apply(real, this, given);
  };
}

function countedStub(stub: unknown): unknown {
  if (typeof stub !== 'object' || stub === null) return stub;
  return new Proxy(stub, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => (cost.calls += 1, Reflect.apply(member, target, given));
    },
  });
}

type Meta = { rows_read?: number; rows_written?: number };

function metasIn(answer: unknown): Meta[] {
  return (Array.isArray(answer) ? answer : [answer]).map((one: { meta?: Meta }) => one.meta ?? {});
}

const STEP_MS = 10;
const QUIET_STEPS = 5;

/** When nothing was asked for a while. */
async function settled(): Promise<void> {
  for (let quiet = 0, before = ''; quiet < QUIET_STEPS;) {
    await scheduler.wait(STEP_MS);
    const now = JSON.stringify(cost) + cursors.length;
    quiet = now === before ? quiet + 1 : 0;
    before = now;
  }
}
