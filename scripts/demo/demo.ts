/** `npm run demo`: fills a running local desk with four weeks of believable work, through the doors that people use. */

import { readLocalDesk } from '../start/local-settings.ts';
import { option } from '../start/arguments.ts';
import type { MailDesk } from '../../test/support/local-mail.ts';
import { agents, type AgentKey, customer, type CustomerKey } from './cast.ts';
import { cases } from './cases/cases.ts';
import { knockAtTheDoor } from './at-the-door.ts';
import { play, type Stage } from './play.ts';
import { enter, type PortalSession } from './portal-session.ts';
import { opening } from './when.ts';

const PASSWORD = 'demo-demo-demo';
/** They open tickets in the portal too. */
const customersInside: CustomerKey[] = ['krause', 'hughes'];

const args = process.argv.slice(2);
const url = (option(args, '--url') ?? 'http://localhost:8787').replace(/\/$/, '');
const { settings } = readLocalDesk(args);

if (await isRunning()) await fill();
else {
  console.error(`No local desk answers at ${url}. Start one with \`npm start\`, or name it: npm run demo -- --url http://localhost:9000`);
  process.exitCode = 1;
}

async function fill(): Promise<void> {
  const now = Date.now();
  const desk: MailDesk = { url, supportAddress: settings.supportAddress, taken: new Set() };
  const stage: Stage = { desk, settings, sessions: await hire(desk), enter: doorkeeper(desk), now };

  const dated = cases.map((written) => ({ written, at: opening(now, ...written.opened) })).sort((a, b) => a.at - b.at);
  for (const [done, { written, at }] of dated.entries()) {
    const number = await play(stage, written, at);
    console.log(`${String(done + 1).padStart(2)}/${dated.length}  #${number}  ${written.subject}`);
  }
  await knockAtTheDoor(stage);

  console.log(`
The desk is open: ${url}/sign-in

  ${settings.admins[0]} (admin), ${Object.values(agents).map((one) => `${one.mailbox}@${domain()}`).join(', ')}
  and the customers ${customersInside.map((key) => customer(key).address).join(', ')}
  sign in with the password ${PASSWORD}
`);
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

/** The admin makes three agents, who set their passwords themselves. */
async function hire(desk: MailDesk): Promise<Stage['sessions']> {
  const admin = await enter(desk, settings.admins[0] ?? '', PASSWORD);
  const employ = async (key: AgentKey) => {
    const { name, mailbox } = agents[key];
    const address = `${mailbox}@${domain()}`;
    await admin.post('/admin/people', { address, name, role: 'agent' });
    return enter(desk, address, PASSWORD);
  };
  return { anna: await employ('anna'), jonas: await employ('jonas'), sofia: await employ('sofia') };
}

async function isRunning(): Promise<boolean> {
  try {
    return (await fetch(`${url}/cdn-cgi/local/explorer/api/local/email/sending`)).ok;
  } catch {
    return false;
  }
}

function domain(): string {
  return settings.supportAddress.split('@')[1] ?? '';
}
