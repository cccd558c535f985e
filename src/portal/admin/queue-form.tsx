import type { FC } from 'hono/jsx';
import { regions } from '../../directory/holidays.ts';
import { LONGEST_NAME } from '../../rules/clean.ts';
import type { Language } from '../../rules/ticket.ts';
import { Button } from '../parts/button.tsx';
import { Field, SelectField, type FieldErrors } from '../parts/field.tsx';
import type { Reader } from '../parts/layout.tsx';
import { SignatureFields } from '../parts/signature-fields.tsx';
import { closedReplies } from './judge-queue.ts';
import { weekdays, type TypedQueue } from './typed-queue.ts';

type QueueFormProps = { reader: Reader; action: string; send: string; typed: TypedQueue; errors: FieldErrors };

/** Everything about one queue. */
export const QueueForm: FC<QueueFormProps> = (props) => {
  const words = props.reader.text.portal.queues;
  return (
    <form class="sheet" method="post" action={props.action} novalidate>
      <div class="pairs">
        <Line {...props} name="name" maxlength={LONGEST_NAME} required />
        <Line {...props} name="tag" hint={words.hints.tag} maxlength={60} required />
        <Line {...props} name="address" type="email" hint={words.hints.address} maxlength={254} required />
        <Line {...props} name="aliases" hint={words.hints.aliases} />
      </div>
      <Promises {...props} />
      <Hours {...props} />
      <SignatureFields typed={props.typed} errors={props.errors} text={props.reader.text} hint={words.hints.signature} />
      <div class="row"><Button>{props.send}</Button></div>
    </form>
  );
};

type LineProps = QueueFormProps & {
  name: Exclude<keyof TypedQueue, `hours_${string}`>;
  type?: 'email' | 'number' | undefined;
  hint?: string | undefined;
  maxlength?: number | undefined;
  max?: number | undefined;
  required?: boolean | undefined;
};

const Line: FC<LineProps> = ({ reader, typed, errors, name, type, hint, maxlength, max, required }) => (
  <Field name={name} label={reader.text.portal.queues.fields[name]} type={type} hint={hint} value={typed[name]} error={errors[name]}
    autocomplete="off" maxlength={maxlength} min={type === 'number' ? 0 : undefined} max={max} required={required} />
);

/** What customers may rely on: when it is due, how pressing it is by then, and what a late reply does. */
const Promises: FC<QueueFormProps> = (props) => {
  const { reader, typed, errors } = props;
  const words = reader.text.portal.queues;
  return (
    <fieldset class="helps">
      <legend>{words.promises}</legend>
      <div class="pairs">
        <Line {...props} name="due_days" type="number" hint={words.hints.due_days} max={365} />
        <Line {...props} name="priority" type="number" max={100} />
        <Line {...props} name="final_priority" type="number" max={100} />
        <SelectField name="closed_reply" label={words.fields.closed_reply} value={typed.closed_reply} error={errors['closed_reply']}
          options={closedReplies.map((reply) => ({ value: reply, label: words.closedReplies[reply] }))} />
        <Line {...props} name="reopen_days" type="number" hint={words.hints.reopen_days} max={365} />
      </div>
    </fieldset>
  );
};

const Hours: FC<QueueFormProps> = (props) => {
  const { reader: { text, language }, typed, errors } = props;
  const words = text.portal.queues;
  return (
    <fieldset class="helps">
      <legend>{words.hours}</legend>
      <p class="hint">{words.hints.hours}</p>
      <div class="week">
        {weekdays.map((day) => {
          const name = weekday(day, language);
          const side = (which: 'from' | 'to') => {
            const field = `hours_${day}_${which}` as const;
            return <Field name={field} type="time" label={`${name} ${words[which]}`} labelHidden value={typed[field]} error={errors[field]} />;
          };
          return <div class="day"><span>{name}</span>{side('from')}<span aria-hidden="true">–</span>{side('to')}</div>;
        })}
      </div>
      <div class="pairs">
        <Line {...props} name="zone" hint={words.hints.zone} maxlength={60} />
        <SelectField name="region" label={words.fields.region} value={typed.region} error={errors['region']}
          options={regions.map((region) => ({ value: region, label: words.regions[region] }))} />
      </div>
    </fieldset>
  );
};

/** 1 January 2024 was a Monday. */
function weekday(day: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));
}
