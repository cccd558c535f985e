import type { FC } from 'hono/jsx';
import type { TicketPage } from '../../rules/page.ts';
import type { Person } from '../../rules/ticket.ts';
import type { Reader } from '../parts/layout.tsx';
import type { Clock } from '../parts/times.ts';
import { ArticleBox } from './article.tsx';
import { EventLine } from './event-line.tsx';
import { historyGroups, type HistoryGroup } from './history-groups.ts';
import { framedArticles } from './mail-frame.tsx';

type HistoryProps = { page: TicketPage; reader: Reader; staff: boolean; now: Clock };

/** What was said and done, newest first, the original request at the bottom (S12). */
export const History: FC<HistoryProps> = ({ page, reader, staff, now }) => {
  const words = reader.text.portal.history;
  const groups = historyGroups(page.entries, staff);
  const people = peopleOf(page);
  const framed = framedArticles(page.entries);
  return (
    <section class="history" aria-labelledby="history">
      <h2 id="history">{words.title} <small>{words.newest}</small></h2>
      {groups.every((group) => group.kind === 'events') && <p class="nothing">{words.empty}</p>}
      <ol>
        {groups.map((group) =>
          group.kind === 'article'
            ? <ArticleBox entry={group.entry} request={group.request} framed={framed.has(group.entry.article.id)} page={page} reader={reader} staff={staff} now={now} />
            : <Events group={group} people={people} page={page} reader={reader} staff={staff} now={now} />,
        )}
      </ol>
    </section>
  );
};

type EventsProps = { group: Extract<HistoryGroup, { kind: 'events' }>; people: Person[]; page: TicketPage; reader: Reader; staff: boolean; now: Clock };

const Events: FC<EventsProps> = ({ group: { loud, quiet }, ...rest }) => (
  <li class="entry events">
    {loud.length > 0 && <ul>{loud.map((entry) => <EventLine entry={entry} {...rest} />)}</ul>}
    {quiet.length > 0 && (
      <details class="quiet">
        <summary>{rest.reader.text.portal.history.moreEvents(quiet.length)}</summary>
        <ul>{quiet.map((entry) => <EventLine entry={entry} {...rest} />)}</ul>
      </details>
    )}
  </li>
);

/** Everybody the history may name, also those who left. */
function peopleOf(page: TicketPage): Person[] {
  const authors = page.entries.flatMap((entry) => (entry.kind === 'article' ? [entry.article.by] : entry.by === null ? [] : [entry.by]));
  const joined = page.entries.flatMap((entry) => (entry.kind === 'fact' && entry.fact.kind === 'joined' ? [entry.fact.person] : []));
  return [...page.people, ...(page.owner === null ? [] : [page.owner]), ...joined, ...authors].filter((person) => person.name !== '');
}
