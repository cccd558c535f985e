/** Addresses that become others everywhere: who it is about, and how far it has got. */

import { and, asc, desc, eq, gt, isNotNull, isNull, lte, ne, notExists, or, sql } from 'drizzle-orm';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';
import { erasedAddress, type Readdressing } from '../rules/readdressing.ts';
import type { Address, Instant } from '../rules/ticket.ts';
import { readdressNotes } from './digest-notes.ts';
import type { DirectoryPerson } from './people.ts';
import { addressLinks, confirmations, credentials, everOn, intake, numbers, passkeys, passwordLinks, people, readdressings, sessions, tallies } from './schema.ts';

export type ReaddressingRow = typeof readdressings.$inferSelect;
/** One that goes on. */
export type OpenReaddressing = ReaddressingRow & { from: Address };

const MOST_OPEN = 20;
const MOST_LISTED = 100;
const NUMBERS_A_QUERY = 50;

type Begun = { by: Address; at: Instant };

/**
 * The person is nobody any more: their account goes at once with every way in, and what is left of them on tickets and in the
 * ledger goes bit by bit. `name`: what they are called from now on. Returns the address in the place of theirs.
 */
export async function beginErasing(binding: D1Database, person: Pick<DirectoryPerson, 'id' | 'address'>, name: string, begun: Begun): Promise<Address> {
  const db = drizzle(binding);
  const to = erasedAddress(person.id);
  const erased: Readdressing = { kind: 'erased', from: person.address, to: { address: to, name } };
  await db.batch([
    begin(db, erased, person.id, begun),
    ...readdressList(db, erased),
    ...readdressNotes(db, erased),
    db.delete(confirmations).where(eq(confirmations.asked, person.address)),
    db.delete(tallies).where(sql`instr(${tallies.who}, ${person.address}) > 0 or instr(${tallies.claim}, ${person.address}) > 0`),
    db.delete(people).where(eq(people.id, person.id)),
  ]);
  return to;
}

/** The person has another address from now on. Every session and link ends with the old one (SW01). False: somebody has it who signs in with it, or works here, or may not come in. */
export async function beginMoving(binding: D1Database, person: Pick<DirectoryPerson, 'id' | 'address'>, to: Address, begun: Begun): Promise<boolean> {
  const db = drizzle(binding);
  if (!(await isFree(binding, person.id, to))) return false;
  const moved: Readdressing = { kind: 'moved', from: person.address, to: { address: to, name: '' } };
  await db.batch([
    begin(db, moved, person.id, begun),
    ...readdressList(db, moved),
    ...readdressNotes(db, moved),
    db.delete(people).where(and(eq(people.address, to), ne(people.id, person.id))),
    db.update(people).set({ address: to }).where(eq(people.id, person.id)),
    db.delete(sessions).where(eq(sessions.personId, person.id)),
    db.delete(passwordLinks).where(eq(passwordLinks.personId, person.id)),
    db.delete(addressLinks).where(eq(addressLinks.personId, person.id)),
  ]);
  return true;
}

/** Whether nobody has the address, or somebody who was never more than named or writing: that is the same person, as they have proven. */
export async function isFree(binding: D1Database, personId: number, address: Address): Promise<boolean> {
  const db = drizzle(binding);
  const [other] = await db.select({ nobody: sql`${isNobody(db)}`.mapWith(Boolean) }).from(people).where(and(eq(people.address, address), ne(people.id, personId)));
  return other === undefined || other.nobody;
}

/** Who was never more than named or writing. */
function isNobody(db: DrizzleD1Database) {
  const waysIn = [
    notExists(db.select({ one: sql`1` }).from(credentials).where(eq(credentials.personId, people.id))),
    notExists(db.select({ one: sql`1` }).from(passkeys).where(eq(passkeys.personId, people.id))),
  ];
  return and(eq(people.role, 'requester'), isNull(people.disabledAt), ...waysIn);
}

/** Only if the person is there with this address, so that the same asked twice begins once. */
function begin(db: DrizzleD1Database, { kind, from, to }: Readdressing, personId: number, { by, at }: Begun) {
  const last = db.select({ last: sql`coalesce(max(${numbers.number}), 0)` }).from(numbers);
  // Columns in the order of the schema: drizzle names them all.
  return db.insert(readdressings).select(sql`select null, ${kind}, ${from}, ${to.address}, ${to.name}, (${last}), 0, 0, 0, ${at}, ${by}, null from ${people} where ${people.id} = ${personId} and ${people.address} = ${from}`);
}

