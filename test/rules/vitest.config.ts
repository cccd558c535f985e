import { defineConfig } from 'vitest/config';

// Plain Node: rules, templates and reading mails need no platform.
export default defineConfig({ test: { name: 'rules', include: ['**/*.test.ts'], testTimeout: 60_000 } });
