import type { Context } from 'hono';
import { EVENING, MORNING, readMoment } from '../../rules/moment-words.ts';
import type { Instant } from '../../rules/ticket.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf } from '../reader.ts';

/** What a moment is for, which says at what time a day without one is meant. */
export const uses = ['due', 'until'] as const;
export type MomentUse = (typeof uses)[number];

const usualMinutes: Record<MomentUse, number> = { due: EVENING, until: MORNING };

/** The moment as the reader means it, or the sentence that says what is wrong with it. */
export function askedMoment(c: Context<PortalEnv>, typed: string, use: MomentUse): Instant | string {
  const words = c.var.text.portal.moments;
  const read = readMoment(typed, clockOf(c), usualMinutes[use]);
  if (read.kind === 'moment') return read.at;
  return read.why === 'past' ? words.past : words.unread;
}
