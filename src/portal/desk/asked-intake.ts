/** Which mails of the ledger the address asks for. */

import type { Context } from 'hono';
import * as v from 'valibot';
import type { AskedMails } from '../../directory/find-mails.ts';
import { intakeOutcomes, type IntakeOutcome } from '../../directory/schema.ts';
import { dayNumber, daySpan, isoDate, readMailSearch } from '../../rules/intake-search.ts';
import { askedPage } from '../parts/page-links.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, viewerOf } from '../reader.ts';

const LONGEST_SEARCH = 300;

/** As the form shows it: `typed` and `day` as they were sent, empty if they filter nothing. */
export type ShownFilter = { outcome: IntakeOutcome | null; typed: string; day: string };

/** What is none of its values filters nothing. Days are those of the reader's zone. */
export function askedIntake(c: Context<PortalEnv>): { asked: AskedMails; shown: ShownFilter } {
  const outcome = v.safeParse(v.picklist(intakeOutcomes), c.req.query('outcome'));
  const typed = (c.req.query('mail') ?? '').trim().slice(0, LONGEST_SEARCH).toWellFormed();
  const day = dayNumber(c.req.query('day') ?? '');
  const shown = { outcome: outcome.success ? outcome.output : null, typed, day: day === null ? '' : isoDate(day) };
  const asked = {
    outcome: shown.outcome,
    day: day === null ? null : daySpan(day, clockOf(c).zone),
    search: readMailSearch(typed),
    viewer: viewerOf(c),
    page: askedPage(c.req.query('page')),
  };
  return { asked, shown };
}

/** The address of the list with this filter. */
export function intakeLink({ outcome, typed, day }: ShownFilter): string {
  const query = new URLSearchParams({ ...(outcome === null ? {} : { outcome }), ...(typed === '' ? {} : { mail: typed }), ...(day === '' ? {} : { day }) }).toString();
  return query === '' ? '/desk/intake' : `/desk/intake?${query}`;
}
