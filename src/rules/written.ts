/** What somebody writes in the portal, as an article. */

import type { PlainCommand } from './commands.ts';
import { isFormatted } from './formatting.ts';
import type { NewArticle } from './ticket.ts';

/** The article as its writer sent it. */
export function written(command: Extract<PlainCommand, { kind: 'reply' | 'comment' }>, kind: NewArticle['kind']): NewArticle {
  const { text, attachments, channel, minutes = 0 } = command;
  return { kind, channel, text, html: null, look: 'plain', attachments, invitation: null, intake: null, minutes, messageId: null, answers: [], forwarded: false, automatic: null, sameMessageId: false };
}

/** Only what agents write here may have a look (decision on formatting); customers paste what they see, and a mail has its own. */
export function asStaff(article: NewArticle): NewArticle {
  return article.channel === 'portal' && isFormatted(article.text) ? { ...article, look: 'formatted' } : article;
}

/** Neither words nor files. */
export function isEmpty({ text, attachments }: Pick<NewArticle, 'text' | 'attachments'>): boolean {
  return text.trim() === '' && attachments.length === 0;
}
