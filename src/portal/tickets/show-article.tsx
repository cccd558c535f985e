/** `GET /tickets/N/articles/ID`: one mail by itself; `?view=html|text|source|earlier`: as sent, as text, and for agents its source and what it was read as before. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { rawKey } from '../../inbound/raw-mails.ts';
import type { OpenedArticle } from '../../rules/read-again.ts';
import { isStaff } from '../../rules/ticket.ts';
import { errorPage, missingFilePage } from '../errors.tsx';
import { Choices } from '../parts/choices.tsx';
import { fileSize } from '../parts/file-size.ts';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { LinkedText } from '../parts/linked-text.tsx';
import { Moment } from '../parts/moment.tsx';
import { nameOf } from '../parts/person-name.tsx';
import { Notice } from '../parts/notice.tsx';
import type { Clock } from '../parts/times.ts';
import type { PortalEnv } from '../portal-env.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import { clockOf, readerOf, signedIn, viewerOf } from '../reader.ts';
import { articleAddress, articleLink, type ArticleView } from './article-address.ts';
import { AsSent, Written } from './article.tsx';
import { Files } from './article-files.tsx';
import { askedArticle } from './asked-article.ts';
import { EarlierReadings, ReadAgain } from './reading-parts.tsx';

export async function showArticle(c: Context<PortalEnv>) {
  const asked = await askedArticle(c);
  if (asked === null) return errorPage(c, 'notFound');
  const mayReadSource = isStaff(signedIn(c).role) && (await ticketOf(c.env, asked.number).source(asked.article.id, viewerOf(c))) !== null;
  const views = viewsOf(asked.article, mayReadSource);
  const view = views.find((one) => one === c.req.query('view')) ?? (c.req.query('view') === undefined ? views[0] : undefined);
  if (view === undefined) return errorPage(c, 'notFound');
  const source = view === 'source' && asked.article.intake !== null ? await readSource(c.env.BYTES, asked.article.intake) : null;
  if (view === 'source' && source === null) return missingFilePage(c, asked.article.intake ?? '');
  return c.html(<ArticlePage {...asked} views={views} view={view} source={source} mayReadAgain={signedIn(c).role === 'admin'} isReadAgain={c.req.query('read') === 'again'} reader={readerOf(c)} now={clockOf(c)} />);
}

/** The ways to look at it that its reader has, the best first. */
function viewsOf(article: OpenedArticle, mayReadSource: boolean): ArticleView[] {
  const text = article.html === null ? (['text'] as const) : (['html', 'text'] as const);
  const source = mayReadSource && !article.redacted ? (['source'] as const) : [];
  return [...text, ...source, ...(article.earlier.length > 0 ? (['earlier'] as const) : [])];
}

type Source = { text: string; shown: number; size: number };

/** More is for programs, not for people's eyes. */
const LONGEST_SOURCE = 200_000;

async function readSource(bucket: R2Bucket, intake: string): Promise<Source | null> {
  const kept = await bucket.get(rawKey(intake), { range: { offset: 0, length: LONGEST_SOURCE } });
  if (kept === null) return null;
  const bytes = await kept.bytes();
  return { text: new TextDecoder().decode(bytes), shown: bytes.length, size: kept.size };
}

type ArticlePageProps = { number: number; article: OpenedArticle; views: ArticleView[]; view: ArticleView; source: Source | null; mayReadAgain: boolean; isReadAgain: boolean; reader: Reader; now: Clock };

export const ArticlePage: FC<ArticlePageProps> = ({ number, article, views, view, source, mayReadAgain, isReadAgain, reader, now }) => {
  const words = reader.text.portal.mail;
  const title = words.title(nameOf(article.by));
  return (
    <Layout {...reader} title={title} here={articleAddress(number, article.id, view)} width={view === 'text' ? 'normal' : 'wide'}>
      <p class="way-back"><a href={articleLink(number, article.id)}>← {words.back(number)}</a></p>
      <Heading title={title}>
        {views.length > 1 && <Choices label={words.view} choices={views.map((one) => ({ href: articleAddress(number, article.id, one), label: words.views[one], current: one === view }))} />}
      </Heading>
      <p class="mail-facts"><span class="address">{article.by.address}</span> <Moment instant={article.at} now={now} look="full" /></p>
      {isReadAgain && <Notice tone="good"><p>{words.isReadAgain}</p></Notice>}
      {view === 'html' && <div class="mail-sheet"><AsSent article={article} number={number} reader={reader} /></div>}
      {view === 'text' && article.look === 'formatted' && <div class="mail-sheet"><Written article={article} reader={reader} /></div>}
      {view === 'text' && article.look !== 'formatted' && <div class="mail-sheet words" dir="auto"><LinkedText text={article.text.trim() || reader.text.words.noText} /></div>}
      {view === 'source' && source !== null && <SourceText source={source} reader={reader} />}
      {view === 'earlier' && <EarlierReadings earlier={article.earlier} reader={reader} now={now} />}
      {view === 'source'
        ? <p class="source"><a href={`${articleAddress(number, article.id)}/source`} download>{words.download}</a></p>
        : view !== 'earlier' && <Files files={article.attachments.filter((file) => view === 'text' || file.contentId === null)} number={number} reader={reader} />}
      {view === 'source' && mayReadAgain && <ReadAgain number={number} article={article.id} reader={reader} />}
    </Layout>
  );
};

const SourceText: FC<{ source: Source; reader: Reader }> = ({ source: { text, shown, size }, reader: { text: words, language } }) => (
  <>
    {shown < size && <p class="hint">{words.portal.mail.sourceCut(fileSize(shown, language), fileSize(size, language))}</p>}
    <pre class="raw" tabindex={0}>{text}</pre>
  </>
);
