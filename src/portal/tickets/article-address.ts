export type ArticleView = 'html' | 'text' | 'source' | 'earlier';

/** An article's own page; without a view, the best one for it. */
export function articleAddress(number: number, article: number, view?: ArticleView): string {
  return `/tickets/${number}/articles/${article}${view === undefined ? '' : `?view=${view}`}`;
}

/** What stands in the frame of a mail as it was sent. */
export function frameAddress(number: number, article: number): string {
  return `${articleAddress(number, article)}/html`;
}

/** Where the article stands on its ticket's page, for ever: the page opens at it, however long the history gets. */
export function articleLink(number: number, article: number): string {
  return `/tickets/${number}?article=${article}#article-${article}`;
}
