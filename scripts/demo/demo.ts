/** `npm run demo`: fills a running local desk with four weeks of believable work, through the doors that people use. */

import { readLocalDesk } from '../start/local-settings.ts';
import { option } from '../start/arguments.ts';
import type { MailDesk } from '../../test/support/local-mail.ts';
import { type AgentKey, customer, type CustomerKey } from './cast.ts';
import { cases } from './cases/cases.ts';
import { knockAtTheDoor } from './at-the-door.ts';
import { addressOf, engage, PASSWORD } from './engage.ts';
import { play } from './play.ts';
import { opening } from './when.ts';

const agentKeys: AgentKey[] = ['anna', 'jonas', 'sofia'];
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
  const stage = await engage(desk, settings, now);

  const dated = cases.map((written) => ({ written, at: opening(now, ...written.opened) })).sort((a, b) => a.at - b.at);
  for (const [done, { written, at }] of dated.entries()) {
    const number = await play(stage, written, at);
    console.log(`${String(done + 1).padStart(2)}/${dated.length}  #${number}  ${written.subject}`);
  }
  await knockAtTheDoor(stage);

  console.log(`
The desk is open: ${url}/sign-in

  ${settings.admins[0]} (admin), ${agentKeys.map((key) => addressOf(key, settings)).join(', ')}
  and the customers ${customersInside.map((key) => customer(key).address).join(', ')}
  sign in with the password ${PASSWORD}
`);
}

async function isRunning(): Promise<boolean> {
  try {
    return (await fetch(`${url}/cdn-cgi/local/explorer/api/local/email/sending`)).ok;
  } catch {
    return false;
  }
}
