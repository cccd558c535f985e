/** What a browser loads for a page that it sees for the first time, with everything, compressed as the platform does it. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../start/wrangler.ts';
import type { BenchDesk } from './bench-desk.ts';
import type { Scene } from './work.ts';

/** `page`: of it the HTML alone. */
export type PageBytes = { what: string; page: number; whole: number };

export async function pageBytes(desk: BenchDesk, { short, common }: Scene): Promise<PageBytes[]> {
  const { agent, customer } = desk.state;
  const asked = [
    ['sign-in', '/sign-in', ''],
    ['ticket, agent', `/tickets/${short}`, agent],
    ['ticket, customer', `/tickets/${short}`, customer],
    ['list of 50 tickets', '/desk?view=open', agent],
    ['search', `/desk?q=${common}`, agent],
    ['own tickets', '/tickets', customer],
  ] as const;
  const found: PageBytes[] = [];
  for (const [what, path, cookie] of asked) {
    const html = await desk.visit(path, cookie);
    const page = gzipSync(html).length;
    found.push({ what, page, whole: filesOf(html).reduce((sum, file) => sum + gzipSync(readFileSync(join(root, 'public', file))).length, page) });
  }
  return found;
}

/** Style sheets, scripts and icons that it names, each once. */
function filesOf(html: string): string[] {
  const named = [...html.matchAll(/<(?:link|script|img)[^>]*?(?:href|src)="\/([\w.-]+\.(?:css|js|svg))"/g)].flatMap(([, file]) => file ?? []);
  return [...new Set(named)];
}
