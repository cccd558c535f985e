/** What belongs to the desk's queues, and which of them an address leads to. */

import { ownAddress } from './reply-key.ts';
import type { Signature } from './signature.ts';
import type { Address } from './ticket.ts';

/** Business hours. Minutes are wall-clock minutes after midnight in `zone` (IANA). */
export type Calendar = {
  zone: string;
  /** Monday first; null: closed all day. */
  hours: ({ fromMinute: number; toMinute: number } | null)[];
  /** ISO dates (`2026-12-25`) on which nobody works. */
  holidays: string[];
};

export type ClosedReply = 'refuse' | 'follow-up' | 'reopen';

/** Where tickets wait. */
export type Queue = Signature & {
  id: number;
  name: string;
  address: Address;
  /** Further addresses that lead here: aliases, and those it had before. */
  aliases: Address[];
  /** The word before the number in `[dtnet.de #427637]`. */
  tag: string;
  /** Words it had before: letters with them are still out. */
  formerTags: string[];
  /** It takes no new tickets any more; those in it go on. */
  retired: boolean;
  calendar: Calendar;
  dueDays: number;
  closedReply: ClosedReply;
  /** With `reopen`: for how many days after closing. */
  reopenDays: number;
  priority: number;
  finalPriority: number;
};

/** Every address of the desk itself, retired queues' and former ones too: none of them ever becomes a watcher (P04). */
export function addressesOf(queues: Queue[]): Address[] {
  return queues.flatMap((queue) => [queue.address, ...queue.aliases]);
}

/** Every word that is or was a subject tag of ours: letters with former ones are still out (T12). */
export function tagsOf(queues: Queue[]): string[] {
  return [...new Set(queues.flatMap((queue) => [queue.tag, ...queue.formerTags]))];
}

/** The first queue that takes new tickets. Throws if there is no queue at all. */
export function firstQueue(queues: Queue[]): Queue {
  const queue = queues.find((one) => !one.retired) ?? queues[0];
  if (queue === undefined) throw new Error('There is no queue; the database is not migrated');
  return queue;
}

/**
 * The queue in which a new ticket waits: the first in order of `recipients` that one of them leads to (T12), else the first
 * queue. Details after `+` do not matter. A retired queue's mail goes to the first queue.
 */
export function queueOf(recipients: string[], queues: Queue[]): Queue {
  for (const recipient of recipients) {
    const queue = queues.find((one) => !one.retired && ownAddress(recipient, addressesOf([one])) !== null);
    if (queue !== undefined) return queue;
  }
  return firstQueue(queues);
}

type Names = Pick<Queue, 'address' | 'aliases' | 'tag' | 'formerTags'>;

/**
 * The names of a queue after it got others: an address or tag that it gives up stays its own, because letters that are out
 * bear it. An alias that became the address is no alias any more.
 */
export function renamed(before: Names, to: Omit<Names, 'formerTags'>): Names {
  const { address, tag } = to;
  const aliases = [...to.aliases, ...(before.address === address ? [] : [before.address])];
  const formerTags = [...before.formerTags, before.tag];
  return {
    address,
    tag,
    aliases: [...new Set(aliases)].filter((one) => one !== address),
    formerTags: [...new Set(formerTags)].filter((one) => one.toLowerCase() !== tag.toLowerCase()),
  };
}

/** The other queue that has this address, as its own or an alias, or null: an address leads to one queue only. */
export function holderOfAddress(address: Address, others: Queue[]): Queue | null {
  return others.find((queue) => addressesOf([queue]).includes(address)) ?? null;
}

/** The other queue whose tag this is or was, in any case, or null. */
export function holderOfTag(tag: string, others: Queue[]): Queue | null {
  return others.find((queue) => tagsOf([queue]).some((one) => one.toLowerCase() === tag.toLowerCase())) ?? null;
}
