/** People as rules need to know them: the directory's facts about whoever a mail or a form names. */

import type { KnownPerson } from '../rules/commands.ts';
import { ownAddress } from '../rules/reply-key.ts';
import type { Address, Language, Person } from '../rules/ticket.ts';
import { findPeople, listStaff, type DirectoryPerson } from './people.ts';

/** `language`: of whoever is not known yet. */
type Defaults = { language: Language; ownAddresses: Address[] };

/** Each person with role, language, the queues they work in, and whether the address is ours or disabled. Unknown ones are requesters. */
export async function knowPeople(
  binding: D1Database,
  named: Person[],
  defaults: Defaults,
): Promise<KnownPerson[]> {
  return asKnown(named, await findPeople(binding, named.map((person) => person.address)), defaults);
}

/** The same, where their accounts were asked along with other things. */
export function asKnown(named: Person[], accounts: DirectoryPerson[], defaults: Defaults): KnownPerson[] {
  return named.map(({ address, name }) => {
    const account = accounts.find((one) => one.address === address);
    return {
      address,
      name: account?.name || name,
      role: account?.role ?? 'requester',
      language: account?.language ?? defaults.language,
      reach: { queues: account?.queues ?? null, domains: [] },
      own: ownAddress(address, defaults.ownAddresses) !== null,
      disabled: (account?.disabledAt ?? null) !== null,
    };
  });
}

/** Everybody of the staff who is not disabled. */
export async function knowStaff(binding: D1Database): Promise<KnownPerson[]> {
  const staff = await listStaff(binding);
  return staff.map(({ address, name, role, language, queues }) => ({ address, name, role, language, reach: { queues, domains: [] }, own: false, disabled: false }));
}
