/** Mails somebody their link, if they may have one. */

import { findAccount, type Account } from '../../directory/credentials.ts';
import { LINK_MINUTES, makePasswordLink, SIGN_IN_LINK_MINUTES } from '../../directory/password-links.ts';
import { rememberPeople } from '../../directory/people.ts';
import { sendPasswordLetter, sendSignInLink } from '../../outbox/send-account-letter.ts';
import { isStaff, type Address, type Instant, type Language } from '../../rules/ticket.ts';
import type { Settings } from '../../settings.ts';

/** `account` null: the directory does not know the address. `language`: of the page on which it was asked. */
export type LinkAsked = { address: Address; account: Account | null; language: Language; ip: string; at: Instant };

/** Runs when the page is long answered, so a fault is only reported; whoever asked can ask again. Whether a letter left. */
export async function mailPasswordLink(env: Env, settings: Settings, asked: LinkAsked): Promise<boolean> {
  try {
    const account = asked.account ?? (await firstAdmin(env, settings, asked));
    if (account === null || account.person.disabledAt !== null) return false;
    const token = await makePasswordLink(env.DB, account.person.id, asked.at);
    if (token === null) return false;

    const { address, language } = account.person;
    const url = `${settings.publicUrl}/password/new?token=${token}`;
    await sendPasswordLetter(env, settings, { to: address, language, url, ip: asked.ip, minutes: LINK_MINUTES, first: !account.hasPassword });
    return true;
  } catch (fault) {
    console.error('A password link could not be mailed', { address: asked.address, fault });
    return false;
  }
}

/** The same for a link that signs in; whom it would let in nowhere gets none. */
export async function mailSignInLink(env: Env, settings: Settings, { address, account, ip, at }: LinkAsked): Promise<boolean> {
  try {
    if (account === null || !mayUseLink(account, settings.staffSecondFactor)) return false;
    const token = await makePasswordLink(env.DB, account.person.id, at, 'sign-in');
    if (token === null) return false;
    const url = `${settings.publicUrl}/sign-in/link/open?token=${token}`;
    await sendSignInLink(env, settings, { to: account.person.address, language: account.person.language, url, ip, minutes: SIGN_IN_LINK_MINUTES });
    return true;
  } catch (fault) {
    console.error('A sign-in link could not be mailed', { address, fault });
    return false;
  }
}

/** Where staff need a second factor, a mailbox alone opens nothing for them. */
export function mayUseLink({ person }: Account, staffSecondFactor: Settings['staffSecondFactor']): boolean {
  return person.disabledAt === null && !(isStaff(person.role) && staffSecondFactor === 'required');
}

/** An admin of the settings needs no mail before to be known. */
async function firstAdmin(env: Env, settings: Settings, { address, language, at }: LinkAsked): Promise<Account | null> {
  if (!settings.admins.includes(address)) return null;
  await rememberPeople(env.DB, [{ address, name: '', language }], at);
  return findAccount(env.DB, address);
}
