/** Organisations: firms by their mail domains, and who of them sees the tickets of all their people. */

import { asc, eq, inArray, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import * as v from 'valibot';
import type { Address, Instant } from '../rules/ticket.ts';
import { organisationDomains, organisationPeople, organisations, people } from './schema.ts';

/** `people`: those who see its tickets. */
export type Organisation = { id: number; name: string; domains: string[]; people: Address[] };

/** More firms than any desk of this kind has. */
const MOST_ORGANISATIONS = 1000;

/** By name. */
export async function listOrganisations(binding: D1Database): Promise<Organisation[]> {
  const db = drizzle(binding);
  const [rows, domains, named] = await db.batch([
    db.select({ id: organisations.id, name: organisations.name }).from(organisations).orderBy(sql`lower(${organisations.name})`).limit(MOST_ORGANISATIONS),
    db.select().from(organisationDomains).orderBy(asc(organisationDomains.domain)),
    db.select({ organisationId: organisationPeople.organisationId, address: people.address }).from(organisationPeople).innerJoin(people, eq(people.id, organisationPeople.personId)).orderBy(asc(people.address)),
  ]);
  return rows.map((row) => ({
    ...row,
    domains: domains.filter((one) => one.organisationId === row.id).map((one) => one.domain),
    people: named.filter((one) => one.organisationId === row.id).map((one) => one.address),
  }));
}

/** Makes it, or with its `id` changes it. The people are known already (`rememberPeople`). */
export async function saveOrganisation(binding: D1Database, { id, name, domains, people: addresses }: Omit<Organisation, 'id'> & { id: number | null }, at: Instant): Promise<void> {
  const db = drizzle(binding);
  const made = id ?? (await db.insert(organisations).values({ name, createdAt: at }).returning({ id: organisations.id }))[0]?.id;
  if (made === undefined) throw new Error('The organisation was not written');
  const persons = db.select({ organisationId: sql`${made}`.as('organisation_id'), personId: people.id }).from(people).where(inArray(people.address, addresses));
  await db.batch([
    db.update(organisations).set({ name }).where(eq(organisations.id, made)),
    db.delete(organisationDomains).where(eq(organisationDomains.organisationId, made)),
    db.delete(organisationPeople).where(eq(organisationPeople.organisationId, made)),
    ...domains.map((domain) => db.insert(organisationDomains).values({ domain, organisationId: made })),
    db.insert(organisationPeople).select(persons),
  ]);
}

/** Its people see their own tickets from now on, as everybody does. */
export async function removeOrganisation(binding: D1Database, id: number): Promise<void> {
  const db = drizzle(binding);
  await db.batch([
    db.delete(organisationDomains).where(eq(organisationDomains.organisationId, id)),
    db.delete(organisationPeople).where(eq(organisationPeople.organisationId, id)),
    db.delete(organisations).where(eq(organisations.id, id)),
  ]);
}

/** On rows of `people`: the domains whose tickets they may see, as JSON for `domainsIn`. */
export const domainsOfPerson = sql<string>`(select json_group_array(${organisationDomains.domain}) from ${organisationDomains} inner join ${organisationPeople} on ${organisationPeople.organisationId} = ${organisationDomains.organisationId} where ${organisationPeople.personId} = ${people.id})`;

export function domainsIn(json: string): string[] {
  return v.parse(v.array(v.string()), JSON.parse(json));
}
