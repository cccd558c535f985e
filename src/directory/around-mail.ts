/** What the directory is asked for on the way of a mail and its letters: together, because each round trip to D1 takes longer than its queries. */

import { drizzle } from 'drizzle-orm/d1';
import type { Address, Instant } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import { noteRead, type ReadMail } from './intake.ts';
import { namedTickets, selectNamed, type NamedTickets } from './message-ids.ts';
import { insertNumber, numberIn } from './numbers.ts';
import { asColleague, insertPeople, selectPeople, selectStaffWanting, type Colleague, type DirectoryPerson, type NamedPerson } from './people.ts';
import { asQueue, selectQueues, type SetUpQueue } from './queues.ts';
import { forgetTallies, takeTally } from './tallies.ts';

/** `accounts`: of those it names, whom we know. `sameMessageId`: another mail bears its Message-ID (T10). `watchful`: whom a new ticket is told. */
export type AroundMail = { queues: SetUpQueue[]; tickets: NamedTickets; sameMessageId: boolean; watchful: Colleague[]; accounts: DirectoryPerson[] };

/** Notes what the mail says, and reads all that is known around it. */
export async function readAroundMail(binding: D1Database, settings: Settings, mail: { key: string; read: ReadMail; answers: string[]; people: Address[] }, at: Instant): Promise<AroundMail> {
  const db = drizzle(binding);
  const naming = { messageId: mail.read.messageId, answers: mail.answers };
  const [queues, named, watchful, , others, ...accounts] = await db.batch([selectQueues(db), selectNamed(db, naming), selectStaffWanting(db, 'new'), ...noteRead(db, mail.key, mail.read), ...selectPeople(db, mail.people)]);
  return { queues: queues.map((row) => asQueue(row, settings, at)), tickets: namedTickets(named, naming), sameMessageId: others.length > 0, watchful: watchful.map(asColleague), accounts: accounts.flat() };
}

/** `claim`: the intake key; `first`: where numbers begin; `people`: whom the mail makes known; `acknowledge`: to whom, if to anybody. */
export type Claiming = { claim: string; first: number; people: NamedPerson[]; acknowledge: Address | null };

/** Claims a number for the ticket that a mail opens, and room for its acknowledgement (A10). Asked again for the same mail, the answers stay what they were. */
export async function claimTicket(binding: D1Database, { claim, first, people, acknowledge }: Claiming, at: Instant): Promise<{ number: number; acknowledged: boolean }> {
  const db = drizzle(binding);
  const claimed = insertNumber(db, claim, first);
  const known = insertPeople(db, people, at);
  if (acknowledge === null) {
    const [number] = await db.batch([claimed, ...known]);
    return { number: numberIn(number), acknowledged: false };
  }
  const [number, , taken] = await db.batch([claimed, forgetTallies(db, at), takeTally(db, { what: 'acknowledgement', who: acknowledge, claim }, at), ...known]);
  return { number: numberIn(number), acknowledged: taken.length > 0 };
}

/** The queues, and those of `addresses` whom we know. */
export async function readAroundLetters(binding: D1Database, settings: Settings, addresses: Address[], at: Instant): Promise<{ queues: SetUpQueue[]; accounts: DirectoryPerson[] }> {
  const db = drizzle(binding);
  const [queues, ...accounts] = await db.batch([selectQueues(db), ...selectPeople(db, addresses)]);
  return { queues: queues.map((row) => asQueue(row, settings, at)), accounts: accounts.flat() };
}
