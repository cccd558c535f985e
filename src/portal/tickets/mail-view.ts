/** `GET /tickets/N/articles/ID/html`: a mail as it was sent, for the frame on the ticket's page (W06). */

import type { Context } from 'hono';
import type { Article, Attachment } from '../../rules/ticket.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { viewerOf } from '../reader.ts';
import { askedNumber } from './asked-number.ts';
import { attachmentAddress } from './attachment-address.ts';
import { rebuildHtml } from '../../mail-html/rebuild.ts';

/** What the page and the frame around it may do. Same origin, so that our images and the height are seen; never scripts. */
export const MAIL_SANDBOX = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox';

const policy = `default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox ${MAIL_SANDBOX}`;

export async function mailView(c: Context<PortalEnv>) {
  const number = askedNumber(c);
  const page = number === null ? null : await ticketOf(c.env, number).page(viewerOf(c), c.var.at);
  const article = page?.entries.map((entry) => (entry.kind === 'article' ? entry.article : null)).find((one) => one?.id === Number(c.req.param('id')));
  if (number === null || article == null || article.html === null) return errorPage(c, 'notFound');

  const body = rebuildHtml(article.html, (contentId) => addressOf(article, number, contentId));
  return c.body(document(body ?? escapedText(article), c.var.language), 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy,
    'X-Frame-Options': 'SAMEORIGIN',
  });
}

function addressOf(article: Article, number: number, contentId: string): string | null {
  const file = article.attachments.find((one: Attachment) => one.contentId === contentId);
  return file === undefined ? null : attachmentAddress(number, file);
}

/** Past the parser's bounds the mail shows as its text. */
function escapedText(article: Article): string {
  return `<pre>${article.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;
}

function document(body: string, language: string): string {
  const style = 'body{margin:1rem;font:15px/1.45 system-ui,sans-serif;color:#1b1d20;background:#fff;overflow-wrap:break-word}img{max-width:100%;height:auto}pre{white-space:pre-wrap}table{max-width:100%}';
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="color-scheme" content="light"><title>Mail</title><style>${style}</style><body>${body}</body></html>`;
}
