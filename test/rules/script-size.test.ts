import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../public');

test('all scripts of the portal together are at most 15 kB as browsers get them', () => {
  const sizes = readdirSync(folder).filter((name) => name.endsWith('.js')).map((name) => gzipSync(readFileSync(join(folder, name))).length);

  expect(sizes.length).toBeGreaterThan(2);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(15_000);
});
