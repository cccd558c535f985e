/** Whether a queue's form makes a queue, and what is wrong at which field. */

import * as v from 'valibot';
import type { QueueDraft } from '../../directory/change-queues.ts';
import { regions } from '../../directory/holidays.ts';
import { parseAddress } from '../../rules/address.ts';
import { cleanName } from '../../rules/clean.ts';
import { holderOfAddress, holderOfTag, renamed, type Calendar, type ClosedReply, type Queue } from '../../rules/queues.ts';
import { readSignature } from '../../rules/signature.ts';
import type { Address } from '../../rules/ticket.ts';
import { isZone } from '../../settings.ts';
import type { Text } from '../../text/text.ts';
import type { FieldErrors } from '../parts/field.tsx';
import { minuteOf, weekdays, type TypedQueue } from './typed-queue.ts';

/** The queue as it is (null: a new one), the others, and the addresses that somebody of the staff has. */
export type Known = { before: Queue | null; others: Queue[]; staff: Address[] };
export type Judged = { draft: QueueDraft; errors: null } | { draft: null; errors: FieldErrors };

export const closedReplies = ['refuse', 'follow-up', 'reopen'] as const satisfies ClosedReply[];

const MOST_DAYS = 365;
const MOST_PRIORITY = 100;
const MOST_ALIASES = 20;

export function judgeQueue(typed: TypedQueue, known: Known, text: Text): Judged {
  const words = text.portal.queues.errors;
  const errors: FieldErrors = {};
  const noteWrong = <Value>(field: string, value: Value | null, wrong: string): Value | null => {
    if (value === null) errors[field] = wrong;
    return value;
  };

  const name = noteWrong('name', cleanName(typed.name) || null, words.name);
  const address = noteWrong('address', parseAddress(typed.address), text.portal.admin.addressWrong);
  const aliases = noteWrong('aliases', addressesIn(typed.aliases), words.aliases);
  const tag = noteWrong('tag', /^[\w.-]{1,60}$/.test(typed.tag) ? typed.tag : null, words.tag);
  const dueDays = noteWrong('due_days', wholeNumber(typed.due_days, MOST_DAYS), words.days);
  const closedReply = noteWrong('closed_reply', picked(closedReplies, typed.closed_reply), words.closedReply);
  const reopenDays = noteWrong('reopen_days', wholeNumber(typed.reopen_days, MOST_DAYS), words.days);
  const priority = noteWrong('priority', wholeNumber(typed.priority, MOST_PRIORITY), text.portal.ticket.priorityWrong);
  const finalPriority = noteWrong('final_priority', wholeNumber(typed.final_priority, MOST_PRIORITY), text.portal.ticket.priorityWrong);
  const zone = noteWrong('zone', isZone(typed.zone) ? typed.zone : null, words.zone);
  const region = noteWrong('region', picked(regions, typed.region), words.region);
  const signatureDe = noteWrong('signature_de', readSignature(typed.signature_de), text.portal.signature.tooLong);
  const signatureEn = noteWrong('signature_en', readSignature(typed.signature_en), text.portal.signature.tooLong);
  const { hours, wrong } = hoursIn(typed, words);
  Object.assign(errors, wrong, taken({ address, aliases: aliases ?? [], tag }, known, text));

  if (name === null || address === null || aliases === null || tag === null || dueDays === null || closedReply === null) return { draft: null, errors };
  if (reopenDays === null || priority === null || finalPriority === null || zone === null || region === null || signatureDe === null || signatureEn === null || Object.keys(errors).length > 0) return { draft: null, errors };
  const names = renamed(known.before ?? { address, aliases, tag, formerTags: [] }, { address, aliases, tag });
  return { draft: { name, ...names, dueDays, closedReply, reopenDays, priority, finalPriority, zone, region, signatureDe, signatureEn, hours }, errors: null };
}

/** An address leads to one queue, a tag names one, and no queue has the address of a colleague. */
function taken(names: { address: Address | null; aliases: Address[]; tag: string | null }, { others, staff }: Known, text: Text): FieldErrors {
  const words = text.portal.queues.errors;
  const whyTaken = (address: Address): string | undefined => {
    const holder = holderOfAddress(address, others);
    if (holder !== null) return words.addressTaken(address, holder.name);
    return staff.includes(address) ? words.addressOfStaff(address) : undefined;
  };
  const own = names.address === null ? undefined : whyTaken(names.address);
  const further = names.aliases.map(whyTaken).find((why) => why !== undefined);
  const holder = names.tag === null ? null : holderOfTag(names.tag, others);
  return {
    ...(own === undefined ? {} : { address: own }),
    ...(further === undefined ? {} : { aliases: further }),
    ...(holder === null ? {} : { tag: words.tagTaken(holder.name) }),
  };
}

function hoursIn(typed: TypedQueue, words: Text['portal']['queues']['errors']): { hours: Calendar['hours']; wrong: FieldErrors } {
  const wrong: FieldErrors = {};
  const hours = weekdays.map((day) => {
    const [from, to] = [typed[`hours_${day}_from`], typed[`hours_${day}_to`]];
    if (from === '' && to === '') return null;
    const [fromMinute, toMinute] = [minuteOf(from, 'from'), minuteOf(to, 'to')];
    if (fromMinute === null) wrong[`hours_${day}_from`] = words.time;
    if (toMinute === null) wrong[`hours_${day}_to`] = words.time;
    if (fromMinute === null || toMinute === null) return null;
    if (fromMinute >= toMinute) wrong[`hours_${day}_to`] = words.timeOrder;
    return { fromMinute, toMinute };
  });
  const closed = hours.every((day) => day === null);
  return { hours, wrong: closed && Object.keys(wrong).length === 0 ? { hours_1_from: words.neverOpen } : wrong };
}

/** Null if one of them is none, or there are too many. */
function addressesIn(typed: string): Address[] | null {
  const pieces = typed.split(/[\s,;]+/).filter((piece) => piece !== '');
  const addresses = pieces.map(parseAddress).filter((address) => address !== null);
  return addresses.length === pieces.length && pieces.length <= MOST_ALIASES ? addresses : null;
}

function wholeNumber(typed: string, most: number): number | null {
  return /^\d{1,3}$/.test(typed) && Number(typed) <= most ? Number(typed) : null;
}

function picked<Choice extends string>(choices: readonly Choice[], typed: string): Choice | null {
  const choice = v.safeParse(v.picklist(choices), typed);
  return choice.success ? choice.output : null;
}
