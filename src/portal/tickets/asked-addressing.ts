/** To whom an agent addressed an answer in its form. */

import type { Context } from 'hono';
import { knowPeople } from '../../directory/known-people.ts';
import { readQueues } from '../../directory/queues.ts';
import { parseAddress } from '../../rules/address.ts';
import type { KnownPerson } from '../../rules/commands.ts';
import { addressesOf } from '../../rules/queues.ts';
import type { Address } from '../../rules/ticket.ts';
import type { PortalEnv } from '../portal-env.ts';
import type { SentForm } from '../sent-form.ts';
import { readAddresses } from './read-addresses.ts';

/** `wrong`: what was typed and is no address. */
export type AskedAddressing = { except: Address[]; once: Address[]; wrong: string[] };

/** `among` names whom the form showed: of those, whoever is not ticked gets nothing. Who came since is not left out by that. */
export function addressingIn(form: SentForm): AskedAddressing {
  const ticked = form.texts('to');
  const except = form.texts('among').filter((shown) => !ticked.includes(shown)).flatMap((shown) => parseAddress(shown) ?? []);
  const { addresses, wrong } = readAddresses(form.text('once'));
  return { except, once: addresses, wrong };
}

/** The directory's facts about them. */
export async function peopleOnce(c: Context<PortalEnv>, once: Address[]): Promise<KnownPerson[]> {
  if (once.length === 0) return [];
  const { settings, language, at } = c.var;
  const ownAddresses = addressesOf(await readQueues(c.env.DB, settings, at));
  return knowPeople(c.env.DB, once.map((address) => ({ address, name: '' })), { language, ownAddresses });
}
