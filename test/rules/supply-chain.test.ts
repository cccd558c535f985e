/** What we take from others is what we looked at, and runs nothing while it is installed (SW22). */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

type Locked = { version?: string; resolved?: string; integrity?: string; hasInstallScript?: boolean; optional?: boolean; link?: boolean; bundled?: boolean; inBundle?: boolean };

const root = join(import.meta.dirname, '../..');
const own: { dependencies: Record<string, string>; devDependencies: Record<string, string> } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const lock: { packages: Record<string, Locked> } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const packages = Object.entries(lock.packages).filter(([path, { link }]) => path !== '' && link !== true);

test('every package of ours is named with one version (SW22)', () => {
  const named = Object.entries({ ...own.dependencies, ...own.devDependencies });

  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test('every installed package is locked by the hash of its content (SW22)', () => {
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.filter(([, { integrity, inBundle }]) => inBundle !== true && !/^sha512-/.test(integrity ?? '')).map(([path]) => path)).toEqual([]);
});

test('no package comes from a place of its own (SW22)', () => {
  expect(packages.filter(([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')).map(([path]) => path)).toEqual([]);
});

test('only the runtimes that wrangler and its tools bring run something while they are installed (SW22)', () => {
  const run = packages.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => path.split('node_modules/').at(-1) ?? '');

  expect([...new Set(run)].filter((name) => !['esbuild', 'workerd', 'sharp', 'node', 'fsevents', 'unrs-resolver'].includes(name))).toEqual([]);
});

test('nothing of ours compiles WebAssembly at run time, which the platform refuses, or hashes by PBKDF2, whose bound it has in production only (SW08)', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  const named = sources.filter((name) => /WebAssembly\.(compile|instantiateStreaming)|PBKDF2/.test(readFileSync(join(root, 'src', name), 'utf8')));

  expect(sources.length).toBeGreaterThan(200);
  expect(named).toEqual([]);
});
