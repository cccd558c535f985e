/** Since when somebody waits for the desk, as SQL on rows of `tickets`. */

import { sql } from 'drizzle-orm';
import type { Instant } from '../rules/ticket.ts';
import { saidOutside, tickets } from './schema.ts';

const saidAt = sql`(select max(${saidOutside.at}) from ${saidOutside} where ${saidOutside.number} = ${tickets.number} and ${saidOutside.article} > 0)`;

/** Null where the desk had the last word, or where it is not its turn. What was said is looked up for new and open tickets only, which are few. */
export const unansweredSince = sql<Instant | null>`case when ${tickets.status} in ('new', 'open') then nullif(max(${saidAt}, coalesce(${tickets.lastContactAt}, 0)), coalesce(${tickets.lastContactAt}, 0)) end`;
