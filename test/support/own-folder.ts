/** What a run puts into the system's folder for temporary files — browsers, runtimes, the tests themselves — goes into one of its own, and is gone with it. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string | null = null;

/** Every project of a run names it as the first of its global setups; only one makes the folder. */
export default function setup(): (() => void) | undefined {
  if (folder !== null) return undefined;
  const [made, before] = [mkdtempSync(join(tmpdir(), 'vorgang-tests-')), process.env['TMPDIR']];
  folder = made;
  process.env['TMPDIR'] = made;
  return () => {
    folder = null;
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    rmSync(made, { recursive: true, force: true });
  };
}
