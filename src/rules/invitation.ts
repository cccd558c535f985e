/** An invitation to a meeting as plain data (M07). */

import type { Instant } from './ticket.ts';

/** What the mail is about (RFC 5546 §1.4): asked to come, called off, an answer to an invitation, another time wished for, or only news. */
export type InvitationMethod = 'request' | 'cancel' | 'reply' | 'counter' | 'publish';

/**
 * A time as the calendar names it. `exact`: an instant. `day`: a whole day, `floating`: a time wherever one is; both as if the
 * clocks there showed UTC.
 */
export type CalendarTime = { kind: 'exact' | 'day' | 'floating'; at: Instant };

/** Somebody in a calendar: as it names them, not checked. */
export type Invited = { name: string; address: string; answer: 'accepted' | 'declined' | 'tentative' | 'open' };

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

/** How often it takes place; `otherwise`: by a rule with no short words. */
export type Repeats =
  | { every: 'day' | 'week' | 'month' | 'year'; interval: number; on: Weekday[]; times: number | null; until: CalendarTime | null }
  | 'otherwise';

export type Invitation = {
  method: InvitationMethod;
  /** It changes what an earlier mail said. */
  changed: boolean;
  title: string;
  starts: CalendarTime | null;
  /** A whole-day meeting's last day, not the day after as calendars write it. */
  ends: CalendarTime | null;
  /** The zone in which the sender wrote the times, by the sender's name for it; null for UTC and whole days. */
  zone: string | null;
  place: string;
  organiser: Invited | null;
  /** At most `MOST_INVITED`. */
  attendees: Invited[];
  /** How many more were invited. */
  moreAttendees: number;
  repeats: Repeats | null;
  description: string;
};

export const MOST_INVITED = 30;
