import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { projects: ['test/!(slow)/vitest.config.ts'], reporters: ['default', './scripts/closing-line.ts'] },
});
