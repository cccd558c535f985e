import type { FC } from 'hono/jsx';
import type { IntakeRow } from '../../directory/intake.ts';
import type { Text } from '../../text/text.ts';
import { Button } from '../parts/button.tsx';

/** The three ways a mail can go from the door. */
export const Decisions: FC<{ mail: IntakeRow; text: Text }> = ({ mail, text }) => {
  const words = text.portal.door;
  const about = words.about(mail.subject || text.words.noSubject);
  return (
    <form class="row" method="post" action={`/desk/door/${mail.key}`}>
      {mail.number !== null && <Button name="decision" value="admit" says={about}>{words.admit(`#${mail.number}`)}</Button>}
      <Button look={mail.number === null ? 'main' : 'plain'} name="decision" value="open" says={about}>{words.open}</Button>
      <Button look="danger" name="decision" value="refuse" says={about}>{words.refuse}</Button>
    </form>
  );
};
