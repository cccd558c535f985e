/** Every file begins with a desk of its first day and nothing spied on, also where files before it used the same runtime. */

import { applyD1Migrations, listDurableObjectIds, reset, runInDurableObject, type D1Migration } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { inject, vi } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    migrations: D1Migration[];
  }
}

vi.restoreAllMocks();
await wakeAll();
await reset();
await applyD1Migrations(env.DB, inject('migrations'));

/** The runtime empties only what is awake: an object that went to sleep would be back with all it had. */
async function wakeAll(): Promise<void> {
  await Promise.all([env.DB.exec('select 1'), env.BYTES.head('none'), wake(env.TICKETS), wake(env.SIGN_IN_GUARDS), wake(env.DESK)]);
}

async function wake<T extends Rpc.DurableObjectBranded | undefined>(objects: DurableObjectNamespace<T>): Promise<void> {
  for (const id of await listDurableObjectIds(objects)) await runInDurableObject(objects.get(id), () => undefined);
}
