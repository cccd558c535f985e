/** The Worker's doors: mail, web, news of letters, and time. The only file that knows all the others. */

import { hearDeliveries } from './inbound/hear-deliveries.ts';
import { receiveMail } from './inbound/receive.ts';
import { tellLists } from './live/desk-object.ts';
import { portal } from './portal/portal.tsx';
import { doScheduled } from './scheduled/jobs.ts';
import { settings } from './settings-of-worker.ts';

export { SignInGuard } from './directory/sign-in-guard.ts';
export { DeskObject } from './live/desk-object.ts';
export { TicketObject } from './ticket/ticket-object.ts';

export default {
  fetch: portal.fetch,

  async email(mail, env, ctx) {
    try {
      const outcome = await receiveMail(mail, env, settings, Date.now());
      // A ticket tells the lists itself; the door has no object of its own.
      if (outcome !== 'filed') ctx.waitUntil(tellLists(env, []));
    } catch (fault) {
      // Thrown on: the platform answers 421 and the sender's server brings the mail again.
      console.error('A mail could not be received', { from: mail.from, to: mail.to, fault });
      throw fault;
    }
  },

  async queue(batch, env) {
    await hearDeliveries(batch, env, settings, Date.now());
  },

  async scheduled(timer, env) {
    await doScheduled(timer.cron, env, settings);
  },
} satisfies ExportedHandler<Env>;
