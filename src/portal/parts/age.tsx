import type { FC } from 'hono/jsx';
import type { Instant } from '../../rules/ticket.ts';
import { ageOf, exactTime, type Clock } from './times.ts';

/** How long ago something was, in one unit, with the exact time on hover. */
export const Age: FC<{ since: Instant; now: Clock }> = ({ since, now }) => (
  <time datetime={new Date(since).toISOString()} title={exactTime(since, now)}>{ageOf(since, now)}</time>
);
