/** The runtime with one worker of ours in it, which may crash or hang on a mail and is then started anew. */

import { createTestHarness, unstable_readConfig } from 'wrangler';
import { quiet, root } from '../start/wrangler.ts';

export type Runtime = {
  /** What the worker answers to these bytes. Throws if it answers a fault, crashes, or takes too long. */
  post: (bytes: Uint8Array<ArrayBuffer>, to?: { path: string; headers?: Record<string, string> }) => Promise<string>;
  stop: () => Promise<void>;
};

/** `worker` is a file under the root. It gets the product's settings and the runtime's flags, and only if it is `storing` the product's bindings, empty. */
export async function startRuntime(worker: string, { timeoutMs, storing = false }: { timeoutMs: number; storing?: boolean }): Promise<Runtime> {
  Object.assign(process.env, quiet, { WRANGLER_WRITE_LOGS: 'false', WRANGLER_LOG: 'error' });
  const { compatibility_date, compatibility_flags, vars, rules, migrations, durable_objects, d1_databases, r2_buckets, send_email } = unstable_readConfig({ config: `${root}/wrangler.toml` });
  const bindings = storing ? { rules, migrations, durable_objects, d1_databases, r2_buckets, send_email } : {};
  const config = { name: 'reading', main: worker, compatibility_date, compatibility_flags, vars, ...bindings };
  const start = () => {
    const harness = createTestHarness({ root, workers: [{ config }] });
    const ready = async () => {
      const { url } = await harness.listen();
      if (storing) await harness.getWorker().applyD1Migrations('DB');
      return url;
    };
    return { harness, url: ready() };
  };
  let running = start();
  await running.url;
  return { post, stop: () => running.harness.close() };

  async function post(bytes: Uint8Array<ArrayBuffer>, { path, headers = {} }: { path: string; headers?: Record<string, string> } = { path: '/' }): Promise<string> {
    const { harness, url } = running;
    await url;
    let answer: { ok: boolean; text: string };
    try {
      answer = await within(timeoutMs, async () => {
        const response = await harness.fetch(path, { method: 'POST', headers, body: bytes });
        return { ok: response.ok, text: await response.text() };
      });
    } catch (fault) {
      running = start();
      await Promise.allSettled([harness.close(), running.url]);
      throw fault;
    }
    if (!answer.ok) throw new Error(answer.text);
    return answer.text;
  }
}

async function within<T>(ms: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The runtime did not answer within ${ms / 1000} seconds`)), ms);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
