/** How much one sender, and all together, may set in motion by mail (A10, A17, security rules SL01). */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** At most `most` within any `withinMs`: of one sender, or of `everybody`. */
export type Limit = { of: 'sender' | 'everybody'; most: number; withinMs: number };

export type Limited = 'ticket' | 'acknowledgement' | 'confirmation' | 'invitation' | 'invited';

/**
 * A flood of new tickets waits at the door from the 21st on (A17). Acknowledgements are what a forger would have us send to
 * somebody else: few for an address, and none at all while the whole desk is sending a wave of them (A10). So are questions whether a
 * mail at the door is theirs: one a day for an address (rows 8 and 9 of the security rules 2.2).
 * `invitation` counts whom a sender brings along into Cc, `invited` how often somebody is brought (SJ20).
 */
export const limits: Record<Limited, Limit[]> = {
  ticket: [{ of: 'sender', most: 20, withinMs: HOUR_MS }],
  acknowledgement: [
    { of: 'sender', most: 5, withinMs: HOUR_MS },
    { of: 'sender', most: 20, withinMs: 24 * HOUR_MS },
    { of: 'everybody', most: 100, withinMs: 10 * MINUTE_MS },
  ],
  invitation: [{ of: 'sender', most: 30, withinMs: 24 * HOUR_MS }],
  invited: [{ of: 'sender', most: 5, withinMs: 24 * HOUR_MS }],
  confirmation: [
    { of: 'sender', most: 1, withinMs: 24 * HOUR_MS },
    { of: 'everybody', most: 100, withinMs: 10 * MINUTE_MS },
  ],
};

/** What was counted is of no use after this. */
export const LONGEST_LIMIT_MS = 24 * HOUR_MS;
