/** A run as docs/bench.md has it. */

import { cpus } from 'node:os';
import type { Built } from './built.ts';
import { costs } from './costs.ts';
import { billFor } from './dollars.ts';
import type { PageBytes } from './page-bytes.ts';
import type { ObjectStarts } from './starts.ts';
import { trackers } from './trackers.ts';
import { heading, ms, rowOf, type Measured } from './table.ts';
import { median, ratio } from './timing.ts';

export type Run = {
  share: number;
  tookMs: number;
  built: Built;
  firstStartMs: number;
  objects: ObjectStarts | null;
  pages: PageBytes[];
  /** The smallest desk first. `filledMs`: how long it took to fill it from the one before. */
  sizes: { tickets: number; filledMs: number; measured: Measured[] }[];
};

export function report(run: Run): string {
  const parts = [intro(run), ...run.sizes.slice(0, 1).flatMap((size) => [floors(size), besideOthers(size)]), growth(run), sizesAndStarts(run), counted(), dollars(), mended];
  return `${parts.join('\n\n')}\n`;
}

function intro({ share, tookMs, sizes }: Run): string {
  const [cpu] = cpus();
  return `# What work takes

Written by \`npm run bench -- --write\`${share === 1 ? '' : `, with ${share} of its rounds`}, in ${Math.round(tookMs / 60_000)} minutes on ${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${new Date().toISOString().slice(0, 10)}, with ${sizes.map(({ tickets }) => tickets.toLocaleString('en')).join(', ')} tickets of ten articles each.

The built Worker runs in workerd with D1, R2 and objects on this machine's disk, without wrangler's proxy. The floor is a Worker in the same runtime that does only what cannot be left out: for a mail postal-mime, one put to R2 (and one for each file), one batch to D1, one transaction in an object; for a page one query or one call, and an empty page. A page that is somebody's cannot do without asking whose session it is, one more query: the last column compares it with a floor that asks that too. Work and floors run in turns, and *times the floor* is the median of the pairs, so that whatever else the machine does hits both. Times by themselves say little about the platform, where each round trip costs more and each commit less.`;
}

function floors({ tickets, measured }: Run['sizes'][number]): string {
  return [`## Beside the floor, at ${tickets.toLocaleString('en')} tickets`, '', ...heading, ...measured.map(rowOf)].join('\n');
}

function besideOthers({ measured }: Run['sizes'][number]): string {
  const rows = measured.flatMap(({ work, pieces, compared }) => {
    const theirs = trackers[work];
    if (theirs === undefined) return [];
    const ours = (pieces * 1000) / median(compared.ours);
    return [`| ${[work, ours.toFixed(0), theirs, (ours / theirs).toFixed(1), '≥ 20'].join(' | ')} |`];
  });
  return ['## Beside Request Tracker', '', 'Mails a second until they are on a ticket and in the lists, beside Request Tracker 5 on a machine of two cores of this kind.', '', '| work | here | Request Tracker 5 | times | aim |', '|---|---:|---:|---:|---|', ...rows].join('\n');
}

/** Each work's median by size, how many times the smallest desk's the largest one's is, and how many times its floor it takes on either. */
function growth({ sizes }: Run): string {
  const [first] = sizes;
  const rows = (first?.measured ?? []).map(({ work, pieces }) => {
    const medians = sizes.map(({ measured }) => median(measured.find((one) => one.work === work)?.compared.ours ?? []) / pieces);
    const ratios = [sizes[0], sizes.at(-1)].map((size) => ratioOf(size, work).toFixed(2));
    return `| ${[work, ...medians.map(ms), ((medians.at(-1) ?? 0) / (medians[0] ?? 1)).toFixed(2), ...ratios].join(' | ')} |`;
  });
  return ['## As the desk grows', '', 'Medians, how many times the first the last is, and how many times their floors the first and the last are; flat is 1, and the same twice. The sizes are measured one after the other, so what else the machine did is in the growth, and not in the times the floor. In the index of the largest desk are ten times as many articles as tickets.', '', `| work | ${sizes.map(({ tickets }) => tickets.toLocaleString('en')).join(' | ')} | growth | first, times the floor | last, times the floor |`, `|---|${'---:|'.repeat(sizes.length + 3)}`, ...rows].join('\n');
}

function ratioOf(size: Run['sizes'][number] | undefined, work: string): number {
  const found = size?.measured.find((one) => one.work === work)?.compared;
  return found === undefined ? Number.NaN : ratio(found.ours, found.floor);
}

function sizesAndStarts({ built, firstStartMs, objects, pages, sizes }: Run): string {
  const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  return [
    '## Sizes and starts',
    '',
    '| | | aim |',
    '|---|---:|---|',
    `| the Worker as it is uploaded, compressed | ${kb(built.compressed)} | ≤ 1 MB |`,
    `| from an empty machine to the first page | ${ms(firstStartMs)} | |`,
    ...(objects === null ? [] : [`| page of a ticket whose object sleeps | ${ms(objects.coldMs)} | |`, `| the same page again | ${ms(objects.warmMs)} | |`]),
    ...sizes.map(({ tickets, filledMs }) => `| the index filled up to ${tickets.toLocaleString('en')} tickets | ${(filledMs / 1000).toFixed(1)} s | |`),
    ...pages.map(({ what, page, whole }) => `| page for a new browser, with everything: ${what} (of it HTML ${kb(page)}) | ${kb(whole)} | ≤ 50 kB |`),
  ].join('\n');
}

