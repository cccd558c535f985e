/** Admins set up queues. Each has a calendar of its own, and none is ever deleted: tickets and letters name it. */

import { and, eq, exists, isNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { drizzle } from 'drizzle-orm/d1';
import type { Calendar, Queue } from '../rules/queues.ts';
import type { Instant } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import { calendars, queues } from './schema.ts';

/** A queue as the form has it. */
export type QueueDraft = Omit<Queue, 'id' | 'calendar' | 'retired'> & { zone: string; region: string; hours: Calendar['hours'] };

/** Makes a queue. Throws if another has its address or tag. */
export async function addQueue(binding: D1Database, settings: Settings, draft: QueueDraft): Promise<void> {
  const db = drizzle(binding);
  await db.batch([
    db.insert(calendars).values(calendarOf(draft, settings)),
    db.insert(queues).values({ ...queueOf(draft, settings), calendarId: sql`(select max(${calendars.id}) from ${calendars})` }),
  ]);
}

export async function changeQueue(binding: D1Database, settings: Settings, id: number, draft: QueueDraft): Promise<void> {
  const db = drizzle(binding);
  const ownCalendar = db.select({ id: queues.calendarId }).from(queues).where(eq(queues.id, id));
  await db.batch([
    db.update(calendars).set(calendarOf(draft, settings)).where(eq(calendars.id, sql`(${ownCalendar})`)),
    db.update(queues).set(queueOf(draft, settings)).where(eq(queues.id, id)),
  ]);
}

/** Takes no new tickets from now on. False: it is the last one that does, or it is retired already. */
export async function retireQueue(binding: D1Database, id: number, at: Instant): Promise<boolean> {
  const db = drizzle(binding);
  const other = alias(queues, 'other');
  const another = db.select({ id: other.id }).from(other).where(and(isNull(other.retiredAt), ne(other.id, id)));
  const retired = await db.update(queues).set({ retiredAt: at }).where(and(eq(queues.id, id), isNull(queues.retiredAt), exists(another))).returning({ id: queues.id });
  return retired.length > 0;
}

export async function reviveQueue(binding: D1Database, id: number): Promise<void> {
  await drizzle(binding).update(queues).set({ retiredAt: null }).where(eq(queues.id, id));
}

/** What is as the settings say follows them from then on. */
function queueOf(draft: QueueDraft, settings: Settings) {
  const { zone: _, region: __, hours: ___, address, tag, ...plain } = draft;
  return { ...plain, address: address === settings.supportAddress ? null : address, tag: tag === settings.subjectTag ? null : tag };
}

function calendarOf({ name, zone, region, hours }: QueueDraft, settings: Settings) {
  return { name, hours, zone: zone === settings.zone ? null : zone, holidays: region === settings.holidays ? null : region };
}
