/** What a run puts into the system's folder for temporary files — browsers, runtimes, the tests themselves — goes into one of its own, and is gone with it. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const PREFIX = 'vorgang-tests-';

/** Every project names it as the first of its global setups; the first of a run makes the folder. */
export default function setup(): (() => void) | undefined {
  if (basename(tmpdir()).startsWith(PREFIX)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  process.env['TMPDIR'] = folder;
  // Runtimes that end at the same time may still be writing.
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
