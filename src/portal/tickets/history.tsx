import type { FC } from 'hono/jsx';
import type { FactEntry, Place, TicketPage } from '../../rules/page.ts';
import type { Person } from '../../rules/ticket.ts';
import { Button } from '../parts/button.tsx';
import type { Reader } from '../parts/layout.tsx';
import type { Clock } from '../parts/times.ts';
import type { Text } from '../../text/text.ts';
import { ArticleBox } from './article.tsx';
import { placeName } from './asked-part.ts';
import { EventLine } from './event-line.tsx';
import { historyGroups, type HistoryGroup } from './history-groups.ts';
import { framedArticles } from './mail-frame.tsx';

/** `agents`: whom comments can call by name. */
type HistoryProps = { page: TicketPage; reader: Reader; staff: boolean; now: Clock; agents?: Person[] | undefined };

/** What was said and done: newest first with the original request at the bottom (S12), or as its reader turned it around. */
export const History: FC<HistoryProps> = (props) => {
  const { page, reader: { text, person } } = props;
  const oldestFirst = person?.oldestFirst ?? false;
  const words = text.portal.around;
  const [above, below] = oldestFirst ? (['older', 'newer'] as const) : (['newer', 'older'] as const);
  return (
    <section class="history" aria-labelledby="history">
      <header>
        <h2 id="history">{text.portal.history.title} <small>{oldestFirst ? words.oldestFirst : words.newestFirst}</small></h2>
        <form method="post" action="/profile/order">
          <input type="hidden" name="to" value={`/tickets/${page.number}`} />
          <Button look="link" name="first" value={oldestFirst ? 'newest' : 'oldest'} says={oldestFirst ? words.newestFirst : words.oldestFirst}>{words.turnAround}</Button>
        </form>
        <a href={`/tickets/${page.number}/print`}>{words.print}</a>
      </header>
      {page.newer !== null && <p class="nothing">{words.partOnly} <a href={`/tickets/${page.number}`}>{words.newest}</a></p>}
      <PartLink page={page} side={above} text={text} />
      <HistoryList {...props} oldestFirst={oldestFirst} />
      <PartLink page={page} side={below} text={text} />
    </section>
  );
};

const PartLink: FC<{ page: TicketPage; side: 'older' | 'newer'; text: Text }> = ({ page, side, text }) => {
  const place: Place | null = page[side];
  if (place === null) return null;
  return <p class={`part ${side}`}><a href={`/tickets/${page.number}?${side === 'older' ? 'before' : 'after'}=${placeName(place)}#history`}>{text.portal.around[side]}</a></p>;
};

/** The entries alone. */
export const HistoryList: FC<HistoryProps & { oldestFirst: boolean }> = ({ page, reader, staff, now, agents, oldestFirst }) => {
  const groups = historyGroups(page.entries, { staff, whole: page.older === null });
  const people = peopleOf(page);
  const framed = framedArticles(page.entries);
  return (
    <>
      {groups.every((group) => group.kind === 'events') && <p class="nothing">{reader.text.portal.history.empty}</p>}
      <ol>
        {(oldestFirst ? turned(groups) : groups).map((group) =>
          group.kind === 'article'
            ? <ArticleBox entry={group.entry} request={group.request} framed={framed.has(group.entry.article.id)} page={page} reader={reader} staff={staff} now={now} agents={agents} />
            : <Events group={group} people={people} page={page} reader={reader} staff={staff} now={now} />,
        )}
      </ol>
    </>
  );
};

type EventsProps = { group: Extract<HistoryGroup, { kind: 'events' }>; people: Person[]; page: TicketPage; reader: Reader; staff: boolean; now: Clock };

const Events: FC<EventsProps> = ({ group: { loud, quiet }, ...rest }) => (
  <li class="entry events" id={`events-${firstOf([...loud, ...quiet])}`}>
    {loud.length > 0 && <ul>{loud.map((entry) => <EventLine entry={entry} {...rest} />)}</ul>}
    {quiet.length > 0 && (
      <details class="quiet">
        <summary>{rest.reader.text.portal.history.moreEvents(quiet.length)}</summary>
        <ul>{quiet.map((entry) => <EventLine entry={entry} {...rest} />)}</ul>
      </details>
    )}
  </li>
);

/** More is added above the oldest, so its number names the group. */
function firstOf(entries: FactEntry[]): number {
  return Math.min(...entries.map((entry) => entry.seq));
}

function turned(groups: HistoryGroup[]): HistoryGroup[] {
  return groups.toReversed().map((group) => (group.kind === 'article' ? group : { ...group, loud: group.loud.toReversed(), quiet: group.quiet.toReversed() }));
}

/** Everybody the history may name, also those who left. */
function peopleOf(page: TicketPage): Person[] {
  const authors = page.entries.flatMap((entry) => (entry.kind === 'article' ? [entry.article.by] : entry.by === null ? [] : [entry.by]));
  const joined = page.entries.flatMap((entry) => (entry.kind === 'fact' && entry.fact.kind === 'joined' ? [entry.fact.person] : []));
  return [...page.people, ...(page.owner === null ? [] : [page.owner]), ...page.gone, ...joined, ...authors].filter((person) => person.name !== '');
}
