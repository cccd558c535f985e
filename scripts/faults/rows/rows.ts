import type { Row } from '../row.ts';
import { clockJumps, summerTime } from './clocks.ts';
import { killsWhileErasing } from './erasing.ts';
import { importUnderLoad } from './import.ts';
import { killsAtPoints, killsAtRandom } from './kills.ts';
import { outages } from './outages.ts';
import { neverAgain } from './never-again.ts';
import { newsInDisorder } from './news.ts';
import { poison } from './poison.ts';
import { anyOrder, manyTimes } from './same-mails.ts';
import { deskAndMails, everybodyAtOnce, newTicketsAtOnce } from './races.ts';
import { answersAreLost, killsWhileSendingFails, nothingIsTaken, sendingFails } from './sending.ts';
import { rebuildUnderLoad } from './rebuild.ts';
import { restore } from './restore.ts';
import { upgrade } from './upgrade.ts';
import { manyWakes } from './wakes.ts';

/** In the order of the table in docs/faults.md: those that take longest first, so that rows side by side end at about the same time. */
export const rows: Row[] = [
  killsAtRandom,
  everybodyAtOnce,
  newTicketsAtOnce,
  killsAtPoints,
  importUnderLoad,
  neverAgain,
  killsWhileErasing,
  nothingIsTaken,
  ...outages,
  rebuildUnderLoad,
  killsWhileSendingFails,
  sendingFails,
  answersAreLost,
  upgrade,
  summerTime,
  clockJumps,
  manyWakes,
  newsInDisorder,
  restore,
  deskAndMails,
  poison,
  manyTimes,
  anyOrder,
];
