/** The ticket's part in an address that becomes another. Called within one transaction of the ticket object. */

import type { Readdressing } from '../rules/readdressing.ts';
import { wordsOf } from '../rules/search-text.ts';
import type { Change, Instant, Ticket } from '../rules/ticket.ts';
import { swapAddress } from './readdressing-store.ts';
import { recordAll } from './recording.ts';
import * as schema from './schema.ts';
import { sayAllAnew } from './search-store.ts';
import type { Database } from './ticket-store.ts';

/** Whether the old address stood anywhere. The same again changes nothing. */
export function readdress(db: Database, ticket: Ticket, asked: Readdressing, at: Instant): boolean {
  const was = swapAddress(db, asked);
  if (was === null) return false;
  recordAll(db, changesFor(ticket, asked), null, at);
  // Nobody did anything to the ticket, so it does not rise in the lists.
  const updatedBy = ticket.updatedBy === asked.from ? asked.to.address : ticket.updatedBy;
  db.update(schema.ticket).set({ updatedAt: ticket.updatedAt, updatedBy }).run();
  const stays = new Set(wordsOf(`${asked.to.name} ${asked.to.address}`));
  const gone = asked.kind === 'erased' ? [asked.from, ...was] : [asked.from];
  sayAllAnew(db, wordsOf(gone.join(' ')).filter((word) => !stays.has(word)));
  return true;
}

/** What an erased agent had not finished waits for another. */
function changesFor({ owner, status }: Ticket, { kind, from, to }: Readdressing): Change[] {
  const known: Change = { kind: kind === 'erased' ? 'erased' : 'readdressed', address: to.address };
  const isLeft = kind === 'erased' && owner === from && status !== 'closed' && status !== 'rejected';
  return isLeft ? [known, { kind: 'fieldChanged', field: 'owner', from: to.address, to: null }] : [known];
}
