import type { FC } from 'hono/jsx';
import type { Person } from '../../rules/ticket.ts';
import type { Text } from '../../text/text.ts';

/** What to call somebody. A name that looks like an address could be somebody else's (SH08): then the address itself. */
export function nameOf(person: Person): string {
  return person.name === '' || person.name.includes('@') ? person.address : person.name;
}

/** The same among others: a name that another address bears here could be taken for theirs (SH08). */
export function nameAmong(person: Person, people: Person[]): string {
  const name = nameOf(person);
  const alike = people.some((one) => one.address !== person.address && one.name.toLowerCase() === name.toLowerCase());
  return alike ? person.address : name;
}

/** A name, with the address on hover. */
export const PersonName: FC<{ person: Person }> = ({ person }) => <span title={person.address}>{nameOf(person)}</span>;

/** The owner; nobody is shown as *Dispatcher* (S9). */
export const OwnerName: FC<{ owner: Person | null; text: Text }> = ({ owner, text }) =>
  owner === null ? <span class="nobody">{text.words.dispatcher}</span> : <PersonName person={owner} />;

/** Up to two letters in a circle, to find somebody's texts by eye. */
export const Initials: FC<{ person: Person; staff: boolean }> = ({ person, staff }) => (
  <span class={staff ? 'initials staff' : 'initials'} aria-hidden="true">{initialsOf(nameOf(person))}</span>
);

export function initialsOf(name: string): string {
  const words = name.split(/[\s.@_-]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const letters = [words[0], words.length > 1 && !name.includes('@') ? words.at(-1) : undefined].map((word) => Array.from(word ?? '')[0] ?? '');
  return letters.join('').toUpperCase() || '?';
}
