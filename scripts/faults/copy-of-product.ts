/** The product in a folder of its own, to be changed and started from there. */

import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../start/wrangler.ts';

const parts = ['src', 'migrations', 'scripts', 'test/support', 'package.json', 'tsconfig.json'];

/** `folder` is where the copy is, `worker` the path of its Worker for the fault tests. */
export function copyOfProduct(): { folder: string; worker: string } {
  const folder = mkdtempSync(join(tmpdir(), 'vorgang-copy-'));
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return { folder, worker: join(folder, 'scripts/faults/faulty-worker.ts') };
}
