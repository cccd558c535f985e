import type { FC } from 'hono/jsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Label } from '../parts/label.tsx';
import { draftOf, fieldId } from './draft.ts';
import type { FactsProps } from './facts.tsx';

/** The ticket's labels, each with a way to take it off, and a line for new ones. */
export const LabelsFact: FC<FactsProps> = ({ page: { number, labels, rights }, reader: { text }, around, draft }) => {
  const words = text.portal.labels;
  const { typed, errors } = draftOf(draft, 'labels');
  return (
    <>
      {labels.length === 0 ? <span class="nobody">{words.none}</span> : (
        <form class="labels" method="post" action={`/tickets/${number}/labels`}>
          {labels.map((label) => (
            <span class="one">
              <Label label={label} />
              {rights.change && <button type="submit" class="off" name="remove" value={label} aria-label={words.takeOff(label)} title={words.takeOff(label)}>×</button>}
            </span>
          ))}
        </form>
      )}
      {rights.change && (
        <div class="steps"><details class="change" open={errors['label'] !== undefined}>
          <summary>{words.change}</summary>
          <form method="post" action={`/tickets/${number}/labels`}>
            <Field name="label" id={fieldId('labels', 'label')} label={words.fresh} labelHidden hint={words.hint} value={typed['label']} error={errors['label']} list="known-labels" autocomplete="off" maxlength={200} />
            <datalist id="known-labels">{around.labels.map((label) => <option value={label} />)}</datalist>
            <Button look="plain">{words.putOn}</Button>
          </form>
        </details></div>
      )}
    </>
  );
};
