/** What a comment brings with it. */

import type { KnownPerson } from './commands.ts';
import { mentionedIn } from './mentions.ts';
import { agentJoins } from './participants.ts';
import { worksIn } from './reach.ts';
import { foldReply } from './reply-text.ts';
import type { Address, Change, NewArticle, Ticket } from './ticket.ts';

/**
 * The comment, and whom it calls by `@name`: agents of the queue alone (P08), never its writer, by words of its own and not by what it quotes.
 * They come onto the ticket, so that they can answer by mail and hear what becomes of it.
 */
export function commentCalling(ticket: Ticket, article: NewArticle, { by, colleagues }: { by: Address; colleagues: KnownPerson[] }): Change[] {
  const own = foldReply(article.text, article.forwarded).filter((part) => part.kind === 'answer').map((part) => part.text).join('\n');
  const agents = colleagues.filter((one) => worksIn(ticket.queue, one) && !one.own && !one.disabled && one.address !== by);
  const mentioned = mentionedIn(own, agents);
  const joining = agents.filter((one) => mentioned.includes(one.address)).flatMap((one) => agentJoins(ticket, one));
  return [
    ...joining.map((person): Change => ({ kind: 'joined', person, via: article.channel })),
    { kind: 'article', article, ...(mentioned.length === 0 ? {} : { mentioned }) },
  ];
}
