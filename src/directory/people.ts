/** People: everybody who ever wrote, was in Cc, or works here. */

import { and, asc, count, eq, exists, getTableColumns, inArray, isNotNull, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';
import { batchOnce } from '../built-once.ts';
import type { LetterChoices, ToldEvent } from '../rules/letter-choices.ts';
import type { Reach } from '../rules/reach.ts';
import type { Signature } from '../rules/signature.ts';
import type { AccountRole, Address, Instant, Language, Person } from '../rules/ticket.ts';
import { ROWS_PER_PAGE, type Listed } from '../ticket-index/ticket-row.ts';
import { holdsPart } from './part-of.ts';
import { passwordLinks, people, sessions } from './schema.ts';

export type DirectoryPerson = Person & Signature & {
  id: number;
  role: AccountRole;
  language: Language;
  disabledAt: Instant | null;
  letters: LetterChoices;
  /** The queues whose tickets an agent works on; null: all. */
  queues: number[] | null;
  /** IANA; null: the desk's. */
  zone: string | null;
  oldestFirst: boolean;
  singleKeys: boolean;
};

/** Somebody of the staff, as far as it matters where they work. */
export type Colleague = { address: Address; role: AccountRole; reach: Reach };

/** Somebody as a mail or a form names them. */
export type NamedPerson = Person & { language: Language };

/** The columns of a DirectoryPerson, for queries that join people. */
export const personColumns = {
  id: people.id,
  address: people.address,
  name: people.name,
  role: people.role,
  language: people.language,
  disabledAt: people.disabledAt,
  letters: people.letters,
  queues: people.queues,
  zone: people.zone,
  oldestFirst: people.oldestFirst,
  singleKeys: people.singleKeys,
  signatureDe: people.signatureDe,
  signatureEn: people.signatureEn,
};

/** D1 takes 100 bound parameters a query; a new person needs one for each column at most. */
const PEOPLE_AN_INSERT = Math.floor(100 / Object.keys(getTableColumns(people)).length);
/** More staff than any desk of this kind has. */
const MOST_STAFF = 500;

/** Those of `addresses` that the directory knows, disabled ones too. */
export async function findPeople(binding: D1Database, addresses: Address[]): Promise<DirectoryPerson[]> {
  if (addresses.length === 0) return [];
  const [found] = await peopleAlone(binding, { addresses: JSON.stringify(addresses) });
  return found;
}

const peopleAlone = batchOnce((db) => [selectPeople(db)]);

/** The same as a query, for a batch with the value `addresses`, as JSON. */
export function selectPeople(db: DrizzleD1Database) {
  return db.select(personColumns).from(people).where(sql`${people.address} in (select value from json_each(${sql.placeholder('addresses')}))`);
}

/** The person with this id, disabled or not; null if there is none. */
export async function findPerson(binding: D1Database, id: number): Promise<DirectoryPerson | null> {
  return (await drizzle(binding).select(personColumns).from(people).where(eq(people.id, id)).get()) ?? null;
}

/** Makes people of those who are none yet. A known person keeps everything, but gets a name where there was none. */
export async function rememberPeople(binding: D1Database, named: NamedPerson[], at: Instant): Promise<void> {
  const db = drizzle(binding);
  const [first, ...more] = insertPeople(db, named, at);
  if (first !== undefined) await db.batch([first, ...more]);
}

/** The same as queries, for a batch; none for nobody. */
export function insertPeople(db: DrizzleD1Database, named: NamedPerson[], at: Instant) {
  return inParts(named, PEOPLE_AN_INSERT).map((part) =>
    db
      .insert(people)
      .values(part.map(({ address, name, language }) => ({ address, name, language, createdAt: at })))
      .onConflictDoUpdate({
        target: people.address,
        set: { name: sql`excluded.name` },
        setWhere: sql`${people.name} = '' and excluded.name <> ''`,
      }),
  );
}

export type PeopleAsked = {
  /** A part of name or address. */
  search?: string | undefined;
  role?: AccountRole | 'staff' | undefined;
  /** Left out: both. */
  disabled?: boolean | undefined;
  page: number;
};

/** One page of people, by address. */
export async function listPeople(binding: D1Database, asked: PeopleAsked): Promise<Listed<DirectoryPerson>> {
  const db = drizzle(binding);
  const where = and(hasRole(asked.role), isDisabled(asked.disabled), isNamed(asked.search));
  const rows = db
    .select(personColumns)
    .from(people)
    .where(where)
    .orderBy(asc(people.address))
    .limit(ROWS_PER_PAGE)
    .offset((asked.page - 1) * ROWS_PER_PAGE);
  const [found, counted] = await db.batch([rows, db.select({ total: count() }).from(people).where(where)]);
  const total = counted[0]?.total ?? 0;
  return { rows: found, page: asked.page, pages: Math.max(1, Math.ceil(total / ROWS_PER_PAGE)), total };
}

/** Everybody who may own a ticket. */
export async function listStaff(binding: D1Database): Promise<DirectoryPerson[]> {
  return selectStaff(drizzle(binding));
}

/** The same as a query, for a batch. */
export function selectStaff(db: DrizzleD1Database) {
  return db
    .select(personColumns)
    .from(people)
    .where(and(hasRole('staff'), isDisabled(false)))
    .orderBy(sql`lower(coalesce(nullif(${people.name}, ''), ${people.address}))`)
    .limit(MOST_STAFF);
}

/** Staff who want to be told of such events in their queues, at once or by and by (P01). */
export async function staffWanting(binding: D1Database, event: ToldEvent): Promise<Colleague[]> {
  return (await selectStaffWanting(drizzle(binding), event)).map(asColleague);
}

/** The same as a query, for a batch; `asColleague` reads its rows. */
export function selectStaffWanting(db: DrizzleD1Database, event: ToldEvent) {
  const { address, role, queues } = personColumns;
  return db
    .select({ address, role, queues })
    .from(people)
    .where(and(hasRole('staff'), isDisabled(false), sql`${people.letters} ->> ${event} <> 'never'`))
    .limit(MOST_STAFF);
}

export function asColleague({ address, role, queues }: Pick<DirectoryPerson, 'address' | 'role' | 'queues'>): Colleague {
  return { address, role, reach: { queues, domains: [] } };
}

/** Whether anybody can give others rights. */
export async function hasAdmin(binding: D1Database): Promise<boolean> {
  const admins = await drizzle(binding).select({ id: people.id }).from(people).where(and(hasRole('admin'), isDisabled(false))).limit(1);
  return admins.length > 0;
}

/** Another role ends all sessions, so that no page is open with rights of before (SW01). */
export async function setRole(binding: D1Database, id: number, role: AccountRole): Promise<void> {
  const db = drizzle(binding);
  const hadAnother = db.select({ id: people.id }).from(people).where(and(eq(people.id, id), ne(people.role, role)));
  await db.batch([
    db.delete(sessions).where(and(eq(sessions.personId, id), exists(hadAnother))),
    db.update(people).set({ role }).where(eq(people.id, id)),
  ]);
}

/** Ends every way in at once: sessions, links on their way, and later the password. */
export async function disable(binding: D1Database, id: number, at: Instant): Promise<void> {
  const db = drizzle(binding);
  await db.batch([
    db.update(people).set({ disabledAt: at }).where(and(eq(people.id, id), isNull(people.disabledAt))),
    db.delete(sessions).where(eq(sessions.personId, id)),
    db.delete(passwordLinks).where(eq(passwordLinks.personId, id)),
  ]);
}

export async function enable(binding: D1Database, id: number): Promise<void> {
  await drizzle(binding).update(people).set({ disabledAt: null }).where(eq(people.id, id));
}

/** A letter for each new ticket at once, or none; a daily digest of them is left alone. */
export async function setToldOfNew(binding: D1Database, id: number, atOnce: boolean): Promise<void> {
  const letters = sql`json_set(${people.letters}, '$.new', ${atOnce ? 'at-once' : 'never'})`;
  const other = atOnce ? undefined : sql`${people.letters} ->> 'new' = 'at-once'`;
  await drizzle(binding).update(people).set({ letters }).where(and(eq(people.id, id), other));
}

export async function setOldestFirst(binding: D1Database, id: number, oldestFirst: boolean): Promise<void> {
  await drizzle(binding).update(people).set({ oldestFirst }).where(eq(people.id, id));
}

export async function setSingleKeys(binding: D1Database, id: number, singleKeys: boolean): Promise<void> {
  await drizzle(binding).update(people).set({ singleKeys }).where(eq(people.id, id));
}

/** What agents should know of somebody. */
export async function setNote(binding: D1Database, address: Address, note: string): Promise<void> {
  await drizzle(binding).update(people).set({ note }).where(eq(people.address, address));
}

/** `queues` null: all. */
export async function setQueues(binding: D1Database, id: number, queues: number[] | null): Promise<void> {
  await drizzle(binding).update(people).set({ queues }).where(eq(people.id, id));
}

export async function setLanguage(binding: D1Database, id: number, language: Language): Promise<void> {
  await drizzle(binding).update(people).set({ language }).where(eq(people.id, id));
}

function hasRole(role: PeopleAsked['role']): SQL | undefined {
  if (role === undefined) return undefined;
  return role === 'staff' ? inArray(people.role, ['agent', 'admin']) : eq(people.role, role);
}

function isDisabled(disabled: boolean | undefined): SQL | undefined {
  if (disabled === undefined) return undefined;
  return disabled ? isNotNull(people.disabledAt) : isNull(people.disabledAt);
}

function isNamed(search: string | undefined): SQL | undefined {
  const part = search?.trim() ?? '';
  return part === '' ? undefined : or(holdsPart(people.address, part), holdsPart(people.name, part));
}

function inParts<Item>(items: Item[], size: number): Item[][] {
  const parts: Item[][] = [];
  for (let start = 0; start < items.length; start += size) parts.push(items.slice(start, start + size));
  return parts;
}
