import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { projects: ['test/rules/vitest.config.ts', 'test/worker/vitest.config.ts', 'test/flow/vitest.config.ts'] } });
