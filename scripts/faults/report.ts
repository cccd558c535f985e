/** A run as docs/faults.md has it. */

import { cpus } from 'node:os';
import type { Finding } from './check.ts';
import type { Result } from './row.ts';

export type Run = { seed: number; atOnce: number; seconds: number; results: Result[] };

const columns = ['mails', 'deliveries again', 'kills', 'sends that failed', 'letters', 'lost', 'twice', 'out of order', 'uninvited', 'left over', 'filed unread', 'marked possibly twice', 'seconds'];

export const heading = [`| fault | ${columns.join(' | ')} |`, `|---|${'---:|'.repeat(columns.length)}`];

export function rowOf(result: Result): string {
  const { name, mails, tries, kills, refused, letters, unread, possiblyTwice, seconds } = result;
  const found = (['lost', 'twice', 'disorder', 'uninvited', 'orphan'] as const).map((kind) => count(result, kind));
  return `| ${[name, mails, tries, kills, refused, letters, ...found, unread, possiblyTwice, seconds].join(' | ')} |`;
}

/** The document with the figures of this run in place of those that stand there. */
export function withFigures(document: string, run: Run): string {
  const before = document.indexOf(BEGIN) + BEGIN.length;
  const after = document.indexOf('\n## ', before);
  if (before < BEGIN.length || after < 0) throw new Error(`docs/faults.md has no part ${BEGIN.trim()} with another behind it`);
  return `${document.slice(0, before)}\n${figures(run)}\n${document.slice(after)}`;
}

const BEGIN = '## Figures\n';

function figures(run: Run): string {
  return [intro(run), '', ...heading, ...run.results.map(rowOf), ...run.results.flatMap(({ remarks }) => remarks).flatMap((remark) => ['', remark])].join('\n');
}

function intro({ seed, atOnce, seconds, results }: Run): string {
  const [cpu] = cpus();
  const sum = (of: (result: Result) => number) => results.reduce((total, result) => total + of(result), 0).toLocaleString('en');
  const found = (kind: Finding['kind']) => sum((result) => count(result, kind));
  return `Written by \`npm run faults -- --seed ${seed} --at-once ${atOnce} --write\` on ${new Date().toISOString().slice(0, 10)}, on ${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${atOnce} rows at a time, in ${Math.round(seconds / 60)} minutes. Seconds say how long a row took beside the others, and nothing of the desk.
In all ${sum(({ mails }) => mails)} mails brought (${sum(({ tries }) => tries)} deliveries again), ${sum(({ kills }) => kills)} kills, ${sum(({ letters }) => letters)} letters: **lost ${found('lost')}, twice ${found('twice')}, out of order ${found('disorder')}**, uninvited ${found('uninvited')}, left over ${found('orphan')}.`;
}

function count({ findings }: Result, kind: Finding['kind']): number {
  return findings.filter((finding) => finding.kind === kind).length;
}
