import type { Context } from 'hono';
import { sendAccountNotice, sendAddressNotice } from '../../outbox/send-account-letter.ts';
import type { AccountChange, AddressChange } from '../../outbox/letter-facts.ts';
import type { Address, Language } from '../../rules/ticket.ts';
import type { PortalEnv, SignedIn } from '../portal-env.ts';
import { signedIn } from '../reader.ts';
import { networkAddress } from '../sign-in/network-address.ts';

/** Tells the account's person by mail what was just changed (SW09). A letter that does not leave keeps nobody from changing it. */
export function tellByMail(c: Context<PortalEnv>, change: AccountChange, person: Pick<SignedIn, 'address' | 'language'> = signedIn(c)): void {
  const { address, language } = person;
  const letter = sendAccountNotice(c.env, c.var.settings, { to: address, language, ip: networkAddress(c), change });
  c.executionCtx.waitUntil(letter.catch((fault: unknown) => console.error('An account notice could not be mailed', { address, change, fault })));
}

/** Tells somebody by mail what becomes of their account's address; `to` can be another than the account has. */
export function tellOfAddress(c: Context<PortalEnv>, change: AddressChange, told: { to: Address; language: Language; address: Address }): void {
  const letter = sendAddressNotice(c.env, c.var.settings, { ...told, change });
  c.executionCtx.waitUntil(letter.catch((fault: unknown) => console.error('A notice about an address could not be mailed', { change, fault })));
}
