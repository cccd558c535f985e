import { join } from 'node:path';
import { inject } from 'vitest';
import { createTestHarness, type WorkerHandle } from 'wrangler';
import type { MailDesk } from './local-mail.ts';

const root = join(import.meta.dirname, '../..');

type Vars = Record<string, string>;

/** Nobody here takes anything back, so that no test waits for letters. */
const atOnce: Vars = { UNDO_SECONDS: '0' };

export type Desk = MailDesk & { worker: WorkerHandle; stop: () => Promise<void> };

/**
 * The real product, as it was built from wrangler.toml for this run, on a free port and with storage of its own that is gone at the end. `vars`
 * take the place of settings; `varsAt` gives more that depend on the desk's own address. Real browsers and mails reach it at `url`.
 */
export async function startDesk({ vars = {}, varsAt }: { vars?: Vars; varsAt?: (url: string) => Promise<Vars> } = {}): Promise<Desk> {
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false';
  const started = (more: Vars = {}) => ({ root, workers: [{ configPath: 'wrangler.toml', prebuiltWorkerDir: inject('builtDesk'), vars: { ...more, ...atOnce, ...vars } }] });
  const harness = createTestHarness(started());
  const url = (await harness.listen()).url.origin;

  // Only now the port is known, and links in letters need it.
  await harness.update(started({ PUBLIC_URL: url, ...(await varsAt?.(url)) }));
  const worker = harness.getWorker();
  await worker.applyD1Migrations('DB');
  return { url, supportAddress: vars.SUPPORT_ADDRESS ?? 'support@dtnet.de', taken: new Set(), worker, stop: () => harness.close() };
}
