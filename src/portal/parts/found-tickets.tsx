import type { FC } from 'hono/jsx';
import type { Found } from '../../ticket-index/search.ts';
import { Empty } from './empty.tsx';
import type { Reader } from './layout.tsx';
import { TicketTable } from './ticket-table.tsx';
import type { Clock } from './times.ts';

export type Search = { typed: string; sought: string[]; found: Found };

type FoundTicketsProps = { search: Search; base: string; reader: Reader; now: Clock };

/** The tickets a search found, and the way to older ones. */
export const FoundTickets: FC<FoundTicketsProps> = ({ search: { typed, sought, found }, base, reader: { text }, now }) => {
  const words = text.portal.search;
  if (found.rows.length === 0) return <Empty title={words.none(typed)}><p>{words.noneTodo}</p><p><a href={base}>{words.back}</a></p></Empty>;
  return (
    <>
      <TicketTable rows={found.rows} sought={sought} staff={false} now={now} text={text} label={words.title(typed)} />
      {found.older !== null && <p class="pages"><a rel="next" href={`${base}?q=${encodeURIComponent(typed)}&below=${found.older}`}>{words.more} →</a></p>}
    </>
  );
};
