import type { Row } from '../row.ts';
import { clockJumps, summerTime } from './clocks.ts';
import { killsAtPoints, killsAtRandom } from './kills.ts';
import { outages } from './outages.ts';
import { poison } from './poison.ts';
import { anyOrder, manyTimes } from './same-mails.ts';
import { deskAndMails, everybodyAtOnce } from './races.ts';
import { answersAreLost, killsWhileSendingFails, sendingFails } from './sending.ts';
import { restore } from './restore.ts';
import { upgrade } from './upgrade.ts';
import { manyWakes } from './wakes.ts';

/** In the order of the table in docs/faults.md. */
export const rows: Row[] = [
  killsAtPoints,
  killsAtRandom,
  sendingFails,
  answersAreLost,
  killsWhileSendingFails,
  manyWakes,
  ...outages,
  manyTimes,
  anyOrder,
  everybodyAtOnce,
  deskAndMails,
  poison,
  clockJumps,
  summerTime,
  upgrade,
  restore,
];
