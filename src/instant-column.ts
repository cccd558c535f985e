/** A moment in a table, in ms since 1970. */

import { integer } from 'drizzle-orm/sqlite-core';
import type { Instant } from './rules/ticket.ts';

export const instant = (name: string) => integer(name).$type<Instant>();
