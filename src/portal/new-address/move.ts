/** What every way to another mail address comes down to (SW17). */

import type { Context } from 'hono';
import { ADDRESS_LINK_MINUTES, makeAddressLink } from '../../directory/address-links.ts';
import type { DirectoryPerson } from '../../directory/people.ts';
import { beginMoving } from '../../directory/readdressings.ts';
import { sendAddressLink } from '../../outbox/send-account-letter.ts';
import { parseAddress } from '../../rules/address.ts';
import { isErased } from '../../rules/readdressing.ts';
import type { Address } from '../../rules/ticket.ts';
import type { Text } from '../../text/text.ts';
import { audit } from '../audit.ts';
import type { PortalEnv } from '../portal-env.ts';
import { tellOfAddress } from '../profile/account-notice.ts';
import { readdressMeanwhile } from '../readdress-meanwhile.ts';
import { personWith } from '../tickets/command.ts';

type Mover = Pick<DirectoryPerson, 'id' | 'address' | 'language'>;
export type Fault = keyof Text['newAddress']['faults'];

/** The address as it was typed, or what is wrong with it. Whether somebody has it is not said: only its holder learns that. */
export async function newAddressIn(c: Context<PortalEnv>, typed: string, person: Mover): Promise<{ address: Address } | { fault: Fault }> {
  const address = parseAddress(typed);
  if (address === null || isErased(address)) return { fault: 'none' };
  if (address === person.address) return { fault: 'same' };
  if (c.var.settings.admins.includes(person.address)) return { fault: 'setting' };
  return (await personWith(c, address))?.own === true ? { fault: 'own' } : { address };
}

/** Mails the link to the new address, and says so at the old one. False: they had three within the hour. */
export async function askAtNewAddress(c: Context<PortalEnv>, person: Mover, address: Address): Promise<boolean> {
  const { settings, at } = c.var;
  const token = await makeAddressLink(c.env.DB, person.id, address, at);
  if (token === null) return false;
  const url = `${settings.publicUrl}/address?token=${token}`;
  const letter = sendAddressLink(c.env, settings, { to: address, language: person.language, url, minutes: ADDRESS_LINK_MINUTES });
  c.executionCtx.waitUntil(letter.catch((fault: unknown) => console.error('A link to a new address could not be mailed', { fault })));
  tellOfAddress(c, 'asked', { to: person.address, language: person.language, address });
  audit(c, { action: 'addressAsked', target: `${person.address} ${address}` });
  return true;
}

/** The person has the address from now on, and both are told. False: another account has it. */
export async function move(c: Context<PortalEnv>, person: Mover, address: Address, by: Address): Promise<boolean> {
  if (!(await beginMoving(c.env.DB, person, address, { by, at: c.var.at }))) return false;
  for (const to of [person.address, address]) tellOfAddress(c, 'moved', { to, language: person.language, address });
  audit(c, { action: 'addressChanged', by, target: `${person.address} ${address}` });
  readdressMeanwhile(c);
  return true;
}
