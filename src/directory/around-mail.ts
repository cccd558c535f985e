/** What the directory is asked for on the way of a mail and its letters: together, because each round trip to D1 takes longer than its queries. */

import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Address, Instant } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import { noteRead, type ReadMail } from './intake.ts';
import { namedTickets, selectNamed, type NamedTickets } from './message-ids.ts';
import { insertNumber, numberIn } from './numbers.ts';
import { asColleague, selectPeople, selectStaffWanting, type Colleague, type DirectoryPerson } from './people.ts';
import { asQueue, selectQueues, type SetUpQueue } from './queues.ts';
import { forgetTallies, isTaken, takeTally } from './tallies.ts';

/** `accounts`: of those it names, whom we know. `sameMessageId`: another mail bears its Message-ID (T10). `watchful`: whom a new ticket is told. */
export type AroundMail = { queues: SetUpQueue[]; tickets: NamedTickets; sameMessageId: boolean; watchful: Colleague[]; accounts: DirectoryPerson[] };

/** Notes what the mail says, and reads all that is known around it. */
export async function readAroundMail(binding: D1Database, settings: Settings, mail: { key: string; read: ReadMail; answers: string[]; people: Address[] }, at: Instant): Promise<AroundMail> {
  const db = drizzle(binding);
  const naming = { messageId: mail.read.messageId, answers: mail.answers };
  const [queues, named, watchful, , others, ...accounts] = await db.batch([selectQueues(db), selectNamed(db, naming), selectStaffWanting(db, 'new'), ...noteRead(db, mail.key, mail.read), ...selectPeople(db, mail.people)]);
  return { queues: queues.map((row) => asQueue(row, settings, at)), tickets: namedTickets(named, naming), sameMessageId: others.length > 0, watchful: watchful.map(asColleague), accounts: accounts.flat() };
}

/** `claim`: the intake key; `first`: where numbers begin; `counted`: under whom it counts as a new ticket, null: not at all; `acknowledge`: to whom, if to anybody. */
export type Claiming = { claim: string; first: number; counted: string | null; acknowledge: Address | null };

/**
 * Claims a number for the ticket that a mail opens, and room for the ticket and its acknowledgement (A17, A10); null: there is no room for the
 * ticket, and nothing else was claimed. Asked again for the same mail, the answers stay what they were.
 */
export async function claimTicket(binding: D1Database, { claim, first, counted, acknowledge }: Claiming, at: Instant): Promise<{ number: number; acknowledged: boolean } | null> {
  const db = drizzle(binding);
  const isWelcome = counted === null ? sql`true` : isTaken({ what: 'ticket', claim });
  const [, , acknowledged, number] = await db.batch([
    forgetTallies(db, at),
    takeTally(db, { what: 'ticket', who: counted ?? '', claim }, at, counted === null ? sql`false` : sql`true`),
    takeTally(db, { what: 'acknowledgement', who: acknowledge ?? '', claim }, at, acknowledge === null ? sql`false` : isWelcome),
    insertNumber(db, { claim, first }, isWelcome),
  ]);
  return number.length === 0 ? null : { number: numberIn(number), acknowledged: acknowledged.length > 0 };
}

/** The queues, and those of `addresses` whom we know. */
export async function readAroundLetters(binding: D1Database, settings: Settings, addresses: Address[], at: Instant): Promise<{ queues: SetUpQueue[]; accounts: DirectoryPerson[] }> {
  const db = drizzle(binding);
  const [queues, ...accounts] = await db.batch([selectQueues(db), ...selectPeople(db, addresses)]);
  return { queues: queues.map((row) => asQueue(row, settings, at)), accounts: accounts.flat() };
}
