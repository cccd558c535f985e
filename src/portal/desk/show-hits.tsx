/** `GET /desk/hits?q=…`: the first tickets that a search finds, while it is typed; `/tickets/hits`: among the reader's own. Only the page's script asks for them. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { usualOrder } from '../../rules/list-order.ts';
import { soughtWords } from '../../rules/search-text.ts';
import { isStaff } from '../../rules/ticket.ts';
import { readQuery } from '../../rules/ticket-query.ts';
import { hitsAtDesk, hitsOfOwn } from '../../ticket-index/hits.ts';
import type { FoundRow } from '../../ticket-index/search.ts';
import type { Text } from '../../text/text.ts';
import { Marked, PassageLine } from '../parts/passage.tsx';
import { StatusMark } from '../parts/status-mark.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, signedIn, viewerOf } from '../reader.ts';
import { numberIn } from '../tickets/asked-number.ts';
import { LONGEST_QUERY } from './asked-list.ts';
import { deskFacts } from './desk-facts.ts';

export async function showHits(c: Context<PortalEnv>) {
  const typed = typedIn(c);
  const query = readQuery(typed, clockOf(c));
  if (query.words.length === 0 && query.filters.length === 0) return c.html(<Hits rows={[]} sought={[]} staff text={c.var.text} />);
  const asked = { viewer: viewerOf(c), query, order: usualOrder, facts: deskFacts(c).facts };
  const rows = await hitsAtDesk(c.env.DB, asked, numberIn(typed.replace(/^#/, '')));
  return c.html(<Hits rows={rows} sought={query.words} staff text={c.var.text} />);
}

/** Agents search the desk, as on the page of hits. */
export async function showOwnHits(c: Context<PortalEnv>) {
  if (isStaff(signedIn(c).role)) return c.redirect(`/desk/hits?q=${encodeURIComponent(typedIn(c))}`, 303);
  const sought = soughtWords(typedIn(c));
  return c.html(<Hits rows={await hitsOfOwn(c.env.DB, viewerOf(c), sought)} sought={sought} staff={false} text={c.var.text} />);
}

function typedIn(c: Context<PortalEnv>): string {
  return (c.req.query('q') ?? '').trim().slice(0, LONGEST_QUERY);
}

type HitsProps = { rows: FoundRow[]; sought: string[]; staff: boolean; text: Text };

/** Choices of a list. `data-says`: what is read out. */
export const Hits: FC<HitsProps> = ({ rows, sought, staff, text }) => (
  <div class="hits" data-says={text.portal.search.found(rows.length)}>
    {rows.map((row) => (
      <a role="option" aria-selected="false" id={`hit-${row.number}`} href={`/tickets/${row.number}`} tabindex={-1}>
        <span class="subject"><span class="number">#<Marked text={String(row.number)} sought={sought} /></span> <Marked text={row.subject || text.words.noSubject} sought={sought} /></span>
        <StatusMark status={row.status} staff={staff} text={text} />
        {row.passage !== null && <PassageLine passage={row.passage} sought={sought} text={text} />}
      </a>
    ))}
  </div>
);
