import type { FC } from 'hono/jsx';
import type { TicketPage } from '../../rules/page.ts';
import type { Reader } from '../parts/layout.tsx';
import { Moment } from '../parts/moment.tsx';
import { nameOf } from '../parts/person-name.tsx';
import type { Clock } from '../parts/times.ts';
import { ArticleText } from './article-text.tsx';

/** What came after the article `past` and is not the reader's own: shown above their answer before it is sent (L08). */
export const Unseen: FC<{ page: TicketPage; past: number; reader: Reader; now: Clock }> = ({ page, past, reader, now }) => {
  const { text, person } = reader;
  const missed = page.entries.flatMap((entry) => (entry.kind === 'article' && entry.article.id > past ? [entry.article] : []));
  const others = missed.filter((article) => article.automatic === null && article.by.address !== person?.address);
  return (
    <section class="unseen" aria-labelledby="unseen">
      <h3 id="unseen">{text.portal.writing.meanwhile}</h3>
      <ol>
        {others.toReversed().map((article) => (
          <li class={article.kind}>
            <p><b>{nameOf(article.by)}</b>{article.kind === 'comment' && ` · ${text.portal.history.onlyAgents}`} · <a href={`#article-${article.id}`}><Moment instant={article.at} now={now} look="entry" /></a></p>
            <ArticleText text={article.text} forwarded={article.forwarded} words={text} />
          </li>
        ))}
      </ol>
    </section>
  );
};
