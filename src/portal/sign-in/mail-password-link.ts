/** Mails somebody their link, if they may have one. */

import { findAccount, type Account } from '../../directory/credentials.ts';
import { LINK_MINUTES, makePasswordLink } from '../../directory/password-links.ts';
import { rememberPeople } from '../../directory/people.ts';
import { sendPasswordLetter } from '../../outbox/send-password-letter.ts';
import type { Address, Instant, Language } from '../../rules/ticket.ts';
import type { Settings } from '../../settings.ts';

/** `account` null: the directory does not know the address. `language`: of the page on which it was asked. */
export type LinkAsked = { address: Address; account: Account | null; language: Language; ip: string; at: Instant };

/** Runs when the page is long answered, so a fault is only reported; whoever asked can ask again. */
export async function mailPasswordLink(env: Env, settings: Settings, asked: LinkAsked): Promise<void> {
  try {
    const account = asked.account ?? (await firstAdmin(env, settings, asked));
    if (account === null || account.person.disabledAt !== null) return;
    const token = await makePasswordLink(env.DB, account.person.id, asked.at);
    if (token === null) return;

    const { address, language } = account.person;
    const url = `${settings.publicUrl}/password/new?token=${token}`;
    await sendPasswordLetter(env, settings, { to: address, language, url, ip: asked.ip, minutes: LINK_MINUTES, first: !account.hasPassword });
  } catch (fault) {
    console.error('A password link could not be mailed', { address: asked.address, fault });
  }
}

/** An admin of the settings needs no mail before to be known. */
async function firstAdmin(env: Env, settings: Settings, { address, language, at }: LinkAsked): Promise<Account | null> {
  if (!settings.admins.includes(address)) return null;
  await rememberPeople(env.DB, [{ address, name: '', language }], at);
  return findAccount(env.DB, address);
}
