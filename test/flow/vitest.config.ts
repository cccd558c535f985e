import { defineConfig } from 'vitest/config';

// Node drives the whole built Worker, with real mails and a real browser. One file at a time: each starts a desk and a Chromium.
export default defineConfig({
  test: {
    name: 'flow',
    include: ['**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
