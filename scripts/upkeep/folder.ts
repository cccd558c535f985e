/** A folder with everything of a desk: its export as the desk wrote it, every mail as .eml, every file, and a list of them all with their hashes. */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as v from 'valibot';
import { Stop } from './stop.ts';

const listed = v.object({ key: v.string(), size: v.number(), sha256: v.string(), type: v.string(), metadata: v.record(v.string(), v.string()) });
export type Listed = v.InferOutput<typeof listed>;

/** When the export was made; everything else is the same for the same desk. */
const ABOUT = 'export/about.json';
const LIST = 'bytes.jsonl';
/** Lies in a folder while an export goes into it, and after one that was stopped. */
const BEGUN = 'bytes.jsonl.begun';

/** Where the bytes with this key lie. Mails get the ending that mail programs know. */
export function pathIn(folder: string, key: string): string {
  return join(folder, key.startsWith('raw/') ? `mails/${key.slice('raw/'.length)}.eml` : key);
}

/** Whether the folder has it already. Mails and files never change; what the desk wrote is compared with the MD5 that R2 keeps. */
export function hasAlready(folder: string, { key, size, etag }: { key: string; size: number; etag: string }): boolean {
  const path = pathIn(folder, key);
  if (!existsSync(path) || statSync(path).size !== size) return false;
  return !key.startsWith('export/') || createHash('md5').update(readFileSync(path)).digest('hex') === etag;
}

export function keep(folder: string, key: string, bytes: Uint8Array): void {
  const path = pathIn(folder, key);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

export function hashOf(folder: string, key: string): string {
  return createHash('sha256').update(readFileSync(pathIn(folder, key))).digest('hex');
}

/** Writes the list, throws away what an earlier export had and this one has not, such as mails of erased people, and returns one hash over all of it. */
export function writeList(folder: string, all: Listed[]): string {
  const wanted = new Set(all.map(({ key }) => pathIn(folder, key)));
  for (const part of ['export', 'mails', 'files'].map((name) => join(folder, name)).filter(existsSync)) {
    const there = readdirSync(part, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const path of there) if (!wanted.has(path)) rmSync(path);
  }
  const lines = all.toSorted((one, other) => (one.key < other.key ? -1 : 1)).map((one) => ({ key: one.key, line: `${JSON.stringify(one)}\n` }));
  writeFileSync(join(folder, LIST), lines.map(({ line }) => line).join(''));
  rmSync(join(folder, BEGUN), { force: true });
  return createHash('sha256').update(lines.filter(({ key }) => key !== ABOUT).map(({ line }) => line).join('')).digest('hex');
}

/** The folder that a command names first. Throws Stop if it names none. */
export function namedFolder(named: string | undefined, command: string): string {
  if (named === undefined || named.startsWith('-')) throw new Stop(`Please name a folder: ${command} -- DIR`);
  return resolve(named);
}

/** A folder for an export: new, empty, or with an earlier one, be it whole or not. Throws Stop if other things lie there: they would be thrown away. */
export function exportFolder(named: string | undefined): string {
  const folder = namedFolder(named, 'npm run export');
  const there = existsSync(folder) ? readdirSync(folder) : [];
  if (there.length > 0 && !there.includes(LIST) && !there.includes(BEGUN)) throw new Stop(`${folder} holds other things than an export. Please name a folder that is new or empty.`);
  return folder;
}

export function beginExport(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, BEGUN), '');
}

/** The list, after everything in it was found in the folder as it was written. Throws Stop with what is missing or was changed. */
export function checkedList(folder: string): Listed[] {
  const again = `Please fetch it again (npm run export -- ${folder}), or take another copy.`;
  if (!existsSync(join(folder, LIST))) throw new Stop(`${folder} holds no whole export: ${LIST}, which is written last of all, is not in it. ${again}`);
  const all = readFileSync(join(folder, LIST), 'utf8').split('\n').filter((line) => line !== '').map((line, at) => readLine(line, `Line ${at + 1} of ${join(folder, LIST)} is broken. ${again}`));
  const wrong = all.filter(({ key, sha256 }) => !existsSync(pathIn(folder, key)) || hashOf(folder, key) !== sha256);
  if (wrong.length > 0) throw new Stop(`${wrong.length} of ${all.length} files in ${folder} are missing or not what was exported, such as ${wrong[0]?.key}. ${again}`);
  return all;
}

function readLine(line: string, broken: string): Listed {
  try {
    return v.parse(listed, JSON.parse(line));
  } catch {
    throw new Stop(broken);
  }
}
