/** Whether an organisation's form makes one, and what is wrong at which field. */

import type { Organisation } from '../../directory/organisations.ts';
import { domainOf, parseAddress } from '../../rules/address.ts';
import { cleanName } from '../../rules/clean.ts';
import { isFreeMail } from '../../rules/free-mail.ts';
import { ownAddress } from '../../rules/reply-key.ts';
import type { Address } from '../../rules/ticket.ts';
import type { Text } from '../../text/text.ts';
import type { FieldErrors } from '../parts/field.tsx';

export type TypedOrganisation = { name: string; domains: string; people: string };
export type JudgedOrganisation = { draft: Omit<Organisation, 'id'>; errors: null } | { draft: null; errors: FieldErrors };

const MOST = 50;

/** `others`: the other organisations; `ownAddresses`: the desk's. */
export function judgeOrganisation(typed: TypedOrganisation, known: { others: Organisation[]; ownAddresses: Address[] }, text: Text): JudgedOrganisation {
  const words = text.organisations.errors;
  const name = cleanName(typed.name);
  const domains = linesOf(typed.domains).map((line) => ({ line, domain: domainIn(line) }));
  const people = linesOf(typed.people).map((line) => ({ line, address: parseAddress(line) }));
  const errors: FieldErrors = {
    ...(name === '' ? { name: words.name } : {}),
    ...told('domains', domains.length > MOST ? words.many : whyNoDomains(domains, known.others, words)),
    ...told('people', people.length > MOST ? words.many : whyNoPeople(people, known.ownAddresses, words)),
  };
  if (Object.keys(errors).length > 0) return { draft: null, errors };
  const kept = domains.flatMap(({ domain }) => (domain === null ? [] : [domain]));
  return { draft: { name, domains: [...new Set(kept)], people: [...new Set(people.flatMap(({ address }) => (address === null ? [] : [address])))] }, errors: null };
}

type Words = Text['organisations']['errors'];

function whyNoDomains(domains: { line: string; domain: string | null }[], others: Organisation[], words: Words): string | undefined {
  if (domains.length === 0) return words.noDomain;
  for (const { line, domain } of domains) {
    if (domain === null) return words.domain(line);
    if (isFreeMail(domain)) return words.freeMail(domain);
    const holder = others.find((one) => one.domains.includes(domain));
    if (holder !== undefined) return words.taken(domain, holder.name);
  }
  return undefined;
}

function whyNoPeople(people: { line: string; address: Address | null }[], ownAddresses: Address[], words: Words): string | undefined {
  for (const { line, address } of people) {
    if (address === null) return words.person(line);
    if (ownAddress(address, ownAddresses) !== null) return words.own(address);
  }
  return undefined;
}

/** As the part after `@` of an address: letters of any script in any case are the domain that mails name. */
function domainIn(line: string): string | null {
  const address = parseAddress(`somebody@${line.replace(/^@/, '')}`);
  return address === null || !line.includes('.') ? null : domainOf(address);
}

function linesOf(typed: string): string[] {
  return typed.split(/[\s,;]+/).filter((line) => line !== '');
}

function told(field: string, wrong: string | undefined): FieldErrors {
  return wrong === undefined ? {} : { [field]: wrong };
}
