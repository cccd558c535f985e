import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);

// `npm run fuzz` brings 20,000 of them.
test('three hundred mails made worse are read and filed, and harm nobody (M10, A18)', async () => {
  const { stdout } = await run(process.execPath, ['scripts/fuzz/fuzz.ts', '--seed', '7', '--count', '300'], { cwd: join(import.meta.dirname, '../..') });

  expect(stdout).toContain('\n0 findings');
  expect(Number(/displayed: (\d+)/.exec(stdout)?.[1])).toBeGreaterThan(250);
  expect(stdout).toContain("'at the door: filed'");
}, 120_000);
