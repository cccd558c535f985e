/** Workers as they would be uploaded, built by wrangler. */

import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { unstable_readConfig } from 'wrangler';
import { root, runWrangler } from '../start/wrangler.ts';

const toml = join(root, 'wrangler.toml');

const kinds = { js: 'ESModule', sql: 'Text', wasm: 'CompiledWasm' } as const;
type Extension = keyof typeof kinds;

type Module = { type: (typeof kinds)[Extension]; path: string };

/** The main module first. `compressed`: each file by itself, as it is uploaded. */
export type Built = { folder: string; modules: Module[]; bytes: number; compressed: number };

/** The product itself. */
export async function buildDesk(): Promise<Built> {
  return build(toml);
}

/** One of our own Workers, `main` being a file under the root: with the product's flags, and whatever the runtime binds to it later. */
export async function buildWorker(main: string): Promise<Built> {
  const { compatibility_date, compatibility_flags } = unstable_readConfig({ config: toml });
  const file = join(mkdtempSync(join(tmpdir(), 'vorgang-bench-')), 'wrangler.json');
  writeFileSync(file, JSON.stringify({ name: 'bench', main: join(root, main), compatibility_date, compatibility_flags }));
  return build(file);
}

/** Throws what wrangler said if it cannot be built. */
async function build(config: string): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), 'vorgang-bench-'));
  const { code, output } = await runWrangler(['deploy', '--dry-run', '--outdir', folder, '--config', config, '--env=']);
  if (code !== 0) throw new Error(output);
  const names = readdirSync(folder).filter((name) => extensionOf(name) !== null);
  const entry = names.filter((name) => name.endsWith('.js'));
  const files = [...entry, ...names.filter((name) => !entry.includes(name))].map((name) => join(folder, name));
  const sizes = files.map((file) => ({ bytes: statSync(file).size, compressed: gzipSync(readFileSync(file)).length }));
  return {
    folder,
    modules: files.map((path) => ({ type: kinds[extensionOf(path) ?? 'js'], path })),
    bytes: sizes.reduce((sum, file) => sum + file.bytes, 0),
    compressed: sizes.reduce((sum, file) => sum + file.compressed, 0),
  };
}

function extensionOf(name: string): Extension | null {
  const extension = name.split('.').at(-1);
  return extension === 'js' || extension === 'sql' || extension === 'wasm' ? extension : null;
}
