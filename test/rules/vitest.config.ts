import { defineConfig } from 'vitest/config';

// Plain Node: rules, templates and reading mails need no platform, and nothing of them is left in a module for the next file.
export default defineConfig({ test: { name: 'rules', include: ['**/*.test.ts'], isolate: false, maxWorkers: '100%', testTimeout: 300_000 } });
