/** Credentials that are asked for (S18), as a ticket has them. */

import type { Address, Instant } from './ticket.ts';

/** What became of a credential that was asked for. Its text is kept while it is `given`, and at no other time. */
export type SecretState = 'asked' | 'given' | 'seen' | 'withdrawn' | 'expired';

/** A credential that an agent asked for (S18), to be typed into the portal. `id` counts from 1 within the ticket. */
export type AskedSecret = {
  id: number;
  /** What it is for, in the agent's words. */
  label: string;
  /** Who is asked, and who asks and alone may see it. */
  of: Address;
  by: Address;
  state: SecretState;
  /** When it is over, if nobody ends it before. */
  until: Instant;
};
