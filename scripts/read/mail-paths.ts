import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** `shown` begins as it was asked for. */
export type MailPath = { shown: string; path: string };

/** Every file that `asked` (files and folders, from where the command was given) names, in order of name; hidden ones only if named themselves. */
export function mailPaths(asked: string[], from: string): MailPath[] {
  const found = asked.flatMap((name) => filesIn({ shown: name, path: resolve(from, name) }));
  return [...new Map(found.map((one) => [one.path, one])).values()].sort((a, b) => (a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : 0));
}

function filesIn(one: MailPath): MailPath[] {
  if (statSync(one.path, { throwIfNoEntry: false })?.isDirectory() !== true) return [one];
  const names = readdirSync(one.path).filter((name) => !name.startsWith('.'));
  return names.flatMap((name) => filesIn({ shown: join(one.shown, name), path: join(one.path, name) }));
}
