/** Two machines that answer each other without saying that they are machines (A16, SL07). */

import { foldReply } from './reply-text.ts';
import type { Change, Instant, MuteReason, Participant } from './ticket.ts';

/** A mail of the same sender that is on the ticket already. `text` may be only its beginning. */
export type Recent = { at: Instant; text: string };

const TEN_MINUTES_MS = 10 * 60_000;
const DAY_MS = 86_400_000;
/** Of a sender on a ticket, in ten minutes. */
const MOST_MAILS = 10;
/** Times that the same text is taken. */
const MOST_REPEATS = 2;
/** Characters that are compared, and that whoever fetches `Recent` needs at most. */
export const COMPARED = 4000;

/** Whether the person's mails wait at the door at this moment. */
export function isMuted(person: Participant, at: Instant): boolean {
  return person.mutedUntil !== null && person.mutedUntil > at;
}

/**
 * Why the sender of one more mail is a robot, or null. `recent` are their mails of the last 24 hours on this ticket, machine mail left out: more than
 * ten in ten minutes, or the same answer (quotes left out) for the third time.
 */
export function robotLike(text: string, recent: Recent[], at: Instant): MuteReason | null {
  if (recent.filter((mail) => at - mail.at <= TEN_MINUTES_MS).length >= MOST_MAILS) return 'tooMany';
  const said = answerIn(text);
  const again = recent.filter((mail) => at - mail.at <= DAY_MS && answerIn(mail.text) === said);
  return said !== '' && again.length >= MOST_REPEATS ? 'sameText' : null;
}

/** What counts against somebody who was let in again is only what they wrote since. */
export function sinceMuted(person: Participant, recent: Recent[]): Recent[] {
  return recent.filter((mail) => person.mutedUntil === null || mail.at > person.mutedUntil);
}

/** For a day; an agent may end it before. */
export function muting(person: Participant, why: MuteReason, at: Instant): Change {
  return { kind: 'muted', address: person.address, until: at + DAY_MS, why };
}

function answerIn(text: string): string {
  const shown = foldReply(text.slice(0, COMPARED)).filter((part) => part.shown).map((part) => part.text).join('');
  return shown.toLowerCase().replace(/\s+/g, ' ').trim();
}
