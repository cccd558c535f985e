/** The proof that hostile HTML is harmless, for the short run and the long one. */

import { mailDocument, MAIL_SANDBOX } from '../../src/portal/tickets/mail-document.ts';
import { hostileHtml } from './hostile-html.ts';
import type { Framed } from './hostile-frames.ts';

const framing = { origin: 'http://127.0.0.1', files: '/tickets/7/attachments/', own: '/tickets/7/articles/1/html', loading: false, language: 'de' } as const;
const attached = (contentId: string) => (contentId === 'shot@x' ? '/tickets/7/attachments/a1/shot.png' : null);

/** As the portal shows it. */
export function shown(html: string): Framed {
  const { body, headers } = mailDocument({ html, text: 'x', forwarded: false, attached }, framing);
  return { html: body, headers };
}

/** Only built anew, with neither sandbox nor policy: the first wall alone. */
export function rebuiltAlone(html: string): Framed {
  return { html: shown(html).html, headers: null };
}

/** The sender's own HTML behind sandbox and policy: the second wall alone. */
export function rawInFrame(html: string): Framed {
  return { html, headers: shown('').headers };
}

export { hostileHtml, MAIL_SANDBOX };
