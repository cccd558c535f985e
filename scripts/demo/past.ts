/** Moves what a step has just written to the day on which it belongs. See docs/decisions/0008. */

import { holidaysOf } from '../../src/directory/holidays.ts';
import { dueAt, startsAt } from '../../src/rules/service-level.ts';
import type { Calendar } from '../../src/rules/queues.ts';
import type { Settings } from '../../src/settings.ts';
import { askDirectory, askTicket, type Sql } from './explorer.ts';

const momentsOfTicket = ['created_at', 'started_at', 'last_contact_at', 'closed_at', 'updated_at'];

/** Waits until all letters of the ticket are sent and its index row is written, so that nothing is written after the move. */
export async function settled(url: string, number: number): Promise<void> {
  const open: Sql = { sql: "select (select count(*) from letters where state in ('queued', 'sending')) + (select count(*) from refreshes)" };
  for (let tries = 0; tries < 100; tries++) {
    if ((await askTicket(url, number, [open]))[0]?.[0] === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Ticket ${number} still has letters to send after ten seconds.`);
}

/** All instants from `since` on, of this ticket and of the directory, become `to`. */
export async function moveToPast(url: string, moved: { number: number; since: number; to: number }): Promise<void> {
  const { number, since, to } = moved;
  const set = (table: string, column: string) => moving(table, column, moved);
  await askTicket(url, number, [
    set('articles', 'at'),
    set('events', 'at'),
    {
      sql: "update events set fact = json_set(fact, '$.to', ?) where json_type(fact, '$.to') = 'integer' and json_extract(fact, '$.to') >= ?",
      params: [to, since],
    },
    set('letters', 'changed_at'),
    ...[...momentsOfTicket, 'engaged_at'].map((column) => set('ticket', column)),
  ]);
  await moveDirectoryToPast(url, moved);
}

/** The same for a mail that is on no ticket. */
export async function moveDirectoryToPast(url: string, { since, to }: { since: number; to: number }): Promise<void> {
  const columns: [string, string][] = [...momentsOfTicket.map((column): [string, string] => ['tickets', column]), ['intake', 'received_at'], ['intake', 'done_at'], ['people', 'created_at'], ['said_outside', 'at'], ['said_inside', 'at']];
  for (const [table, column] of columns) await askDirectory(url, moving(table, column, { since, to }));
}

function moving(table: string, column: string, { since, to }: { since: number; to: number }): Sql {
  return { sql: `update ${table} set ${column} = ? where ${column} >= ?`, params: [to, since] };
}

/** *Starts* and *due* as the desk would have set them on the day of opening. */
export async function setTargets(url: string, settings: Settings, opened: { number: number; at: number }): Promise<void> {
  const { calendar, dueDays } = await readCalendar(url, settings, opened.at);
  const starts = startsAt(opened.at, calendar);
  const params = [starts, dueAt(starts, dueDays, calendar), opened.number];
  await askTicket(url, opened.number, [{ sql: 'update ticket set starts_at = ?, due_at = ? where number = ?', params }]);
  await askDirectory(url, { sql: 'update tickets set starts_at = ?, due_at = ? where number = ?', params });
}

async function readCalendar(url: string, settings: Settings, at: number): Promise<{ calendar: Calendar; dueDays: number }> {
  const [row = []] = await askDirectory(url, { sql: 'select hours, due_days from queues join calendars on calendars.id = calendar_id order by queues.id limit 1' });
  const year = new Date(at).getUTCFullYear();
  const hours: Calendar['hours'] = JSON.parse(String(row[0]));
  return { calendar: { zone: settings.zone, hours, holidays: holidaysOf(settings.holidays, [year, year + 1]) }, dueDays: Number(row[1]) };
}
