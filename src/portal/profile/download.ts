/** `GET /profile/download`: everything about the reader as one zip, written while it is read. */

import { makeZip } from 'client-zip';
import type { Context } from 'hono';
import { readOwnRecord } from '../../directory/own-record.ts';
import { cleanFileName } from '../../rules/clean.ts';
import type { OwnPage, Viewer } from '../../rules/page.ts';
import type { Instant } from '../../rules/ticket.ts';
import { ticketsOf } from '../../ticket-index/tickets-of.ts';
import { wholePage } from '../../ticket/whole-page.ts';
import type { PortalEnv } from '../portal-env.ts';
import { signedIn, viewerOf } from '../reader.ts';
import { disposition } from '../tickets/disposition.ts';
import { articlesOf, ownTicket } from './own-ticket.ts';

type Part = { name: string; lastModified: Instant } & ({ input: string } | { input: ReadableStream<Uint8Array>; size: number });

export function downloadOwn(c: Context<PortalEnv>) {
  const zip = makeZip(partsOf(c.env, { id: signedIn(c).id, ...viewerOf(c) }, c.var.at));
  return c.body(zip, 200, { 'Content-Type': 'application/zip', 'Content-Disposition': disposition('attachment', c.var.text.profile.download.fileName) });
}

/** One part at a time, fetched when its reader is there: however much it is, little of it is held. */
async function* partsOf(env: Env, reader: Viewer & { id: number }, at: Instant): AsyncGenerator<Part> {
  yield { name: 'person.json', input: json(await readOwnRecord(env.DB, reader)), lastModified: at };
  let numbers = await ticketsOf(env.DB, reader.address, 0);
  while (numbers.length > 0) {
    for (const number of numbers) yield* ticketParts(env, number, reader, at);
    numbers = await ticketsOf(env.DB, reader.address, numbers.at(-1) ?? 0);
  }
}

/** The index can be behind: the ticket itself says what its reader may see. */
async function* ticketParts(env: Env, number: number, viewer: Viewer, at: Instant): AsyncGenerator<Part> {
  const page = await wholePage(env, number, { viewer: { address: viewer.address, role: viewer.role, reach: viewer.reach }, at });
  if (page === null) return;
  yield { name: `tickets/${number}.json`, input: json(ownTicket(page)), lastModified: page.updatedAt };
  yield* ownFiles(env, page, viewer);
}

/** The files that the reader sent. What the store has lost is left out and reported; the ticket names it all the same. */
async function* ownFiles(env: Env, page: OwnPage, { address }: Viewer): AsyncGenerator<Part> {
  for (const article of articlesOf(page).filter(({ by }) => by.address === address)) {
    for (const [place, file] of article.attachments.entries()) {
      const kept = await env.BYTES.get(file.key);
      if (kept === null) console.error('A file is missing in the store', { ticket: page.number, key: file.key });
      else yield { name: `tickets/${page.number}/${article.id}.${place + 1} ${cleanFileName(file.name) || 'file'}`, input: kept.body, size: kept.size, lastModified: article.at };
    }
  }
}

function json(facts: unknown): string {
  return `${JSON.stringify(facts, null, 2)}\n`;
}
