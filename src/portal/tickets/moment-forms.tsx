/** Fields for moments in words. What was understood is said below them while one types, and stands in their place afterwards. */

import type { FC } from 'hono/jsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import type { MomentUse } from './asked-moment.ts';
import { draftOf, fieldId } from './draft.ts';
import type { FactsProps } from './facts.tsx';

export const DueForm: FC<FactsProps> = ({ page: { number }, reader: { text }, draft }) => {
  const words = text.portal.moments;
  const { typed, errors } = draftOf(draft, 'due');
  return (
    <div class="steps">
      <details class="change" open={errors['due'] !== undefined}>
        <summary aria-label={`${words.due}: ${words.change}`}>{words.change}</summary>
        <form method="post" action={`/tickets/${number}/due`}>
          <MomentField use="due" id={fieldId('due', 'due')} label={words.due} hint={words.hint} value={typed['due']} error={errors['due']} />
          <Button look="plain">{words.save}</Button>
        </form>
      </details>
    </div>
  );
};

/** Only a ticket that has not ended waits. */
export const WaitForm: FC<FactsProps> = ({ page: { number, fields }, reader: { text }, draft }) => {
  const words = text.portal.moments;
  const { typed, errors } = draftOf(draft, 'wait');
  if (fields.closedAt !== null && errors['until'] === undefined) return null;
  return (
    <div class="steps">
      <details class="change" open={errors['until'] !== undefined}>
        <summary>{words.waitUntil}</summary>
        <form method="post" action={`/tickets/${number}/wait`}>
          <MomentField use="until" id={fieldId('wait', 'until')} label={words.until} hint={`${words.untilHint} ${words.hint}`} value={typed['until']} error={errors['until']} />
          <Button look="plain">{words.wait}</Button>
        </form>
      </details>
    </div>
  );
};

type MomentFieldProps = { use: MomentUse; id: string; label: string; hint: string; value: string | undefined; error: string | undefined };

const MomentField: FC<MomentFieldProps> = ({ use, ...field }) => (
  <div class="moment-field" data-moment={`/desk/moment?use=${use}&words=`}>
    <Field name={use} {...field} labelHidden autocomplete="off" maxlength={200} />
    <output class="hint" for={field.id} />
  </div>
);
