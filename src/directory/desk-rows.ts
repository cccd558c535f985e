/** What every page of the desk needs of the directory, read together with its reader's session. */

import { batchOnce } from '../built-once.ts';
import type { Instant } from '../rules/ticket.ts';
import { selectStaff } from './people.ts';
import { selectQueues } from './queues.ts';
import { selectSavedViews } from './saved-views.ts';
import { personOfSession, selectSession, sessionIn, type Session } from './sessions.ts';
import { hashToken } from './tokens.ts';
import { selectViewColumns } from './view-columns.ts';

/** As the database has them: who reads them is known only now. */
export type DeskRows = { queues: Awaited<ReturnType<typeof selectQueues>>; staff: Awaited<ReturnType<typeof selectStaff>>; saved: Awaited<ReturnType<typeof selectSavedViews>>; columns: Awaited<ReturnType<typeof selectViewColumns>> };

/** One batch. Without a session in force there are no rows. */
export async function findSessionAtDesk(binding: D1Database, token: string | undefined, at: Instant): Promise<{ session: Session | null; rows: DeskRows | null }> {
  const tokenHash = hashToken(token);
  if (tokenHash === null) return { session: null, rows: null };
  const [found, queues, staff, saved, columns] = await rowsWithSession(binding, { tokenHash, at });
  const session = sessionIn(found, at);
  return { session, rows: session === null ? null : { queues, staff, saved, columns } };
}

const rowsWithSession = batchOnce((db) => [selectSession(db), selectQueues(db), selectStaff(db), selectSavedViews(db, personOfSession), selectViewColumns(db, personOfSession)]);
