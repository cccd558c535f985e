/** `GET POST /tickets/N/articles/ID/redact`: an agent takes credentials out of a text, for good (S18). The page says so before the button. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { credentialsIn } from '../../rules/credentials/credentials-in-text.ts';
import { LONGEST_PASSAGE, MOST_PASSAGES, SHORTEST_PASSAGE } from '../../rules/redaction.ts';
import type { Article } from '../../rules/ticket.ts';
import type { Text } from '../../text/text.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage } from '../errors.tsx';
import { Button } from '../parts/button.tsx';
import { TextArea } from '../parts/field.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { Notice, WrongFields } from '../parts/notice.tsx';
import { nameOf } from '../parts/person-name.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { actorOf, readerOf } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { articleAddress } from './article-address.ts';
import { askedArticle } from './asked-article.ts';
import { unlessMayChange } from './command.ts';

export async function showRedact(c: Context<PortalEnv>) {
  const asked = (await unlessMayChange(c)) ?? (await askedArticle(c));
  if (asked instanceof Response) return asked;
  if (asked === null) return errorPage(c, 'notFound');
  return c.html(<Redact reader={readerOf(c)} {...asked} chosen={credentialsIn(asked.article.text)} typed="" wrong={null} />);
}

export async function redact(c: Context<PortalEnv>) {
  const [asked, form] = [(await unlessMayChange(c)) ?? (await askedArticle(c)), await readForm(c)];
  if (asked instanceof Response) return asked;
  if (asked === null) return errorPage(c, 'notFound');
  if (form === null) return errorPage(c, 'badInput');

  const [chosen, typed] = [form.texts('passage'), form.text('more')];
  const passages = [...chosen, ...typed.split('\n').map((line) => line.trim())].filter((passage) => passage !== '');
  const again = (wrong: string) => c.html(<Redact reader={readerOf(c)} {...asked} chosen={chosen} typed={typed} wrong={wrong} />, 422);
  const wrong = wrongWith(passages, c.var.text);
  if (wrong !== null) return again(wrong);
  const { number, article } = asked;
  const outcome = await ticketOf(c.env, number).redact({ article: article.id, passages, survivor: null }, actorOf(c), c.var.at);
  return outcome.ok ? c.redirect(`/tickets/${number}#article-${article.id}`, 303) : again(c.var.text.words.refusal[outcome.refusal]);
}

function wrongWith(passages: string[], text: Text): string | null {
  const words = text.portal.redaction;
  if (passages.length === 0) return words.missing;
  if (passages.some((passage) => passage.length < SHORTEST_PASSAGE)) return words.short(SHORTEST_PASSAGE);
  return passages.length > MOST_PASSAGES || passages.some((passage) => passage.length > LONGEST_PASSAGE) ? words.long(MOST_PASSAGES, LONGEST_PASSAGE) : null;
}

type RedactProps = { reader: Reader; number: number; article: Article; chosen: string[]; typed: string; wrong: string | null };

const Redact: FC<RedactProps> = ({ reader, number, article, chosen, typed, wrong }) => {
  const words = reader.text.portal.redaction;
  return (
    <Layout {...reader} title={words.title} here={redactAddress(number, article.id)}>
      <Heading title={words.title} lead={words.lead(nameOf(article.by), number)} />
      <WrongFields errors={wrong === null ? {} : { more: wrong }} text={reader.text} />
      <Notice tone="careful">
        <p><strong>{words.noUndo}</strong></p>
        <ul class="points">{words.effects.map((effect) => <li>{effect}</li>)}</ul>
      </Notice>
      <form class="sheet" method="post" action={redactAddress(number, article.id)} novalidate>
        <Found found={credentialsIn(article.text)} chosen={chosen} text={reader.text} />
        <TextArea name="more" label={words.more} hint={words.moreHint} value={typed} error={wrong ?? undefined} rows={3} />
        <div class="row">
          <Button look="danger">{words.send}</Button>
          <a class="button" href={`/tickets/${number}#article-${article.id}`}>{words.back(number)}</a>
        </div>
      </form>
    </Layout>
  );
};

const Found: FC<{ found: string[]; chosen: string[]; text: Text }> = ({ found, chosen, text }) => {
  const words = text.portal.redaction;
  if (found.length === 0) return <p class="hint">{words.nothingFound}</p>;
  return (
    <fieldset class="passages">
      <legend>{words.found}</legend>
      {found.map((passage) => (
        <label class="check"><input type="checkbox" name="passage" value={passage} checked={chosen.includes(passage)} /> <code>{passage}</code></label>
      ))}
    </fieldset>
  );
};

export function redactAddress(number: number, article: number): string {
  return `${articleAddress(number, article)}/redact`;
}
