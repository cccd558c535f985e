import type { FC } from 'hono/jsx';
import type { Text } from '../../text/text.ts';
import { listLink, type AskedPeople } from './asked-people.ts';

/** The way to the list's other pages. People stand by address, so `PageLinks`' newer and older would be wrong here. */
export const OtherPeople: FC<{ asked: AskedPeople; pages: number; text: Text }> = ({ asked, pages, text }) => {
  if (pages <= 1) return null;
  const { page } = asked;
  const words = text.portal.admin;
  return (
    <nav class="pages" aria-label={text.portal.pages.label}>
      {page > 1 ? <a rel="prev" href={listLink({ ...asked, page: page - 1 })}>← {words.before}</a> : <span />}
      <span aria-current="page">{text.portal.pages.place(page, pages)}</span>
      {page < pages ? <a rel="next" href={listLink({ ...asked, page: page + 1 })}>{words.after} →</a> : <span />}
    </nav>
  );
};
