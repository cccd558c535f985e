/** The product, built once for all files of a run: each starts it with storage and settings of its own. */

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runWrangler } from '../../scripts/start/wrangler.ts';

declare module 'vitest' {
  interface ProvidedContext {
    builtDesk: string;
  }
}

/** Throws what wrangler said if it cannot be built. The run's own folder takes it along when it ends. */
export default async function setup(project: TestProject): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'vorgang-built-'));
  const { code, output } = await runWrangler(['deploy', '--dry-run', '--outdir', folder, '--env=']);
  if (code !== 0) throw new Error(output);
  project.provide('builtDesk', folder);
}
