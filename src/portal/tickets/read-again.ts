/** `POST /tickets/N/articles/ID/read-again`: an admin has a mail read with today's parser (M12). What it read as before is kept. */

import type { Context } from 'hono';
import { rawKey } from '../../inbound/raw-mails.ts';
import { readMailAgain } from '../../inbound/read-again.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage, missingFilePage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { actorOf, signedIn } from '../reader.ts';
import { articleAddress } from './article-address.ts';
import { askedArticle } from './asked-article.ts';
import { unlessMayChange } from './command.ts';

export async function readAgain(c: Context<PortalEnv>) {
  const no = await unlessMayChange(c);
  if (no !== null) return no;
  if (signedIn(c).role !== 'admin') return errorPage(c, 'forbidden');
  const asked = await askedArticle(c);
  if (asked === null || asked.article.intake === null || asked.article.redacted) return errorPage(c, 'notFound');
  const { number, article } = asked;
  const reading = await readMailAgain(c.env.BYTES, article);
  if (reading === null) return missingFilePage(c, rawKey(article.intake ?? ''));
  const outcome = await ticketOf(c.env, number).act({ kind: 'readAgain', article: article.id, reading }, actorOf(c), c.var.at);
  return outcome.ok ? c.redirect(`${articleAddress(number, article.id)}?read=again`, 303) : errorPage(c, outcome.refusal === 'notFound' ? 'notFound' : 'forbidden');
}
