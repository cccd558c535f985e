import type { Change, Refusal } from './ticket.ts';

/** What a rule answers to a command: what is to be recorded, or why not. No changes: it is so already. */
export type Decision = { kind: 'changes'; changes: Change[] } | { kind: 'refusal'; refusal: Refusal };

export function changes(...list: Change[]): Decision {
  return { kind: 'changes', changes: list };
}

export function refusal(refusal: Refusal): Decision {
  return { kind: 'refusal', refusal };
}
