import type { Row } from '../row.ts';
import { clockJumps, summerTime } from './clocks.ts';
import { importUnderLoad } from './import.ts';
import { killsAtPoints, killsAtRandom } from './kills.ts';
import { outages } from './outages.ts';
import { neverAgain } from './never-again.ts';
import { newsInDisorder } from './news.ts';
import { poison } from './poison.ts';
import { anyOrder, manyTimes } from './same-mails.ts';
import { deskAndMails, everybodyAtOnce, newTicketsAtOnce } from './races.ts';
import { answersAreLost, killsWhileSendingFails, nothingIsTaken, sendingFails } from './sending.ts';
import { restore } from './restore.ts';
import { upgrade } from './upgrade.ts';
import { manyWakes } from './wakes.ts';

/** In the order of the table in docs/faults.md. */
export const rows: Row[] = [
  killsAtPoints,
  killsAtRandom,
  neverAgain,
  sendingFails,
  answersAreLost,
  killsWhileSendingFails,
  nothingIsTaken,
  newsInDisorder,
  manyWakes,
  ...outages,
  manyTimes,
  anyOrder,
  newTicketsAtOnce,
  deskAndMails,
  poison,
  clockJumps,
  summerTime,
  upgrade,
  restore,
  importUnderLoad,
  everybodyAtOnce,
];
