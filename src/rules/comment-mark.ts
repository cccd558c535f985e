/** The word by which an agent makes a mail a comment. */

import type { NewArticle } from './article.ts';

/** As the first thing in the text. What follows it in its line is said already. */
const MARK = /^[\s\ufeff]*#(?:comment|kommentar)(?![\p{L}\p{N}_])[^\S\n]*:?[^\S\n]*\n?/iu;

/** Whether the text begins with `#comment` or `#kommentar`, in any case. */
export function isMarkedComment(text: string): boolean {
  return MARK.test(text);
}

/**
 * What an agent's mail says, as a comment, without the mark. Of a marked mail the text alone is kept: in its HTML the mark would stand on.
 */
export function asComment(article: NewArticle): NewArticle {
  if (!isMarkedComment(article.text)) return { ...article, kind: 'comment' };
  return { ...article, kind: 'comment', text: article.text.replace(MARK, ''), html: null, look: 'plain' };
}
