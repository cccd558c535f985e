/** What a demo ticket is made of, and short words to write one down. */

import type { AgentKey, CustomerKey } from './cast.ts';
import type { Dialog } from './screenshot.ts';

/** `after` counts from the step before: `25m`, `3h`, `2d`. What would be at night or on a weekend happens the next morning. */
export type Step =
  | { by: AgentKey; after: string; does: 'take' | 'close' | 'reject' | 'wait' | 'open' }
  | { by: AgentKey; after: string; does: 'give'; to: AgentKey }
  | { by: AgentKey; after: string; does: 'rank'; priority: number; finalPriority: number }
  | { by: AgentKey; after: string; does: 'add'; whom: CustomerKey }
  | { by: AgentKey; after: string; does: 'reply' | 'comment'; says: string }
  /** `who` null: the requester. `away`: their mail program answers, not they. */
  | { by: 'customer'; who: CustomerKey | null; after: string; says: string; dialog?: Dialog; away?: true };

export type Case = {
  language: 'de' | 'en';
  /** Days before today, and the time on that day in Berlin. */
  opened: [daysAgo: number, time: string];
  from: CustomerKey;
  cc?: CustomerKey[];
  subject: string;
  text: string;
  /** The same as HTML, for those whose mail program writes it. */
  html?: string;
  dialog?: Dialog;
  file?: { name: string; type: string; text: string };
  /** Opened with the portal's form, with these of its helps, in place of by mail. */
  helps?: Record<string, string>;
  then: Step[];
};

/** What an agent does, as in `anna.replies('20m', '…')`. */
function acting(by: AgentKey) {
  return {
    takes: (after: string): Step => ({ by, after, does: 'take' }),
    closes: (after: string): Step => ({ by, after, does: 'close' }),
    rejects: (after: string): Step => ({ by, after, does: 'reject' }),
    waits: (after: string): Step => ({ by, after, does: 'wait' }),
    gives: (after: string, to: AgentKey): Step => ({ by, after, does: 'give', to }),
    ranks: (after: string, priority: number, finalPriority: number): Step => ({ by, after, does: 'rank', priority, finalPriority }),
    adds: (after: string, whom: CustomerKey): Step => ({ by, after, does: 'add', whom }),
    replies: (after: string, says: string): Step => ({ by, after, does: 'reply', says }),
    comments: (after: string, says: string): Step => ({ by, after, does: 'comment', says }),
  };
}

export const anna = acting('anna');
export const jonas = acting('jonas');
export const sofia = acting('sofia');

/** The requester answers by mail. */
export function answers(after: string, says: string, dialog?: Dialog): Step {
  return { by: 'customer', who: null, after, says, ...(dialog === undefined ? {} : { dialog }) };
}

/** Somebody in Cc answers by mail. */
export function joinsIn(who: CustomerKey, after: string, says: string): Step {
  return { by: 'customer', who, after, says };
}

/** The requester's mail program says that they are away. */
export function isAway(after: string, says: string): Step {
  return { by: 'customer', who: null, after, says, away: true };
}
