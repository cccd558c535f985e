/** `GET /tickets/new`: the form that helps people to say what we would ask back (S17). */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { Button } from '../parts/button.tsx';
import { Field, FileField, TextArea, type FieldErrors } from '../parts/field.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { Notice, WrongFields } from '../parts/notice.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf } from '../reader.ts';

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

export function newTicket(c: Context<PortalEnv>) {
  return c.html(<NewTicket reader={readerOf(c)} typed={{}} errors={{}} />);
}

type NewTicketProps = { reader: Reader; typed: Partial<Record<string, string>>; errors: FieldErrors };

export const NewTicket: FC<NewTicketProps> = ({ reader, typed, errors }) => {
  const { text, settings } = reader;
  const words = text.portal.newTicket;
  return (
    <Layout {...reader} title={words.title} here="/tickets/new">
      <Heading title={words.title} lead={words.lead(settings.supportAddress)} />
      <WrongFields errors={errors} text={text} />
      <form class="sheet" method="post" action="/tickets" enctype="multipart/form-data" novalidate>
        <Field name="subject" label={words.subject} hint={words.subjectHint} value={typed['subject']} error={errors['subject']} required maxlength={500} />
        <TextArea name="text" label={words.text} hint={words.textHint} value={typed['text']} error={errors['text']} required rows={9} />
        <Notice tone="careful">{words.warning}</Notice>
        <FileField name="files" label={words.files} hint={words.filesHint} error={errors['files']} />
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
