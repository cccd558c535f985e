/** `GET` and `POST /tickets/N/articles/ID/split`: gives what somebody outside wrote a ticket of its own. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { findPeople } from '../../directory/people.ts';
import { cleanLine, LONGEST_SUBJECT } from '../../rules/clean.ts';
import { isStaff, type Article } from '../../rules/ticket.ts';
import { splitOff, type Origin } from '../../ticket/side-tickets.ts';
import { errorPage } from '../errors.tsx';
import { Button } from '../parts/button.tsx';
import { Field, type FieldErrors } from '../parts/field.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { Notice } from '../parts/notice.tsx';
import { nameOf } from '../parts/person-name.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { articleLink } from './article-address.ts';
import { ArticleText } from './article-text.tsx';
import { askedOrigin } from './asked-origin.ts';

export async function showSplit(c: Context<PortalEnv>) {
  const asked = await askedOrigin(c);
  if ('no' in asked) return asked.no;
  const { origin, subject } = asked;
  return c.html(<SplitPage reader={readerOf(c)} origin={origin} outside={await isFromOutside(c, origin.article)} subject={subject} errors={{}} />);
}

export async function split(c: Context<PortalEnv>) {
  const asked = await askedOrigin(c);
  if ('no' in asked) return asked.no;
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');
  const { origin } = asked;
  const outside = await isFromOutside(c, origin.article);
  const subject = cleanLine(form.text('subject'), LONGEST_SUBJECT + 1);
  const words = c.var.text.portal.newTicket.errors;
  const wrong = subject === '' ? words.subject : subject.length > LONGEST_SUBJECT ? words.subjectLong : null;
  if (wrong !== null || !outside) {
    return c.html(<SplitPage reader={readerOf(c)} origin={origin} outside={outside} subject={form.text('subject')} errors={wrong === null ? {} : { subject: wrong }} />, 422);
  }
  const number = await splitOff(c.env, c.var.settings, { origin, subject }, c.var.at);
  return c.redirect(`/tickets/${number}`, 303);
}

/** A comment, a machine's mail and an agent's answer have nobody who could be the requester. */
async function isFromOutside(c: Context<PortalEnv>, { kind, automatic, by }: Article): Promise<boolean> {
  if (kind === 'comment' || automatic !== null) return false;
  const [writer] = await findPeople(c.env.DB, [by.address]);
  return writer === undefined || !isStaff(writer.role);
}

type SplitProps = { reader: Reader; origin: Origin; outside: boolean; subject: string; errors: FieldErrors };

const SplitPage: FC<SplitProps> = ({ reader, origin: { number, article }, outside, subject, errors }) => {
  const words = reader.text.portal.links.split;
  const here = `/tickets/${number}/articles/${article.id}/split`;
  return (
    <Layout {...reader} title={words.title} here={here}>
      <p class="way-back"><a href={articleLink(number, article.id)}>← {reader.text.portal.mail.back(number)}</a></p>
      <Heading title={words.title} lead={outside ? words.lead(nameOf(article.by)) : undefined} />
      {outside ? (
        <form class="sheet" method="post" action={here} novalidate>
          <Field name="subject" label={words.subject} value={subject} error={errors['subject']} maxlength={LONGEST_SUBJECT} required autofocus />
          <div class="row"><Button>{words.button}</Button></div>
        </form>
      ) : <Notice tone="careful">{words.notThis}</Notice>}
      <div class="mail-sheet"><ArticleText text={article.text} forwarded={article.forwarded} words={reader.text} /></div>
    </Layout>
  );
};
