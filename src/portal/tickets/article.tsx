import type { FC } from 'hono/jsx';
import type { ArticleEntry, TicketPage } from '../../rules/page.ts';
import type { Attachment } from '../../rules/ticket.ts';
import { fileSize } from '../parts/file-size.ts';
import type { Reader } from '../parts/layout.tsx';
import { Moment } from '../parts/moment.tsx';
import { Initials, nameOf } from '../parts/person-name.tsx';
import type { Clock } from '../parts/times.ts';
import { ArticleText } from './article-text.tsx';
import { attachmentAddress } from './attachment-address.ts';
import { Letters } from './letters.tsx';
import { MAIL_SANDBOX } from './mail-view.ts';
import { looksLikeImage } from './shown-image.ts';

type ArticleProps = { entry: ArticleEntry; page: TicketPage; request: boolean; reader: Reader; staff: boolean; now: Clock };

/** One text of the history. Machine mail is marked and folded. */
export const ArticleBox: FC<ArticleProps> = (props) => {
  const { article } = props.entry;
  const words = props.reader.text.portal.history;
  const byAgent = props.page.people.some((person) => person.role === 'agent' && person.address === article.by.address);
  const look = article.automatic ? 'automatic' : article.kind;
  return (
    <li class={`entry ${look}`} id={`article-${article.id}`}>
      <Initials person={article.by} staff={byAgent || article.kind === 'comment'} />
      <article aria-labelledby={`article-${article.id}-by`}>
        <Head {...props} />
        {article.sameMessageId && props.staff && <p class="remark">{words.sameMessageId}</p>}
        {article.automatic ? (
          <details class="folded">
            <summary>{words.automaticHint}</summary>
            <Body {...props} />
          </details>
        ) : (
          <Body {...props} />
        )}
      </article>
    </li>
  );
};

const Head: FC<ArticleProps> = ({ entry: { article }, request, reader, now }) => {
  const words = reader.text.portal.history;
  const kind = article.automatic ? words.automatic : article.kind === 'comment' ? words.comment : request ? words.request : words.reply;
  return (
    <header>
      <h3 id={`article-${article.id}-by`}>{nameOf(article.by)}</h3>
      {article.by.name !== '' && <span class="address">{article.by.address}</span>}
      <span class="kind">{kind}{article.kind === 'comment' ? ` · ${words.onlyAgents}` : article.automatic ? '' : ` ${words.via[article.channel]}`}</span>
      <a class="when" href={`#article-${article.id}`}><Moment instant={article.at} now={now} look="entry" /></a>
    </header>
  );
};

const Body: FC<ArticleProps> = (props) => (
  <>
    <ArticleText text={props.entry.article.text} words={props.reader.text} />
    <Files files={props.entry.article.attachments} number={props.page.number} reader={props.reader} />
    <Beneath {...props} />
  </>
);

/** To whom it went, and other ways to look at it. */
const Beneath: FC<ArticleProps> = ({ entry: { article, letters }, page, reader, staff, now }) => {
  const words = reader.text.portal.history;
  const own = `/tickets/${page.number}/articles/${article.id}`;
  return (
    <div class="beneath">
      <Letters letters={letters} reader={reader} now={now} staff={staff} />
      {article.html !== null && (
        <details class="as-sent">
          <summary>{words.asSent}</summary>
          <iframe sandbox={MAIL_SANDBOX} src={`${own}/html`} loading="lazy" title={words.asSentTitle(nameOf(article.by))} />
        </details>
      )}
      {article.intake !== null && page.rights.source && <p class="source"><a href={`${own}/source`} download>{words.source}</a></p>}
    </div>
  );
};

const Files: FC<{ files: Attachment[]; number: number; reader: Reader }> = ({ files, number, reader: { text, language } }) => {
  if (files.length === 0) return null;
  const address = (file: Attachment) => attachmentAddress(number, file);
  return (
    <ul class="files" aria-label={text.portal.history.files(files.length)}>
      {files.map((file) => (
        <li class={looksLikeImage(file.type) ? 'picture' : 'file'}>
          <a href={address(file)}>
            {looksLikeImage(file.type) && <img src={address(file)} alt="" loading="lazy" decoding="async" />}
            <span class="name">{file.name}</span> <span class="size">{fileSize(file.size, language)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
};
