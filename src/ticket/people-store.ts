/** Who is on a ticket, as its object keeps them: what changes a person. */

import { and, asc, eq, gt, lt, sql } from 'drizzle-orm';
import type { Address, Change, Fact, Instant, NewParticipant, Person } from '../rules/ticket.ts';
import { newSecret } from './new-secret.ts';
import * as schema from './schema.ts';
import type { Database } from './ticket-store.ts';

type AboutPerson = 'joined' | 'left' | 'proven' | 'accepted' | 'bounced' | 'triedAgain' | 'muted' | 'unmuted' | 'historyShared';

export function changePerson(db: Database, change: Extract<Change, { kind: AboutPerson }>, by: Person | null, at: Instant): Fact {
  switch (change.kind) {
    case 'joined':
      join(db, { ...change.person, path: change.path ?? [], broughtBy: broughtBy(change.person, by) }, change.sameKey === true);
      return change;
    case 'left':
      set(db, change.address, { state: 'removed' });
      return change;
    case 'proven':
      set(db, change.address, { state: 'verified' });
      db.update(schema.ticket).set({ authenticated: true }).where(isRequester(change.address)).run();
      return change;
    case 'accepted':
      set(db, change.address, { state: 'invited' });
      return change;
    case 'bounced':
      set(db, change.address, { bounced: change.reason });
      return change;
    case 'triedAgain':
      set(db, change.address, { bounced: null });
      return change;
    case 'muted':
      set(db, change.address, { mutedUntil: change.until });
      return change;
    case 'unmuted':
      set(db, change.address, { mutedUntil: at });
      return change;
    case 'historyShared':
      set(db, change.address, { fromArticle: 1 });
      return change;
  }
}

/** Whom mails brought into Cc after one event and before another, in order, and who brought them (SJ26). */
export function broughtBetween(db: Database, after: number, before: number): { address: Address; by: Address }[] {
  const { seq, by, fact } = schema.events;
  const joined = and(sql`${fact} ->> 'kind' = 'joined'`, gt(seq, after), lt(seq, before));
  return db.select({ by, fact }).from(schema.events).where(joined).orderBy(asc(seq)).all().flatMap((row) => {
    if (row.fact.kind !== 'joined' || row.fact.via !== 'mail' || row.fact.person.role !== 'cc' || row.by === null) return [];
    return [{ address: row.fact.person.address, by: row.by }];
  });
}

type Row = typeof schema.people.$inferSelect;

/** Whoever joins again after leaving gets a new key; a change of role keeps the key that is out in mails, and so does taking the leaving back, which also leaves who brought them and which way they came. */
function join(db: Database, person: NewParticipant & Pick<Row, 'path' | 'broughtBy'>, sameKey: boolean): void {
  const { path: _, broughtBy: __, ...itself } = person;
  const secret = sql`case when ${schema.people.state} = 'removed' then excluded.secret else ${schema.people.secret} end`;
  db.insert(schema.people).values({ ...person, secret: newSecret() }).onConflictDoUpdate({ target: schema.people.address, set: sameKey ? itself : { ...person, secret } }).run();
}

function broughtBy(person: NewParticipant, by: Person | null): Address | null {
  return person.role !== 'cc' || by === null || by.address === person.address ? null : by.address;
}

function set(db: Database, address: Address, to: Partial<Row>): void {
  db.update(schema.people).set(to).where(eq(schema.people.address, address)).run();
}

function isRequester(address: Address) {
  return sql`exists (select 1 from ${schema.people} where ${schema.people.address} = ${address} and ${schema.people.role} = 'requester')`;
}
