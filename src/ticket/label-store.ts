/** The labels that a ticket object keeps. Synchronous, like the ticket store. */

import { eq } from 'drizzle-orm';
import type { Change } from '../rules/ticket.ts';
import * as schema from './schema.ts';
import type { Database } from './ticket-store.ts';

type LabelChange = Extract<Change, { kind: 'labelled' | 'unlabelled' }>;

export function changeLabel(db: Database, change: LabelChange): LabelChange {
  const row = db.select({ number: schema.ticket.number, labels: schema.ticket.labels }).from(schema.ticket).get();
  if (row === undefined) throw new Error('Only a ticket that was opened has labels');
  const labels = change.kind === 'labelled' ? [...row.labels, change.label] : row.labels.filter((label) => label !== change.label);
  db.update(schema.ticket).set({ labels }).where(eq(schema.ticket.number, row.number)).run();
  return change;
}
