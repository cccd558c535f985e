/** The built desk, its floor and the door to both in one workerd, each on a port of its own: no proxy of the local tools in between. */

import { Log, LogLevel, Miniflare, convertV4MiniflareOptions, type V4WorkerOptions } from 'miniflare';
import { join } from 'node:path';
import { unstable_getMiniflareWorkerOptions, unstable_readConfig } from 'wrangler';
import { root } from '../start/wrangler.ts';
import { buildDesk, buildWorker, type Built } from './built.ts';

const toml = join(root, 'wrangler.toml');
const config = unstable_readConfig({ config: toml });

export type Workers = { desk: Built; floor: Built; door: Built };

/** `desk`, `floor` and `door` are where each of them answers. `ask` runs SQL on the desk's database, past the desk: the first column of the first row. */
export type Runtime = { desk: string; floor: string; door: string; ask: (sql: string) => Promise<unknown>; inspector: () => Promise<URL>; stop: () => Promise<void> };

export async function buildAll(): Promise<Workers> {
  return { desk: await buildDesk(), floor: await buildWorker('scripts/bench/floor-worker.ts'), door: await buildWorker('scripts/bench/door-worker.ts') };
}

/** Starts them over the storage in `state`, which `openState` made. */
export async function startRuntime({ desk, floor, door }: Workers, state: string, inspected = false): Promise<Runtime> {
  const runtime = new Miniflare(convertV4MiniflareOptions({
    resourcePersistencePath: join(state, 'v3'),
    cf: false,
    ...(inspected ? { inspectorPort: 0 } : {}),
    log: new Log(LogLevel.ERROR),
    workers: [{ ...deskOptions(desk), unsafeInspectorProxy: inspected }, floorOptions(floor), { ...alike(), name: 'door', ...sourceOf(door), serviceBindings: { DESK: 'vorgang', FLOOR: 'floor' } }],
  }));
  await runtime.ready;
  const floorDb = await runtime.getD1Database('FLOOR_DB', 'floor');
  await floorDb.exec('create table if not exists mails (key text primary key, sender text, subject text)\ncreate table if not exists tickets (number text primary key, subject text)');
  const db = await runtime.getD1Database('DB', 'vorgang');
  const at = async (name: string) => (await runtime.unsafeGetDirectURL(name)).origin;
  return {
    desk: await at('vorgang'),
    floor: await at('floor'),
    door: await at('door'),
    ask: async (sql) => (await db.prepare(sql).raw())[0]?.[0],
    inspector: async () => new URL('vorgang', await runtime.getInspectorURL()),
    stop: () => runtime.dispose(),
  };
}

/** As wrangler.toml has it, but for static files, which production answers before the Worker is asked, and for the sending of letters. */
function deskOptions(built: Built): V4WorkerOptions {
  const { workerOptions: { assets: _, modulesRules: __, rootPath: ___, email: ____, ...options } } = unstable_getMiniflareWorkerOptions(toml);
  return { ...options, ...alike(), name: 'vorgang', ...sourceOf(built), serviceBindings: { MAIL: { name: 'door', entrypoint: 'Post' } } };
}

/** It asks the desk's own database for pages, and writes mails to one of its own. */
function floorOptions(built: Built): V4WorkerOptions {
  const [db] = config.d1_databases;
  return {
    ...alike(),
    name: 'floor',
    ...sourceOf(built),
    d1Databases: { DB: db?.database_id ?? '', FLOOR_DB: 'floor' },
    r2Buckets: { BYTES: 'floor' },
    durableObjects: { TICKETS: { className: 'FloorTicket', useSQLite: true } },
  };
}

function alike() {
  const { compatibility_date: compatibilityDate = '', compatibility_flags: compatibilityFlags } = config;
  return { compatibilityDate, compatibilityFlags, unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }] };
}

function sourceOf({ folder, modules }: Built) {
  return { modules, modulesRoot: folder };
}
