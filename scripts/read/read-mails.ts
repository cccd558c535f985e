import { readFileSync } from 'node:fs';
import type { MailPath } from './mail-paths.ts';
import type { Line, Reading } from './reading.ts';
import { startRuntime } from './runtime.ts';

/** A mail of 25 MiB takes some seconds on a busy machine. */
const TIMEOUT_MS = 30_000;

/** Bytes of a mail, from a file or made by whoever asks. */
export type MailBytes = { file: string; bytes: () => Uint8Array<ArrayBuffer> };

/** One line for each mail, in order. A mail that cannot be read, or breaks the runtime, is a line with `error`; the next ones do not notice. */
export async function* readMails(mails: MailBytes[]): AsyncGenerator<Line> {
  const runtime = await startRuntime('scripts/read/reading-worker.ts', { timeoutMs: TIMEOUT_MS });
  try {
    for (const { file, bytes } of mails) {
      const start = performance.now();
      const ms = () => Math.round((performance.now() - start) * 10) / 10;
      try {
        const reading: Reading = JSON.parse(await runtime.post(bytes()));
        yield { file, ...reading, ms: ms(), error: null };
      } catch (fault) {
        yield { file, ms: ms(), error: fault instanceof Error ? fault.message : String(fault) };
      }
    }
  } finally {
    await runtime.stop();
  }
}

export function fromFile({ shown, path }: MailPath): MailBytes {
  return { file: shown, bytes: () => new Uint8Array(readFileSync(path)) };
}
