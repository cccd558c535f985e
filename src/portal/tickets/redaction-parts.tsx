import type { FC } from 'hono/jsx';
import { credentialsIn } from '../../rules/credentials/credentials-in-text.ts';
import type { ShownArticle, TicketPage } from '../../rules/page.ts';
import type { Reader } from '../parts/layout.tsx';
import { redactAddress } from './redact.tsx';

type Props = { article: ShownArticle; page: TicketPage; reader: Reader };

/** Above a text: that something was taken out of it, and for agents that something should be. */
export const CredentialRemarks: FC<Props> = ({ article, page: { number, rights }, reader: { text } }) => {
  const words = text.portal.redaction;
  const warns = rights.change && credentialsIn(article.text).length > 0;
  return (
    <>
      {article.redacted && <p class="remark">{words.isRedacted}</p>}
      {warns && <p class="remark">{words.looksLike} <a href={redactAddress(number, article.id)}>{words.takeOut}</a></p>}
    </>
  );
};

/** Beneath a text, for what no rule finds. */
export const RedactLink: FC<Props> = ({ article, page: { number, rights }, reader: { text } }) =>
  rights.change ? <p class="source side"><a href={redactAddress(number, article.id)}>{text.portal.redaction.takePassageOut}</a></p> : null;
