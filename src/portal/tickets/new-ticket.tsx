/** `GET /tickets/new`: the form that helps people to say what we would ask back (S17). */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { isStaff } from '../../rules/ticket.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import { Button } from '../parts/button.tsx';
import { Field, FileField, TextArea, type FieldErrors } from '../parts/field.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { Notice, WrongFields } from '../parts/notice.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf, signedIn, viewerOf } from '../reader.ts';
import { numberIn } from './asked-number.ts';

/** Questions beside the description, in their order; none is needed. `lines`: answers are likely longer than a line. */
export const helps = [
  { name: 'device', hint: 'deviceHint', lines: false },
  { name: 'frequency', hint: 'frequencyHint', lines: false },
  { name: 'programs', hint: 'programsHint', lines: false },
  { name: 'tried', hint: 'triedHint', lines: true },
  { name: 'inventory', hint: 'inventoryHint', lines: false },
  { name: 'affected', hint: 'affectedHint', lines: false },
  { name: 'phone', hint: 'phoneHint', lines: false },
] as const;

export async function newTicket(c: Context<PortalEnv>) {
  const before = await followed(c, c.req.query('follows'));
  const typed = before === null ? {} : { follows: String(before.number), subject: before.subject, for: isStaff(signedIn(c).role) ? before.requester : '' };
  return c.html(<NewTicket reader={readerOf(c)} typed={typed} errors={{}} />);
}

/** The ticket that the new one follows up, if its reader may see it; else none, and the new one is like any other. */
export async function followed(c: Context<PortalEnv>, asked: string | undefined): Promise<{ number: number; subject: string; requester: string } | null> {
  const number = numberIn(asked ?? '');
  const page = number === null ? null : await ticketOf(c.env, number).page(viewerOf(c), c.var.at);
  return page === null ? null : { number: page.number, subject: page.fields.subject, requester: page.requester?.address ?? '' };
}

type NewTicketProps = { reader: Reader; typed: Partial<Record<string, string>>; errors: FieldErrors };

export const NewTicket: FC<NewTicketProps> = ({ reader, typed, errors }) => {
  const { text, settings, person } = reader;
  const words = text.portal.newTicket;
  const follows = typed['follows'] ?? '';
  return (
    <Layout {...reader} title={words.title} here="/tickets/new">
      <script src="/files.js" defer></script>
      <Heading title={words.title} lead={words.lead(settings.supportAddress)} />
      {follows !== '' && <Notice>{text.portal.links.followUp.lead(`#${follows}`)}</Notice>}
      <WrongFields errors={errors} text={text} />
      <form class="sheet" method="post" action="/tickets" enctype="multipart/form-data" novalidate>
        {follows !== '' && <input type="hidden" name="follows" value={follows} />}
        {person !== null && isStaff(person.role) && <Field name="for" type="email" label={text.portal.links.followUp.for} hint={text.portal.links.followUp.forHint} value={typed['for']} error={errors['for']} autocomplete="off" />}
        <Field name="subject" label={words.subject} hint={words.subjectHint} value={typed['subject']} error={errors['subject']} required maxlength={500} />
        <TextArea name="text" label={words.text} hint={words.textHint} value={typed['text']} error={errors['text']} required rows={9} />
        <Notice tone="careful">{words.warning}</Notice>
        <FileField name="files" label={words.files} hint={words.filesHint} error={errors['files']} leaveOut={text.portal.ticket.leaveOut('%s')} />
        <Helps reader={reader} typed={typed} />
        <Field name="cc" label={words.cc} hint={words.ccHint} value={typed['cc']} error={errors['cc']} autocomplete="off" />
        <div class="row"><Button>{words.send}</Button></div>
      </form>
    </Layout>
  );
};

const Helps: FC<{ reader: Reader; typed: NewTicketProps['typed'] }> = ({ reader, typed }) => {
  const words = reader.text.portal.newTicket;
  return (
    <fieldset class="helps">
      <legend>{words.more} <span class="optional">({reader.text.portal.form.optional})</span></legend>
      <p class="hint">{words.moreHint}</p>
      <div class="pairs">
        {helps.map(({ name, hint, lines }) => {
          const field = { name, label: words.helps[name], hint: words.helps[hint], value: typed[name] };
          return lines ? <TextArea {...field} rows={2} /> : <Field {...field} autocomplete={name === 'phone' ? 'tel' : 'off'} />;
        })}
      </div>
    </fieldset>
  );
};
