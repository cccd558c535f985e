/** Which letters an agent wants, and when: the part of the profile's form that asks. */

import type { FC } from 'hono/jsx';
import * as v from 'valibot';
import { letterTimes, toldEvents, type LetterChoices } from '../../rules/letter-choices.ts';
import type { Text } from '../../text/text.ts';
import { SelectField } from '../parts/field.tsx';
import type { SentForm } from '../sent-form.ts';

const time = v.picklist(letterTimes);
const choices = v.object({ new: time, mine: time, mentioned: time, overdue: time });

/** What was chosen; of what the form does not name, what was chosen `before`. Null: something that nobody can choose. */
export function choicesIn(form: SentForm, before: LetterChoices): LetterChoices | null {
  const sent = Object.fromEntries(toldEvents.map((event) => [event, form.text(`letters_${event}`) || before[event]]));
  const parsed = v.safeParse(choices, sent);
  return parsed.success ? parsed.output : null;
}

/** The letters themselves lead here. */
export const LetterChoicesFields: FC<{ choices: LetterChoices; text: Text }> = ({ choices: chosen, text }) => {
  const words = text.profile.letters;
  return (
    <fieldset id="letters" class="stack" aria-describedby="letters-hint">
      <legend>{words.title}</legend>
      <p class="hint" id="letters-hint">{words.hint}</p>
      {toldEvents.map((event) => (
        <SelectField name={`letters_${event}`} label={words.events[event]} value={chosen[event]} options={letterTimes.map((value) => ({ value, label: words.times[value] }))} />
      ))}
      <p class="hint">{words.always}</p>
    </fieldset>
  );
};
