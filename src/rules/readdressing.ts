/** An address that is another one from now on, wherever it stands: somebody has a new one (SW17), or is erased (P11). */

import { parseAddress } from './address.ts';
import { isStaff, type AccountRole, type Address, type Person } from './ticket.ts';

/** `to.name` counts where somebody is erased; whoever moves keeps their names. */
export type Readdressing = { kind: 'moved' | 'erased'; from: Address; to: Person };

/** No mail server answers for it (RFC 2606 §2). */
const NOWHERE = 'erased.invalid';

/** What stands in the place of the address of the erased person who had this number. */
export function erasedAddress(id: number): Address {
  const address = parseAddress(`erased-${id}@${NOWHERE}`);
  if (address === null) throw new RangeError(`There is no person ${id}`);
  return address;
}

/** All of them, as a pattern for `like`. */
export const erasedAddresses = `%@${NOWHERE}`;

/** Nothing is ever sent there (P11). */
export function isErased(address: string): boolean {
  return address.endsWith(`@${NOWHERE}`);
}

/**
 * The same plain data with the new address in place of the old one, where that is all of a string, and within the `words` of a mail
 * server. A name beside it goes too where the person is erased. What people wrote is not looked into.
 */
export function readdressed<Kept>(kept: Kept, { kind, from, to }: Readdressing): Kept {
  const within = new RegExp(from.replaceAll(/[\\^$.*+?()[\]{}|/]/g, (sign) => `\\${sign}`), 'giu');
  const swap = (key: string, value: unknown): unknown => {
    if (typeof value === 'string') return value === from ? to.address : key === 'words' ? value.replaceAll(within, () => to.address) : value;
    const isThem = kind === 'erased' && typeof value === 'object' && value !== null && 'address' in value && 'name' in value && value.address === to.address;
    return isThem ? { ...value, name: to.name } : value;
  };
  return JSON.parse(JSON.stringify(kept), swap);
}

/** Every address in plain data that is all of a string, each once. */
export function addressesIn(kept: unknown): Address[] {
  const found = new Set<Address>();
  JSON.stringify(kept, (_, value: unknown) => {
    const address = typeof value === 'string' && value.includes('@') ? parseAddress(value) : null;
    if (address !== null && address === value) found.add(address);
    return value;
  });
  return [...found];
}

/** Why somebody cannot be erased, or get another address, just now. `yourself`: who works here asks a colleague; `setting`: the desk's settings would make them anew. */
export type NotNow = 'yourself' | 'setting';

/** Null if `by` may erase the person. `admins`: whom the settings name. */
export function whyNotErased(person: { address: Address; role: AccountRole }, by: Address, admins: Address[]): NotNow | null {
  if (admins.includes(person.address)) return 'setting';
  return isStaff(person.role) && person.address === by ? 'yourself' : null;
}
