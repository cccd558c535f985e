/** What can still be taken back, and the button that does. */

import type { Child, FC } from 'hono/jsx';
import type { Undoable } from '../../rules/last-act.ts';
import type { ArticleEntry, TicketPage } from '../../rules/page.ts';
import { Button } from '../parts/button.tsx';
import type { Reader } from '../parts/layout.tsx';
import { Notice } from '../parts/notice.tsx';
import { nameOf } from '../parts/person-name.tsx';

type UndoFormProps = { action: string; says: string; shortcut?: string; reader: Reader; children?: Child };

const UndoForm: FC<UndoFormProps> = ({ action, says, shortcut, reader: { text }, children }) => (
  <form class="undo" method="post" action={action}>{children}<span>{says}</span> <Button look="plain" shortcut={shortcut}>{text.portal.writing.undo}</Button></form>
);

/** An answer whose letters wait: its author can take it back, colleagues see that it has not left. */
export const LeavingNotice: FC<{ entry: ArticleEntry; page: TicketPage; reader: Reader }> = ({ entry: { article }, page, reader }) => {
  if (article.state !== 'leaving') return null;
  const words = reader.text.portal.writing;
  if (article.by.address !== reader.person?.address) return <p class="undo"><span>{words.leaving}</span></p>;
  return <UndoForm action={`/tickets/${page.number}/articles/${article.id}/undo`} says={words.leaving} shortcut="z" reader={reader} />;
};

/** What its reader just did to the ticket, and the way back. */
export const LastActNotice: FC<{ page: TicketPage; reader: Reader }> = ({ page, reader }) => {
  const { undoable } = page;
  if (undoable === null) return null;
  return (
    <Notice tone="good">
      <UndoForm action={`/tickets/${page.number}/undo`} says={said(undoable, page, reader)} shortcut="z" reader={reader}>
        <input type="hidden" name="at" value={String(undoable.at)} />
        {undoable.kind === 'merge' && <input type="hidden" name="merged" value={String(undoable.number)} />}
        {(undoable.kind === 'linked' || undoable.kind === 'unlinked') && <input type="hidden" name={undoable.kind} value={`${undoable.relation} ${undoable.number}`} />}
      </UndoForm>
    </Notice>
  );
};

function said(undoable: Undoable, { owner, queues, people, gone }: TicketPage, { text }: Reader): string {
  const words = text.portal.writing.did;
  switch (undoable.kind) {
    case 'merge':
      return words.merge(`#${undoable.number}`);
    case 'status':
      return words.status(undoable.to, undoable.waits);
    case 'queue':
      return words.queue(queues.find((queue) => queue.id === undoable.to)?.name ?? String(undoable.to));
    case 'owner':
      return words.owner(owner === null ? text.words.dispatcher : nameOf(owner));
    case 'requester':
    case 'joined':
    case 'left':
      return words[undoable.kind](nameOf([...people, ...gone].find((person) => person.address === undoable.who) ?? { address: undoable.who, name: '' }));
    case 'linked':
    case 'unlinked':
      return words[undoable.kind](`#${undoable.number}`);
    case 'due':
    case 'until':
    case 'priority':
    case 'labels':
      return words[undoable.kind];
  }
}
