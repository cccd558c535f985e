/** Rows of the ticket index, written as ticket objects write them, for tests that need many. */

import { env } from 'cloudflare:workers';
import type { Ticket } from '../../src/rules/ticket.ts';
import { refreshIndex } from '../../src/ticket-index/refresh.ts';
import { summarize } from '../../src/ticket-index/summarize.ts';
import { headWords, type Said } from '../../src/ticket-index/searchable.ts';
import { wordsOf } from '../../src/rules/search-text.ts';
import { aParticipant, aTicket, now } from '../support/builders.ts';

/** A ticket in the index by its number; `from` is its requester, `says` its request. */
export async function indexed(number: number, with_: Partial<Ticket> & { from?: string; called?: string; says?: string } = {}): Promise<number> {
  const { from = `p${number}@kunde.example`, called = '', says = '', ...fields } = with_;
  const ticket = aTicket({ number, subject: `Vorgang ${number}`, updatedAt: now + number, createdAt: now + number, people: [aParticipant(from, { name: called, role: 'requester' })], ...fields });
  const said: Said[] = says === '' ? [] : [{ inside: false, article: 1, at: ticket.createdAt, byName: called, text: says, words: wordsOf(says).join(' ') }];
  await refreshIndex(env.DB, summarize(ticket), { named: [], ever: [], searchable: { head: headWords(ticket), said, anew: false, forgotten: [] }, letters: [], filed: null });
  return number;
}
