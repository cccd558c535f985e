import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '../..');

// The real runtime, with the bindings of wrangler.toml; but a test sends in a second what a person sends in an hour.
// Files share runtimes, but no storage: it is emptied and migrated before the first test of each.
export default defineConfig(async () => ({
  plugins: [cloudflareTest({ wrangler: { configPath: join(root, 'wrangler.toml') }, remoteBindings: false, miniflare: { ratelimits: { WRITES: { namespace_id: '1001', simple: { limit: 100_000, period: 60 } } }, bindings: { UNDO_SECONDS: '0', SECRETS_KEY: 'a key that only the tests of this desk use' } } })],
  test: {
    name: 'worker',
    isolate: false,
    maxWorkers: '100%',
    globalSetup: ['../support/own-folder.ts'],
    // A busy machine is no fault.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    include: ['**/*.test.{ts,tsx}'],
    setupFiles: [join(import.meta.dirname, 'migrate.ts')],
    provide: { migrations: await readD1Migrations(join(root, 'migrations/d1')), mails: mailFiles() },
  },
}));

/** The runtime has no files: each mail of test/mails/reading by its name, in base64. */
function mailFiles(): Record<string, string> {
  const folder = join(root, 'test/mails/reading');
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'base64')]));
}
