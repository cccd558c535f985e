import { defineConfig } from 'vitest/config';

// Long runs of what the other tests try a little of: `npm run test:slow`. Not a part of `npm test`.
export default defineConfig({
  test: {
    name: 'slow',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
  },
});
