import type { FC } from 'hono/jsx';
import type { IntakeRow } from '../../directory/intake.ts';
import type { Text } from '../../text/text.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';

/** Whether the mail does not say who wrote it: an agent who lets it in has to (T14). */
export function lacksSender(mail: IntakeRow): boolean {
  return mail.reason === 'noSender';
}

/** The three ways a mail can go from the door, each with its key (public/door.js). `from`: where the decision leads back to. */
export const Decisions: FC<{ mail: IntakeRow; text: Text; from: 'list' | 'mail' }> = ({ mail, text, from }) => {
  const words = text.portal.door;
  const about = words.about(mail.subject || text.words.noSubject);
  return (
    <form class="row" method="post" action={`/desk/door/${mail.key}`} novalidate>
      <input type="hidden" name="from" value={from} />
      {lacksSender(mail) && <Field name="sender" id={`sender-${mail.key}`} type="email" label={words.whoWrote} autocomplete="off" maxlength={254} />}
      {mail.number !== null && <Button name="decision" value="admit" says={about} shortcut="a">{mail.reason === 'unseen' ? text.portal.writing.sendAnyway : words.admit(`#${mail.number}`)}</Button>}
      <Button look={mail.number === null ? 'main' : 'plain'} name="decision" value="open" says={about} shortcut="t">{words.open}</Button>
      {mail.outcome !== 'refused' && <Button look="danger" name="decision" value="refuse" says={about} shortcut="x">{words.refuse}</Button>}
    </form>
  );
};
