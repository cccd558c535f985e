import type { FC } from 'hono/jsx';
import type { Robot } from '../../rules/mail.ts';
import type { ArticleEntry, ShownArticle, TicketPage } from '../../rules/page.ts';
import type { Person } from '../../rules/ticket.ts';
import { FormattedText } from '../parts/formatted-text.tsx';
import type { Reader } from '../parts/layout.tsx';
import { Moment } from '../parts/moment.tsx';
import { Initials, nameAmong, nameOf } from '../parts/person-name.tsx';
import type { Clock } from '../parts/times.ts';
import { articleAddress, articleLink, frameAddress } from './article-address.ts';
import { Files, Security } from './article-files.tsx';
import { ArticleText } from './article-text.tsx';
import { attachmentAddress } from './attachment-address.ts';
import { InvitationCard, isCalendar, isNamelessCalendar } from './invitation-card.tsx';
import { Letters } from './letters.tsx';
import { MailFrame } from './mail-frame.tsx';
import { CredentialRemarks, RedactLink } from './redaction-parts.tsx';
import { LeavingNotice } from './undo-parts.tsx';

type ArticleProps = { entry: ArticleEntry; page: TicketPage; request: boolean; framed: boolean; reader: Reader; staff: boolean; now: Clock; agents?: Person[] | undefined };

/** One text of the history. Machine mail is one line with its content behind it. */
export const ArticleBox: FC<ArticleProps> = (props) => {
  const { article } = props.entry;
  const words = props.reader.text.portal.history;
  if (article.automatic !== null) return <MachineMail {...props} robot={article.automatic} />;
  const byAgent = props.page.people.some((person) => person.role === 'agent' && person.address === article.by.address);
  return (
    <li class={`entry ${article.kind}`} id={`article-${article.id}`}>
      <Initials person={article.by} staff={byAgent || article.kind === 'comment'} />
      <article aria-labelledby={`article-${article.id}-by`}>
        <Head {...props} />
        <LeavingNotice {...props} />
        {article.sameMessageId && props.staff && <p class="remark">{words.sameMessageId}</p>}
        <Body {...props} />
      </article>
    </li>
  );
};

const MachineMail: FC<ArticleProps & { robot: Robot }> = ({ robot, ...props }) => {
  const { reader, now, entry: { article } } = props;
  const words = reader.text.portal.history;
  const title = words.machine.from[robot](nameOf(article.by));
  return (
    <li class="entry events machine" id={`article-${article.id}`}>
      <details>
        <summary title={words.automaticHint}>
          <span class="says">{title}</span> <Moment instant={article.at} now={now} look="entry" />
          <span class="begins">{article.text.trim().replace(/\s+/g, ' ').slice(0, 160)}</span>
        </summary>
        <article aria-label={title}><Body {...props} /></article>
      </details>
    </li>
  );
};

const Head: FC<ArticleProps> = ({ entry: { article }, page, request, reader, now }) => {
  const words = reader.text.portal.history;
  const name = nameAmong(article.by, page.people);
  const kind = article.kind === 'comment' ? words.comment : request ? words.request : words.reply;
  return (
    <header>
      <h3 id={`article-${article.id}-by`}>{name}</h3>
      {name !== article.by.address && <span class="address">{article.by.address}</span>}
      <span class="kind">{kind}{article.kind === 'comment' ? ` · ${words.onlyAgents}` : ` ${words.via[article.channel]}`}</span>
      {article.path.length > 0 && <span class="kind">{words.from(`#${article.path.at(-1)}`)}</span>}
      {article.minutes > 0 && <span class="kind spent">{reader.text.portal.timeSpent.minutes(article.minutes)}</span>}
      <a class="when" href={articleLink(page.number, article.id)}><Moment instant={article.at} now={now} look="entry" /></a>
    </header>
  );
};