function counted(): string {
  const rows = Object.entries(costs).map(([work, { queries, calls, stored, fetched, rowsRead, rowsWritten, objectRowsRead, objectRowsWritten }]) => `| ${[work, queries, calls, stored + fetched, rowsRead, rowsWritten, objectRowsRead, objectRowsWritten].join(' | ')} |`);
  return ['## What work asks for', '', 'Round trips exactly, rows at most; `test/worker/costs.test.ts` counts them and fails when they grow.', '', '| work | round trips to D1 | calls of objects | R2 | rows read | written | in objects read | written |', `|---|${'---:|'.repeat(7)}`, ...rows].join('\n');
}

function dollars(): string {
  const bill = billFor();
  const rows = bill.map(({ what, units, dollars: each }) => `| ${what} | ${Math.round(units).toLocaleString('en')} | $${each.toFixed(3)} |`);
  return ['## Dollars for a thousand tickets', '', 'At the margin, with four mails in, seven letters out and 26 pages a ticket (`scripts/bench/dollars.ts`), without storage, which docs/scale.md counts.', '', '| what | units | dollars |', '|---|---:|---:|', ...rows, `| together | | **$${bill.reduce((sum, { dollars: each }) => sum + each, 0).toFixed(2)}** |`].join('\n');
}

const mended = `## What the bench found, and what was mended

- A new mail went to D1 fifteen times and a reply ten: each question to the directory by itself, each limit in two steps. They go together now, four and three times (\`src/directory/around-mail.ts\`).
- The list of the desk spent two thirds of its time on asking the formatter for the offset of each row's business hours. The offset of a day is asked once (\`src/rules/wall-clock.ts\`).
- Counting open tickets went through the entries of all tickets, 80 ms at half a million: no index of open tickets held what the count asks for, and SQLite took a wider one that did. There is one now (\`tickets_open\`).
- Every new ticket went through all migrations that tickets ever had, twenty, each altering tables: a third of the time of its mail, and 300 writes to disk where the floor has 44. Its tables are made from one script now (\`migrations/ticket/tables.sql\`), in one commit with the ticket.
- A mail and its letter ask their ticket's tables 140 times, and drizzle took longer to build each question than SQLite to answer it. What every step asks is built once for all tickets now (\`src/ticket/prepared.ts\`), and once for each database what a mail and its letters ask of the directory (\`src/built-once.ts\`). The last of these steps, the outbox, the search and the directory, brought drizzle’s part of a new mail’s time from 16 to 9 of a hundred, by the profile. Still built anew are among others the refresh of the lists, whose statements depend on what there is to tell, and the article.
- A new mail went to D1 six times, a reply four times: the limit of new tickets and the number are one batch now, and the ticket writes the mail's line in the ledger along with its lists. Four times and three. The door no longer tells the lists what a ticket tells them itself.
- A ticket's page spent a third of its time in the Worker and the object on building the same statements anew. Those of the session and around a ticket are built once for each database (\`src/built-once.ts\`), those of a ticket's own tables as above.
- Every moment on a page asked the formatter up to six times, mostly whether it is of today, and spelled out the formatter's options to find it: a tenth of a list. The clock's offset says it now (\`src/portal/parts/times.ts\`).
- The help of keys and of search is the same on every page and was rendered for each. Once a page has an element with a name space of its own (\`svg\`, \`head\`), hono asks for every other element in which it stands, and a link in the head searches the whole page. The help is rendered once a language; the head and the marks of states are written out.
- On one busy machine, before and after these three: ticket page with 10 articles 18 and 10 times its floor, list 5.8 and 3.6, own tickets 3.5 and 2.3. What is left of a ticket's page is the question whose session it is, the batch of what stands around the ticket, folding and linking ten texts, and some six hundred elements; of a list the counts of all views, whose queries depend on who asks and are built anew.
- A row of a list shows how the newest text of its ticket begins. For that all texts of the ticket were read and sorted, and the newest sent whole. It is found by its key and cut in the database (\`src/ticket-index/sought.ts\`).
- The page of a ticket with ten articles was measured after hundreds of replies to it. They come to a ticket of their own now.
- Does a mail grow with the desk? On a machine with ten times the work it has cores for, a new mail with its letter took 44 ms of CPU on an empty desk and 40 ms with 500,000 tickets, 2,500,000 mails and 1,075,000 words; a reply with its letter 14 and 15. The times beside the floor were 2.3 and 3.5 (one after another), 3.0 and 3.2 (8 at once), 1.8 and 2.1 (reply), the spread of such a machine. SQLite looks through no table that grows (\`test/worker/mail-plans.test.ts\`). What is left above the floor is CPU: building queries, and SQLite reading the script of a new ticket's tables.`;
