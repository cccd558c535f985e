/** Brings the demo's people into the portal, each by the mailed link. */

import type { Settings } from '../../src/settings.ts';
import type { MailDesk } from '../../test/support/local-mail.ts';
import { type AgentKey, agents, customer, type CustomerKey } from './cast.ts';
import type { Stage } from './play.ts';
import { enter, type PortalSession } from './portal-session.ts';

export const PASSWORD = 'demo-demo-demo';

/** Agents are at the desk's own domain. */
export function addressOf(key: AgentKey, { supportAddress }: Settings): string {
  return `${agents[key].mailbox}@${supportAddress.split('@')[1]}`;
}

/** A stage whose admin has made three agents, who have set their passwords themselves. */
export async function engage(desk: MailDesk, settings: Settings, now: number): Promise<Stage> {
  const admin = await enter(desk, settings.admins[0] ?? '', PASSWORD);
  const employ = async (key: AgentKey) => {
    const address = addressOf(key, settings);
    await admin.post('/admin/people', { address, name: agents[key].name, role: 'agent' });
    return enter(desk, address, PASSWORD);
  };
  const sessions = { anna: await employ('anna'), jonas: await employ('jonas'), sofia: await employ('sofia') };
  return { desk, settings, sessions, enter: doorkeeper(desk), now };
}

/** Customers set their password when they first come to the portal. */
function doorkeeper(desk: MailDesk): Stage['enter'] {
  const inside = new Map<CustomerKey, PortalSession>();
  return async (key) => {
    const session = inside.get(key) ?? (await enter(desk, customer(key).address, PASSWORD));
    inside.set(key, session);
    return session;
  };
}
