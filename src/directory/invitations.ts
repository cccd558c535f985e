/** Whom a mail or form may still bring along into Cc today (SJ20). */

import type { Address, Instant } from '../rules/ticket.ts';
import { takeFromLimit } from './tallies.ts';

/** `by`: as whom the sender is counted; `claim`: the mail's intake key or the form's: asked again, the answer stays what it was. */
export type Inviting = { by: string; people: Address[]; claim: string };

/**
 * Those of `people` for whom there is room, counted. The sender's own room is asked first, so that whoever has used it up takes
 * nothing of anybody else's.
 */
export async function roomFor(binding: D1Database, { by, people, claim }: Inviting, at: Instant): Promise<Address[]> {
  const asked = people.map(async (person) => {
    const each = `${claim} ${person}`;
    const room = (await takeFromLimit(binding, { what: 'invitation', who: by, claim: each }, at)) && (await takeFromLimit(binding, { what: 'invited', who: person, claim: each }, at));
    return room ? [person] : [];
  });
  return (await Promise.all(asked)).flat();
}
