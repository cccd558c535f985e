import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Node drives the whole built Worker, with real mails and a real browser: a desk and a Chromium for each file. After the other
// projects, and never more than four at once, for the memory they take.
export default defineConfig({
  test: {
    name: 'flow',
    include: ['**/*.test.ts'],
    globalSetup: ['../support/own-folder.ts', 'built-desk.ts', 'unpacked-browser.ts'],
    sequence: { groupOrder: 1 },
    isolate: false,
    maxWorkers: Math.min(availableParallelism(), 4),
    // A busy machine is no fault.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
