/** What the directory is asked for on the way of a mail and its letters: together, because each round trip to D1 takes longer than its queries. */

import { sql } from 'drizzle-orm';
import { batchOnce } from '../built-once.ts';
import type { Address, Instant } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import { noteRead, type ReadMail } from './intake.ts';
import { namedTickets, namesIn, selectNamed, type NamedTickets } from './message-ids.ts';
import { insertNumber, numberIn } from './numbers.ts';
import { asColleague, selectPeople, selectStaffWanting, type Colleague, type DirectoryPerson } from './people.ts';
import { asQueue, selectQueues, type SetUpQueue } from './queues.ts';
import { forgetTallies, isTaken, takeTally } from './tallies.ts';

/** `accounts`: of those it names, whom we know. `sameMessageId`: another mail bears its Message-ID (T10). `watchful`: whom a new ticket is told. */
export type AroundMail = { queues: SetUpQueue[]; tickets: NamedTickets; sameMessageId: boolean; watchful: Colleague[]; accounts: DirectoryPerson[] };

/** Notes what the mail says, and reads all that is known around it. */
export async function readAroundMail(binding: D1Database, settings: Settings, mail: { key: string; read: ReadMail; answers: string[]; people: Address[] }, at: Instant): Promise<AroundMail> {
  const naming = { messageId: mail.read.messageId, answers: mail.answers };
  const values = { ...mail.read, unstamped: Number(mail.read.unstamped), key: mail.key, named: namesIn(naming), addresses: JSON.stringify(mail.people) };
  const [queues, named, watchful, , others, accounts] = await aroundMail(binding, values);
  return { queues: queues.map((row) => asQueue(row, settings, at)), tickets: namedTickets(named, naming), sameMessageId: others.length > 0, watchful: watchful.map(asColleague), accounts };
}

const aroundMail = batchOnce((db) => [selectQueues(db), selectNamed(db), selectStaffWanting(db, 'new'), ...noteRead(db), selectPeople(db)]);

/** `claim`: the intake key; `first`: where numbers begin; `counted`: under whom it counts as a new ticket, null: not at all; `acknowledge`: to whom, if to anybody. */
export type Claiming = { claim: string; first: number; counted: string | null; acknowledge: Address | null };

/**
 * Claims a number for the ticket that a mail opens, and room for the ticket and its acknowledgement (A17, A10); null: there is no room for the
 * ticket, and nothing else was claimed. Asked again for the same mail, the answers stay what they were.
 */
export async function claimTicket(binding: D1Database, { claim, first, counted, acknowledge }: Claiming, at: Instant): Promise<{ number: number; acknowledged: boolean } | null> {
  const counts = { counts: Number(counted !== null), counted: counted ?? '' };
  const acknowledges = { acknowledges: Number(acknowledge !== null), acknowledge: acknowledge ?? '' };
  const [, , acknowledged, number] = await claimAll(binding, { claim, first, at, ...counts, ...acknowledges });
  return number.length === 0 ? null : { number: numberIn(number), acknowledged: acknowledged.length > 0 };
}

const { placeholder } = sql;

const claimAll = batchOnce((db) => {
  const [claim, at] = [placeholder('claim'), placeholder('at')];
  const counts = sql`${placeholder('counts')} = 1`;
  const isWelcome = sql`(not ${counts} or ${isTaken({ what: 'ticket', claim })})`;
  return [
    forgetTallies(db, at),
    takeTally(db, { what: 'ticket', who: placeholder('counted'), claim }, at, counts),
    takeTally(db, { what: 'acknowledgement', who: placeholder('acknowledge'), claim }, at, sql`${placeholder('acknowledges')} = 1 and ${isWelcome}`),
    insertNumber(db, { claim, first: placeholder('first') }, isWelcome),
  ];
});

/** The queues, and those of `addresses` whom we know. */
export async function readAroundLetters(binding: D1Database, settings: Settings, addresses: Address[], at: Instant): Promise<{ queues: SetUpQueue[]; accounts: DirectoryPerson[] }> {
  const [queues, accounts] = await aroundLetters(binding, { addresses: JSON.stringify(addresses) });
  return { queues: queues.map((row) => asQueue(row, settings, at)), accounts };
}

const aroundLetters = batchOnce((db) => [selectQueues(db), selectPeople(db)]);
