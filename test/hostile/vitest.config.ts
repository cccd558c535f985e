import { defineConfig } from 'vitest/config';

// Plain Node, apart from the rules because it measures time and takes some.
export default defineConfig({
  test: { name: 'hostile', include: ['**/*.test.ts'], globalSetup: ['../support/own-folder.ts'], maxWorkers: '100%', testTimeout: 300_000, hookTimeout: 300_000 },
});
