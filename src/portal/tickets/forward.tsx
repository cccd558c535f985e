/** `GET` and `POST /tickets/N/articles/ID/forward`: sends a text and its files to somebody outside; the answers come back. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { cleanLine, LONGEST_SUBJECT } from '../../rules/clean.ts';
import { addressesOf } from '../../rules/queues.ts';
import { ownAddress } from '../../rules/reply-key.ts';
import type { Address } from '../../rules/ticket.ts';
import { readQueues } from '../../directory/queues.ts';
import { forward as forwardOut, type Origin } from '../../ticket/side-tickets.ts';
import { errorPage } from '../errors.tsx';
import { Button } from '../parts/button.tsx';
import { Field, TextArea, type FieldErrors } from '../parts/field.tsx';
import { fileSize } from '../parts/file-size.ts';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { WrongFields } from '../parts/notice.tsx';
import { nameOf } from '../parts/person-name.tsx';
import { fullTime } from '../parts/times.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, readerOf } from '../reader.ts';
import { readForm, type SentForm } from '../sent-form.ts';
import { articleLink } from './article-address.ts';
import { askedOrigin } from './asked-origin.ts';
import { LONGEST_TEXT } from './limits.ts';
import { readAddresses } from './read-addresses.ts';

const MOST_RECIPIENTS = 10;

type Typed = { to: string; subject: string; text: string; files: string[]; claim: string };

export async function showForward(c: Context<PortalEnv>) {
  const asked = await askedOrigin(c);
  if ('no' in asked) return asked.no;
  const { origin: { article }, subject } = asked;
  const words = c.var.text.portal.links.forward;
  const text = `${words.head(nameOf(article.by), fullTime(article.at, clockOf(c)))}\n\n${article.text.trim()}`;
  const typed: Typed = { to: '', subject: words.prefix(subject), text: `\n\n${text}`, files: article.attachments.map((file) => file.id), claim: crypto.randomUUID() };
  return c.html(<ForwardPage reader={readerOf(c)} origin={asked.origin} typed={typed} errors={{}} />);
}

export async function forward(c: Context<PortalEnv>) {
  const asked = await askedOrigin(c);
  if ('no' in asked) return asked.no;
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');
  const typed = typedIn(form);
  const { to, errors } = await judge(c, typed);
  if (Object.keys(errors).length > 0) return c.html(<ForwardPage reader={readerOf(c)} origin={asked.origin} typed={typed} errors={errors} />, 422);

  const files = asked.origin.article.attachments.filter((file) => typed.files.includes(file.id));
  const forwarding = { to, subject: cleanLine(typed.subject, LONGEST_SUBJECT), text: typed.text.trim(), files, claim: `${asked.origin.number}/${asked.origin.article.id}/${typed.claim}` };
  const number = await forwardOut(c.env, c.var.settings, { origin: asked.origin, forwarding }, c.var.at);
  return c.redirect(`/tickets/${number}`, 303);
}

function typedIn(form: SentForm): Typed {
  return { to: form.text('to'), subject: form.text('subject'), text: form.text('text'), files: form.texts('file'), claim: form.text('claim').slice(0, 40) };
}

async function judge(c: Context<PortalEnv>, typed: Typed): Promise<{ to: Address[]; errors: FieldErrors }> {
  const words = c.var.text.portal.links.forward;
  const written = c.var.text.portal.newTicket.errors;
  const { addresses, wrong } = readAddresses(typed.to);
  const own = addressesOf(await readQueues(c.env.DB, c.var.settings, c.var.at));
  const ours = addresses.filter((address) => ownAddress(address, own) !== null);
  const bad = [...wrong, ...ours];
  const to = bad.length > 0 ? words.toWrong(bad.join(', ')) : addresses.length === 0 ? words.toMissing : addresses.length > MOST_RECIPIENTS ? words.toMany : null;
  const subject = cleanLine(typed.subject, LONGEST_SUBJECT + 1) === '' ? written.subject : null;
  const text = typed.text.trim() === '' ? written.text : typed.text.length > LONGEST_TEXT ? written.textLong : null;
  return { to: addresses, errors: { ...(to === null ? {} : { to }), ...(subject === null ? {} : { subject }), ...(text === null ? {} : { text }) } };
}

type ForwardProps = { reader: Reader; origin: Origin; typed: Typed; errors: FieldErrors };

const ForwardPage: FC<ForwardProps> = ({ reader, origin: { number, article }, typed, errors }) => {
  const words = reader.text.portal.links.forward;
  const here = `/tickets/${number}/articles/${article.id}/forward`;
  return (
    <Layout {...reader} title={words.title} here={here}>
      <p class="way-back"><a href={articleLink(number, article.id)}>← {reader.text.portal.mail.back(number)}</a></p>
      <Heading title={words.title} lead={words.lead} />
      <WrongFields errors={errors} text={reader.text} />
      <form class="sheet" method="post" action={here} novalidate>
        <input type="hidden" name="claim" value={typed.claim} />
        <Field name="to" label={words.to} hint={words.toHint} value={typed.to} error={errors['to']} autocomplete="off" required autofocus />
        <Field name="subject" label={words.subject} value={typed.subject} error={errors['subject']} maxlength={LONGEST_SUBJECT} required />
        <TextArea name="text" label={words.text} hint={words.textHint} value={typed.text} error={errors['text']} rows={14} required />
        {article.attachments.length > 0 && (
          <fieldset>
            <legend>{words.files}</legend>
            {article.attachments.map((file) => (
              <label class="check"><input type="checkbox" name="file" value={file.id} checked={typed.files.includes(file.id)} /> {file.name} <span class="size">{fileSize(file.size, reader.language)}</span></label>
            ))}
          </fieldset>
        )}
        <div class="row"><Button>{words.button}</Button></div>
      </form>
    </Layout>
  );
};
