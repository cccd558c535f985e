import type { FC } from 'hono/jsx';
import { Button } from '../parts/button.tsx';
import { TextArea } from '../parts/field.tsx';
import { LinkedText } from '../parts/linked-text.tsx';
import { StatusMark } from '../parts/status-mark.tsx';
import { draftOf, fieldId } from './draft.ts';
import type { FactsProps } from './facts.tsx';

/** What agents know of the requester beside this ticket. */
export const RequesterFacts: FC<FactsProps> = (props) => {
  const { page: { requester, rights }, around: { others, note }, reader: { text } } = props;
  // On paper nothing is around the ticket, which is not to say that there is nothing.
  if (!props.staff || requester === null || (!rights.change && others.length === 0 && note === '')) return null;
  const words = text.portal.around;
  return (
    <section class="requester">
      <h2>{words.requester}</h2>
      <h3>{words.others}</h3>
      {others.length === 0 ? <p class="nothing">{words.noOthers}</p> : (
        <ul>
          {others.map(({ number, subject, status }) => (
            <li><a href={`/tickets/${number}`}><span class="number">#{number}</span> {subject || text.words.noSubject}</a> <StatusMark status={status} staff text={text} /></li>
          ))}
        </ul>
      )}
      {note !== '' && <><h3>{words.note}</h3><div class="words" dir="auto"><LinkedText text={note} /></div></>}
      {rights.change && <NoteForm {...props} />}
    </section>
  );
};

const NoteForm: FC<FactsProps> = ({ page: { number }, around: { note }, reader: { text }, draft }) => {
  const words = text.portal.around;
  const { typed, errors } = draftOf(draft, 'note');
  return (
    <details class="change" open={errors['note'] !== undefined}>
      <summary>{note === '' ? words.noteAdd : words.noteChange} …</summary>
      <form method="post" action={`/tickets/${number}/note`}>
        <TextArea name="note" id={fieldId('note', 'note')} label={words.note} hint={words.noteHint} rows={4} value={typed['note'] ?? note} error={errors['note']} />
        <Button look="plain">{words.noteSave}</Button>
      </form>
    </details>
  );
};