/**
 * Where the old address stands in this list itself: somebody began something, or had yet another address before. What still goes on for that one leads
 * to where this leads, and what was a move to an address that is erased is erasing, too. Of two moves there and back each goes on as it is.
 */
function readdressList(db: DrizzleD1Database, { kind, from, to }: Readdressing) {
  const leadsHere = and(eq(readdressings.to, from), or(isNull(readdressings.from), ne(readdressings.from, to.address)));
  return [
    db.update(readdressings).set({ to: to.address, ...(kind === 'erased' ? { kind, toName: to.name } : {}) }).where(leadsHere),
    db.update(readdressings).set({ startedBy: to.address }).where(eq(readdressings.startedBy, from)),
  ] as const;
}

/** Those that go on, the oldest first. */
export async function openReaddressings(binding: D1Database): Promise<OpenReaddressing[]> {
  const rows = await drizzle(binding).select().from(readdressings).where(isNull(readdressings.doneAt)).orderBy(asc(readdressings.id)).limit(MOST_OPEN);
  return rows.flatMap(({ from, ...row }) => (from === null ? [] : [{ ...row, from }]));
}

/** The latest, for admins. */
export async function listReaddressings(binding: D1Database): Promise<ReaddressingRow[]> {
  return drizzle(binding).select().from(readdressings).orderBy(desc(readdressings.id)).limit(MOST_LISTED);
}

/** The next tickets that it has to go through; none: the round is over. */
export async function nextTickets(binding: D1Database, { from, cursor, upTo }: OpenReaddressing): Promise<number[]> {
  const rows = await drizzle(binding)
    .select({ number: everOn.number })
    .from(everOn)
    .where(and(eq(everOn.address, from), gt(everOn.number, cursor), lte(everOn.number, upTo)))
    .orderBy(asc(everOn.number))
    .limit(NUMBERS_A_QUERY);
  return rows.map((row) => row.number);
}

/** These tickets were gone through. If another run was faster, nothing is noted twice. */
export async function noteVisits(binding: D1Database, before: OpenReaddressing, { numbers: gone, changed, again }: { numbers: number[]; changed: number; again: boolean }): Promise<void> {
  const next = { cursor: gone.at(-1) ?? before.cursor, again: before.again || again, visits: sql`${readdressings.visits} + ${changed}` };
  await drizzle(binding).update(readdressings).set(next).where(asIs(before));
}

/** From the first ticket once more: what a round changed another may have copied meanwhile, by a merge, and some tell late who stands on them. */
export async function beginRound(binding: D1Database, before: OpenReaddressing): Promise<void> {
  await drizzle(binding).update(readdressings).set({ cursor: 0, again: false }).where(asIs(before));
}

/** A whole round changed nothing: it is done, and the old address is forgotten here too. */
export async function finishReaddressing(binding: D1Database, before: OpenReaddressing, at: Instant): Promise<void> {
  const db = drizzle(binding);
  const isDone = sql`exists (select 1 from ${readdressings} where ${readdressings.id} = ${before.id} and ${isNotNull(readdressings.doneAt)})`;
  await db.batch([
    db.update(readdressings).set({ from: null, doneAt: at }).where(asIs(before)),
    db.delete(everOn).where(and(eq(everOn.address, before.from), lte(everOn.number, before.upTo), isDone)),
    db.delete(people).where(and(eq(people.address, before.from), isNobody(db), hasNotComeAgain(db, before), isDone)),
    // A ticket that had the old address still has noted it meanwhile.
    ...readdressNotes(db, { kind: before.kind, from: before.from, to: { address: before.to, name: before.toName } }),
  ]);
}

/** A mail from before it began that was read late makes its people known. Whoever has written since, or stands on a newer ticket, is somebody new. */
function hasNotComeAgain(db: DrizzleD1Database, { from, upTo, startedAt }: OpenReaddressing) {
  return and(
    notExists(db.select({ one: sql`1` }).from(intake).where(and(eq(intake.sender, from), gt(intake.receivedAt, startedAt)))),
    notExists(db.select({ one: sql`1` }).from(everOn).where(and(eq(everOn.address, from), gt(everOn.number, upTo)))),
  );
}

function asIs({ id, cursor, again }: OpenReaddressing) {
  return and(eq(readdressings.id, id), eq(readdressings.cursor, cursor), eq(readdressings.again, again), isNull(readdressings.doneAt));
}
