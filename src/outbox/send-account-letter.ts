/** Letters about an account. They belong to no ticket, and so to no outbox: whoever waits for a link can ask again. */

import type { Settings } from '../settings.ts';
import type { AccountNoticeFacts, AddressLinkFacts, AddressNoticeFacts, DoorNoticeFacts, LetterText, LinkFacts } from './letter-facts.ts';
import { send } from './send.ts';
import { renderAccountNotice, renderAddressLink, renderAddressNotice, renderDoorNotice, renderPasswordLetter, renderSignInLink } from './templates/render-letter.ts';

type Asked<Facts> = Omit<Facts, 'siteName' | 'helpContact'>;

/** Sends the link under which a password is set. Neither it nor the letter is recorded. Throws if the platform does not take the mail. */
export async function sendPasswordLetter(env: Env, settings: Settings, asked: Asked<LinkFacts & { first: boolean }>): Promise<void> {
  await sendTo(env, settings, asked, renderPasswordLetter({ ...asked, ...ofDesk(settings) }));
}

/** The same for the link that signs in. */
export async function sendSignInLink(env: Env, settings: Settings, asked: Asked<LinkFacts>): Promise<void> {
  await sendTo(env, settings, asked, renderSignInLink({ ...asked, ...ofDesk(settings) }));
}

/** Tells somebody that their way in was changed (SW09), so that they notice if it was not them. */
export async function sendAccountNotice(env: Env, settings: Settings, asked: Asked<AccountNoticeFacts>): Promise<void> {
  await sendTo(env, settings, asked, renderAccountNotice({ ...asked, ...ofDesk(settings) }));
}

/** Tells what becomes of the address of somebody's account (SW17, P11). */
export async function sendAddressNotice(env: Env, settings: Settings, asked: Asked<AddressNoticeFacts>): Promise<void> {
  await sendTo(env, settings, asked, renderAddressNotice({ ...asked, ...ofDesk(settings) }));
}

/** Sends the link that proves a new address. */
export async function sendAddressLink(env: Env, settings: Settings, asked: Asked<AddressLinkFacts>): Promise<void> {
  await sendTo(env, settings, asked, renderAddressLink({ ...asked, ...ofDesk(settings) }));
}

/** Tells an agent that a mail in their name was not taken as theirs (A07). */
export async function sendDoorNotice(env: Env, settings: Settings, asked: Asked<DoorNoticeFacts>): Promise<void> {
  await sendTo(env, settings, asked, renderDoorNotice({ ...asked, ...ofDesk(settings) }));
}

async function sendTo(env: Env, settings: Settings, { to, language }: Pick<LinkFacts, 'to' | 'language'>, letter: LetterText): Promise<void> {
  const result = await send(env.MAIL, {
    ...letter,
    from: { address: settings.supportAddress, name: settings.siteName },
    to,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': language },
  });
  if (result.kind !== 'sent') throw new Error(`The letter about an account was not taken: ${result.reason}`);
}

function ofDesk({ siteName, helpContact }: Settings) {
  return { siteName, helpContact };
}