/** Pictures that a framed mail shows in place are not shown again beneath it. */
const Body: FC<ArticleProps> = (props) => {
  const { entry: { article, extent }, page: { number }, framed, reader, now, agents } = props;
  const files = article.attachments.filter((file) => !(framed && file.contentId !== null) && !(article.invitation !== null && isNamelessCalendar(file)));
  const calendar = article.attachments.findLast((file) => isCalendar(file.type));
  return (
    <>
      <CredentialRemarks article={article} page={props.page} reader={reader} />
      {article.invitation !== null && <InvitationCard invitation={article.invitation} calendar={calendar === undefined ? null : attachmentAddress(number, calendar)} reader={reader} now={now} />}
      {framed
        ? <AsSent article={article} number={number} reader={reader} />
        : ((article.invitation === null && extent !== 'nothing') || article.text !== '') && <Written article={article} reader={reader} agents={article.kind === 'comment' ? agents : []} />}
      {extent !== 'whole' && <p class="nothing">{reader.text.words[extent === 'cut' ? 'textCut' : 'notDisplayed']}</p>}
      <Security files={article.attachments} mail={article.text} number={number} reader={reader} />
      <Files files={files} number={number} reader={reader} />
      <Beneath {...props} />
    </>
  );
};

/** As its writer meant it to look. */
export const Written: FC<{ article: Pick<ShownArticle, 'text' | 'look' | 'forwarded'>; reader: Reader; agents?: Person[] | undefined }> = ({ article: { text, look, forwarded }, reader, agents }) =>
  look === 'formatted' ? <div class="text"><FormattedText text={text} agents={agents} more={reader.text.portal.history.wholeText} /></div> : <ArticleText text={text} forwarded={forwarded} words={reader.text} agents={agents} />;

export const AsSent: FC<{ article: ShownArticle; number: number; reader: Reader }> = ({ article, number, reader }) => (
  <MailFrame
    address={frameAddress(number, article.id)}
    title={reader.text.portal.history.asSentTitle(nameOf(article.by))}
    text={article.text}
    pictures={article.attachments.filter((file) => file.contentId !== null).length}
  />
);

/** To whom it went, and other ways to look at it. */
const Beneath: FC<ArticleProps> = ({ entry: { article, letters }, page, framed, reader, staff, now }) => {
  const words = reader.text.portal;
  const source = article.intake !== null && page.rights.source && !article.redacted;
  return (
    <div class="beneath">
      <Letters letters={letters} page={page} reader={reader} now={now} staff={staff} />
      {article.look === 'rich' && !framed && (
        <details class="as-sent">
          <summary>{words.history.asSent}</summary>
          <AsSent article={article} number={page.number} reader={reader} />
        </details>
      )}
      {framed && <p class="source"><a href={articleAddress(page.number, article.id, 'text')}>{words.history.asText}</a></p>}
      {article.look === 'same' && <p class="source"><a href={articleAddress(page.number, article.id, 'html')}>{words.history.asSent}</a></p>}
      {source && <p class="source side"><a href={articleAddress(page.number, article.id, 'source')}>{words.history.showSource}</a></p>}
      {page.rights.change && <SideLinks article={article} page={page} reader={reader} />}
      <RedactLink article={article} page={page} reader={reader} />
    </div>
  );
};

/** What agents can make of a text: a ticket of its own, or a letter to somebody outside. */
const SideLinks: FC<{ article: ShownArticle; page: TicketPage; reader: Reader }> = ({ article, page: { number, people }, reader: { text } }) => {
  const words = text.portal.links;
  const outside = article.kind === 'correspondence' && article.automatic === null && !people.some(({ role, address }) => role === 'agent' && address === article.by.address);
  if (article.state === 'takenBack') return null;
  return (
    <>
      <p class="source side"><a href={`${articleAddress(number, article.id)}/forward`}>{words.forward.link}</a></p>
      {outside && <p class="source side"><a href={`${articleAddress(number, article.id)}/split`}>{words.split.link}</a></p>}
    </>
  );
};
