/** How much of the mail it came by an article says. */

import type { Article } from './ticket.ts';

/** `cut`: the mail is longer than an article may be; `nothing`: it could not be read. In both cases the raw mail is a file of the article, unless it is redacted: then there is no more than its text. */
export type Extent = 'whole' | 'cut' | 'nothing';

export function extentOf(article: Pick<Article, 'text' | 'intake' | 'attachments' | 'redacted'>): Extent {
  if (article.redacted || !article.attachments.some((file) => isRawMail(file, article))) return 'whole';
  return article.text === '' ? 'nothing' : 'cut';
}

/** Whether the file is the article's raw mail, which holds its writer's reply key and is not for everybody. */
export function isRawMail(file: { key: string }, { intake }: Pick<Article, 'intake'>): boolean {
  return intake !== null && file.key === `raw/${intake}`;
}
