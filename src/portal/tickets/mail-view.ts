/** `GET /tickets/N/articles/ID/html`: a mail as it was sent, for its frame (W06). `?images=load`: with images from elsewhere. */

import type { Context } from 'hono';
import type { Article } from '../../rules/ticket.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { frameAddress } from './article-address.ts';
import { askedArticle } from './asked-article.ts';
import { attachmentAddress } from './attachment-address.ts';
import { mailDocument } from './mail-document.ts';

export async function mailView(c: Context<PortalEnv>) {
  const asked = await askedArticle(c);
  if (asked === null || asked.article.html === null) return errorPage(c, 'notFound');
  const { number, article } = asked;
  const mail = { html: asked.article.html, text: article.text, forwarded: article.forwarded, attached: (contentId: string) => addressOf(article, number, contentId) };
  const { body, headers } = mailDocument(mail, {
    origin: new URL(c.req.url).origin,
    files: `/tickets/${number}/attachments/`,
    passed: c.var.settings.attachmentOrigin,
    own: frameAddress(number, article.id),
    loading: c.req.query('images') === 'load',
    language: c.var.language,
  });
  return c.body(body, 200, headers);
}

function addressOf(article: Article, number: number, contentId: string): string | null {
  const file = article.attachments.find((one) => one.contentId === contentId && one.size > 0);
  return file === undefined ? null : attachmentAddress(number, file);
}
