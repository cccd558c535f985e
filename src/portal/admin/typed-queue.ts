/** A queue's form as text: what stands in it, and what came back. */

import type { SetUpQueue } from '../../directory/queues.ts';
import type { Calendar } from '../../rules/queues.ts';
import type { Settings } from '../../settings.ts';
import type { SentForm } from '../sent-form.ts';

/** Monday is 1. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
type Weekday = (typeof weekdays)[number];
type HoursField = `hours_${Weekday}_${'from' | 'to'}`;

const plainFields = ['name', 'address', 'aliases', 'tag', 'due_days', 'closed_reply', 'reopen_days', 'priority', 'final_priority', 'zone', 'region', 'signature_de', 'signature_en'] as const;

export type TypedQueue = Record<(typeof plainFields)[number], string> & Record<HoursField, string>;

const MINUTES_A_DAY = 24 * 60;

/** The form of an existing queue. */
export function typedAs(queue: SetUpQueue): TypedQueue {
  return {
    name: queue.name,
    address: queue.address,
    aliases: queue.aliases.join(', '),
    tag: queue.tag,
    due_days: String(queue.dueDays),
    closed_reply: queue.closedReply,
    reopen_days: String(queue.reopenDays),
    priority: String(queue.priority),
    final_priority: String(queue.finalPriority),
    zone: queue.calendar.zone,
    region: queue.region,
    signature_de: queue.signatureDe,
    signature_en: queue.signatureEn,
    ...typedHours(queue.calendar.hours),
  };
}

/** The form of a queue that is not yet: what most desks want. */
export function typedNew(settings: Settings): TypedQueue {
  const workday = { fromMinute: 8 * 60, toMinute: 17 * 60 };
  const plain = { name: '', address: '', aliases: '', tag: '', due_days: '3', closed_reply: 'refuse', reopen_days: '14', priority: '5', final_priority: '50', signature_de: '', signature_en: '' };
  return { ...plain, zone: settings.zone, region: settings.holidays, ...typedHours([workday, workday, workday, workday, workday, null, null]) };
}

/** What the form sent; what it left out stays as it was. */
export function typedIn(form: SentForm, before: TypedQueue): TypedQueue {
  const typed = { ...before };
  for (const name of plainFields) if (form.has(name)) typed[name] = form.text(name).trim();
  for (const day of weekdays) {
    if (form.has(`hours_${day}_from`)) typed[`hours_${day}_from`] = form.text(`hours_${day}_from`).trim();
    if (form.has(`hours_${day}_to`)) typed[`hours_${day}_to`] = form.text(`hours_${day}_to`).trim();
  }
  return typed;
}

/** Minutes after midnight; null if it is no time of a day. The day's end is typed as `00:00` or `24:00`. */
export function minuteOf(typed: string, side: 'from' | 'to'): number | null {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})(?::00)?$/.exec(typed) ?? [];
  if (hour === undefined || minute === undefined || Number(minute) > 59) return null;
  const minutes = Number(hour) * 60 + Number(minute);
  if (side === 'to' && minutes === 0) return MINUTES_A_DAY;
  return minutes < MINUTES_A_DAY || (side === 'to' && minutes === MINUTES_A_DAY) ? minutes : null;
}

function typedHours(hours: Calendar['hours']): Record<HoursField, string> {
  const at = (day: Weekday, side: 'fromMinute' | 'toMinute') => {
    const minute = hours[day - 1]?.[side];
    return minute === undefined ? '' : `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
  };
  return {
    hours_1_from: at(1, 'fromMinute'), hours_1_to: at(1, 'toMinute'),
    hours_2_from: at(2, 'fromMinute'), hours_2_to: at(2, 'toMinute'),
    hours_3_from: at(3, 'fromMinute'), hours_3_to: at(3, 'toMinute'),
    hours_4_from: at(4, 'fromMinute'), hours_4_to: at(4, 'toMinute'),
    hours_5_from: at(5, 'fromMinute'), hours_5_to: at(5, 'toMinute'),
    hours_6_from: at(6, 'fromMinute'), hours_6_to: at(6, 'toMinute'),
    hours_7_from: at(7, 'fromMinute'), hours_7_to: at(7, 'toMinute'),
  };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
