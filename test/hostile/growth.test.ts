import { beforeAll, describe, expect, test, vi } from 'vitest';
import { headers, htmls, packed, structures, texts, type HostileShape } from '../support/hostile-shapes.ts';
import { readThrough } from '../support/read-through.ts';

// What the parser refuses is told to the log; here that is every other mail.
beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));

describe.each([
  ['structure', structures],
  ['header', headers],
  ['text', texts],
  ['HTML', htmls],
  ['packing', packed],
])('a hostile %s', (_, shapes) => {
  test.each(shapes)('takes time in proportion to its size: $name (M10, SP11)', async (shape) => {
    expect(await growth(shape)).toBeLessThan(10);
  });

  test.each(shapes)('loses nothing of its text: $name (M10)', async ({ raw, n }) => {
    const { mail, parts } = await readThrough(raw(Math.ceil(n / 10)));

    expect(parts.map((part) => part.text).join('')).toBe(mail.text);
  });
});

/** How many times longer four times as much takes: 4 if linear, 16 if quadratic. The best of several runs, so that a busy machine does not matter. */
async function growth({ raw, n }: HostileShape): Promise<number> {
  const small = raw(Math.ceil(n / 4));
  const large = raw(n);
  let best = Infinity;
  for (let run = 0; run < 4 && best > 6; run++) best = Math.min(best, (await elapsed(large)) / Math.max(TOO_SHORT_MS, await elapsed(small)));
  return best;
}

/** Shorter times say more about the machine than about us. */
const TOO_SHORT_MS = 5;

async function elapsed(raw: Uint8Array<ArrayBuffer>): Promise<number> {
  const started = performance.now();
  await readThrough(raw);
  return performance.now() - started;
}
