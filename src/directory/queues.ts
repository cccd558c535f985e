/** The queues, with what the settings say where a row leaves it open. */

import { asc, eq } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import { batchOnce } from '../built-once.ts';
import type { Queue } from '../rules/queues.ts';
import type { Settings } from '../settings.ts';
import { holidaysOf } from './holidays.ts';
import { calendars, queues } from './schema.ts';

/** More than a desk has; each has its address and its people. */
export const MOST_QUEUES = 100;

/** A queue with the region whose public holidays it keeps: `none`, `DE` or a state. */
export type SetUpQueue = Queue & { region: string };

/** All queues, retired ones too, the first one first. The holidays cover last year to the year after next, seen from `at`. */
export async function readQueues(binding: D1Database, settings: Settings, at: number): Promise<SetUpQueue[]> {
  const [rows] = await queuesAlone(binding, {});
  return rows.map((row) => asQueue(row, settings, at));
}

const queuesAlone = batchOnce((db) => [selectQueues(db)]);

/** The rows of the queues as a query, for a batch, which wants every column to have a name of its own; `asQueue` reads them. */
export function selectQueues(db: DrizzleD1Database) {
  const { zone, hours, holidays, daysOff } = calendars;
  return db.select({ queues, calendars: { zone, hours, holidays, daysOff } }).from(queues).innerJoin(calendars, eq(calendars.id, queues.calendarId)).orderBy(asc(queues.id)).limit(MOST_QUEUES);
}

/** The queue with this id, else the first: a ticket never lacks one. */
export function queueWithId(list: Queue[], id: number): Queue {
  const queue = list.find((one) => one.id === id) ?? list[0];
  if (queue === undefined) throw new Error('There is no queue; the database is not migrated');
  return queue;
}

export function asQueue(row: { queues: typeof queues.$inferSelect; calendars: Pick<typeof calendars.$inferSelect, 'zone' | 'hours' | 'holidays' | 'daysOff'> }, settings: Settings, at: number): SetUpQueue {
  const { calendarId: _, address, tag, retiredAt, ...queue } = row.queues;
  const { zone, hours, holidays, daysOff } = row.calendars;
  const year = new Date(at).getUTCFullYear();
  const region = holidays ?? settings.holidays;
  const publicHolidays = holidaysOf(region, [year - 1, year, year + 1, year + 2]);
  return {
    ...queue,
    address: address ?? settings.supportAddress,
    tag: tag ?? settings.subjectTag,
    retired: retiredAt !== null,
    region,
    calendar: { zone: zone ?? settings.zone, hours, holidays: [...publicHolidays, ...daysOff] },
  };
}
