import type { FC } from 'hono/jsx';
import type { Instant } from '../../rules/ticket.ts';
import { entryTime, exactTime, fullTime, shortTime, type Clock } from './times.ts';

const looks = { short: shortTime, entry: entryTime, full: fullTime };

/** An instant, with the exact time on hover and in machine form (W10). */
export const Moment: FC<{ instant: Instant; now: Clock; look: keyof typeof looks }> = ({ instant, now, look }) => (
  <time datetime={new Date(instant).toISOString()} title={exactTime(instant, now)}>{looks[look](instant, now)}</time>
);
