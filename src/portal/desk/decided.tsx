import type { FC } from 'hono/jsx';
import type { IntakeRow } from '../../directory/intake.ts';
import type { Text } from '../../text/text.ts';

/** What was decided about a mail, by whom, and the way to where it is now: its ticket, or its page, to decide again. */
export const Decided: FC<{ mail: IntakeRow; text: Text }> = ({ mail, text }) => {
  const words = text.portal.door;
  const subject = mail.subject || text.words.noSubject;
  const by = mail.decidedBy ?? '';
  if (mail.article !== null) return <>{words.admitted(subject, by)} <a href={`/tickets/${mail.number}#article-${mail.article}`}>#{mail.number}</a></>;
  return <>{(mail.outcome === 'refused' ? words.refused : words.stillWaits)(subject, by)} <a href={`/desk/door/${mail.key}`}>{words.decideAgain}</a></>;
};
