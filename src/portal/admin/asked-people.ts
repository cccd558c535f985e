/** Which people the address asks for. Forms of the page carry it along, so that they come back to the same list. */

import type { Context } from 'hono';
import * as v from 'valibot';
import type { PeopleAsked } from '../../directory/people.ts';
import { askedPage, pageLink } from '../parts/page-links.tsx';
import type { PortalEnv } from '../portal-env.ts';

/** The three lists. Everybody is on exactly one of them. */
export const groups = ['staff', 'customers', 'disabled'] as const;
export type Group = (typeof groups)[number];

export type AskedPeople = { who: Group; search: string; page: number };

const LONGEST_SEARCH = 200;

export function askedPeople(c: Context<PortalEnv>): AskedPeople {
  const who = v.safeParse(v.picklist(groups), c.req.query('who'));
  const search = (c.req.query('search') ?? '').trim().slice(0, LONGEST_SEARCH).toWellFormed();
  return { who: who.success ? who.output : 'staff', search, page: askedPage(c.req.query('page')) };
}

/** What the directory is asked for this list. */
export function inDirectory({ who, search, page }: AskedPeople): PeopleAsked {
  switch (who) {
    case 'staff':
      return { role: 'staff', disabled: false, search, page };
    case 'customers':
      return { role: 'requester', disabled: false, search, page };
    case 'disabled':
      return { disabled: true, search, page };
  }
}

/** The list's address below `path`, which is the page or somebody on it. */
export function listLink({ who, search, page }: AskedPeople, path = '/admin/people'): string {
  const query = new URLSearchParams({ ...(who === 'staff' ? {} : { who }), ...(search === '' ? {} : { search }) }).toString();
  return pageLink(query === '' ? path : `${path}?${query}`, page);
}
