import type { FC } from 'hono/jsx';
import type { Text } from '../../text/text.ts';

type PageLinksProps = {
  list: { page: number; pages: number };
  /** Path and query of the list without `page`. */
  base: string;
  text: Text;
};

/** The way to the list's other pages; nothing if there is only one. */
export const PageLinks: FC<PageLinksProps> = ({ list: { page, pages }, base, text }) => {
  if (pages <= 1) return null;
  const words = text.portal.pages;
  return (
    <nav class="pages" aria-label={words.label}>
      {page > 1 ? <a rel="prev" href={pageLink(base, page - 1)}>← {words.newer}</a> : <span />}
      <span aria-current="page">{words.place(page, pages)}</span>
      {page < pages ? <a rel="next" href={pageLink(base, page + 1)}>{words.older} →</a> : <span />}
    </nav>
  );
};

/** The first page is the list itself. */
export function pageLink(base: string, page: number): string {
  if (page <= 1) return base;
  return `${base}${base.includes('?') ? '&' : '?'}page=${page}`;
}

/** The page that the address asks for; anything else than a whole number from 1 up means the first. */
export function askedPage(query: string | undefined): number {
  return query !== undefined && /^[1-9]\d{0,5}$/.test(query) ? Number(query) : 1;
}
