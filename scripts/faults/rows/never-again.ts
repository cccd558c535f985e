/** Servers that never bring again what the desk did not take: what was kept when it was killed is brought in by the hourly check. */

import { setTimeout as rest } from 'node:timers/promises';
import { type FailPoint } from '../../../src/fail-points.ts';
import { bringOnce } from '../feeder.ts';
import { nextMail } from '../plan.ts';
import { rawMails } from '../read-desk.ts';
import { ask, kill, setClock, start } from '../rig.ts';
import type { Row } from '../row.ts';
import { keyOf } from '../check.ts';
import { comesPast } from './kills.ts';

/** Where a mail is when the desk is killed: its bytes are kept at each of them. */
const points: FailPoint[] = ['raw-kept', 'mail-claimed', 'mail-parsed', 'number-claimed', 'recorded', 'index-refreshed', 'ticket-answered', 'mail-finished'];
const HOUR_MS = 3_600_000;

export const neverAgain: Row = {
  name: 'kill -9, and senders that never come again; the hourly check',
  size: { conversations: 64, mails: 1, kills: points.length },
  short: { conversations: 8, mails: 1, kills: 2 },
  async act({ rig, size, seed, feeding, conversations }) {
    const atOnce = size.conversations / size.kills;
    for (let done = 0; done < size.kills; done++) {
      const some = conversations.slice(done * atOnce, (done + 1) * atOnce);
      for (const conversation of some) conversation.judged = 'by its ticket';
      const reached = comesPast(rig.sink, done % 3);
      await start(rig, { failPoints: [points[(seed + done) % points.length] ?? 'raw-kept'] });
      const brought = some.map((conversation) => bringOnce(rig, feeding, nextMail(conversation, null)));
      await Promise.race([reached, Promise.all(brought)]);
      // The others are somewhere else by then.
      await rest(200);
      await kill(rig);
      await Promise.all(brought);
    }

    const kept = rawMails(rig.state);
    for (const mail of conversations.flatMap((conversation) => conversation.written)) if (kept.has(keyOf(mail))) feeding.accepted.add(mail.id);
    await setClock(rig, 2 * HOUR_MS);
    await start(rig);
    await ask(rig, 'check');
  },
};
