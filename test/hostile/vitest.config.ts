import { defineConfig } from 'vitest/config';

// Plain Node, apart from the rules because it measures time and takes some.
export default defineConfig({ test: { name: 'hostile', include: ['**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } });
