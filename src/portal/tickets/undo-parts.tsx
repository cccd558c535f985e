/** What can still be taken back, and the button that does. */

import type { FC } from 'hono/jsx';
import type { ArticleEntry, TicketPage } from '../../rules/page.ts';
import { Button } from '../parts/button.tsx';
import type { Reader } from '../parts/layout.tsx';

export const UndoForm: FC<{ action: string; says: string; reader: Reader }> = ({ action, says, reader: { text } }) => (
  <form class="undo" method="post" action={action}><span>{says}</span> <Button look="plain">{text.portal.writing.undo}</Button></form>
);

/** An answer whose letters wait: its author can take it back, colleagues see that it has not left. */
export const LeavingNotice: FC<{ entry: ArticleEntry; page: TicketPage; reader: Reader }> = ({ entry: { article }, page, reader }) => {
  if (article.state !== 'leaving') return null;
  const words = reader.text.portal.writing;
  if (article.by.address !== reader.person?.address) return <p class="undo"><span>{words.leaving}</span></p>;
  return <UndoForm action={`/tickets/${page.number}/articles/${article.id}/undo`} says={words.leaving} reader={reader} />;
};

/** Whether the reader has just closed the ticket, and no letter about it has left. */
export function justClosed({ entries }: TicketPage, { person }: Reader): boolean {
  const last = entries.find((entry) => entry.kind === 'fact' && entry.fact.kind === 'fieldChanged' && entry.fact.field === 'status');
  if (last === undefined || last.kind !== 'fact' || last.fact.kind !== 'fieldChanged') return false;
  return last.fact.to === 'closed' && last.by?.address === person?.address && last.letters.length > 0 && last.letters.every((letter) => letter.state === 'queued');
}
