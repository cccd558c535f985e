/** A mail in an agent's name that was not taken as theirs: they are told, because it may be somebody else's (A07). */

import type { Fate } from '../directory/intake.ts';
import { takeFromLimit } from '../directory/tallies.ts';
import { sendDoorNotice } from '../outbox/send-account-letter.ts';
import { worksIn } from '../rules/reach.ts';
import { isStaff, type Actor, type Instant } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';

/** `key`: of the mail; `queue`: whose agents find it at the door. */
type Untaken = { key: string; queue: number; sender: Actor | null; fate: Fate };

/**
 * Writes to the agent's own address, at most once a day, and nothing that the mail says: it may be forged. Nobody else is told.
 * Called once for each mail. Never throws: the mail is at the door either way.
 */
export async function tellAgent(env: Env, settings: Settings, { key, queue, sender, fate }: Untaken, at: Instant): Promise<void> {
  const { outcome, reason } = fate;
  if (sender === null || !isStaff(sender.role) || outcome !== 'door' || (reason !== 'agentWithoutKey' && reason !== 'notOfQueue')) return;
  try {
    const { address, language } = sender;
    if (!(await takeFromLimit(env.DB, { what: 'confirmation', who: address, claim: `${key} ${address}` }, at))) return;
    await sendDoorNotice(env, settings, { to: address, language, reason, url: worksIn(queue, sender) ? `${settings.publicUrl}/desk/door/${key}` : null });
  } catch (fault) {
    console.error('An agent could not be told of a mail at the door', { intake: key, fault });
  }
}
