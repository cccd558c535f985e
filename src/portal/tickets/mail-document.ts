/** The page inside the frame in which a mail is shown as it was sent, and what it may do: nothing (W06, SH03-SH05). */

import { escape } from '../../mail-html/markup.ts';
import { rebuildHtml } from '../../mail-html/rebuild.ts';
import type { Language } from '../../rules/ticket.ts';
import { textIn } from '../../text/text.ts';

export type FramedMail = {
  html: string;
  /** Stands in place of HTML past the bounds. */
  text: string;
  /** Its subject says that it was forwarded: then what it quotes is not folded. */
  forwarded: boolean;
  /** The address of a file by its Content-ID, or null. */
  attached: (contentId: string) => string | null;
};

/** `files`: the addresses below which the mail's own files are, `passed`: where they lead from there, if elsewhere; `own`: this page's address; `loading`: the reader wants images from elsewhere. */
export type Framing = { origin: string; files: string; passed?: string | null; own: string; loading: boolean; language: Language };

/** Same origin, so that our images and the height are seen; links open pages of their own; never scripts. */
export const MAIL_SANDBOX = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/** The document and its headers. */
export function mailDocument(mail: FramedMail, framing: Framing): { body: string; headers: Record<string, string> } {
  const rebuilt = rebuildHtml(mail.html, { attached: mail.attached, elsewhere: framing.loading ? 'loaded' : 'blocked' }, { forwarded: mail.forwarded, words: textIn(framing.language).portal.history.folded });
  const elsewhere = (rebuilt?.elsewhere ?? []).filter((host) => host !== new URL(framing.origin).host);
  const bar = elsewhere.length === 0 || framing.loading ? '' : imageBar(elsewhere, framing);
  const content = rebuilt === null ? tooComplex(mail.text, framing.language) : `<div class="mail" dir="auto">${rebuilt.html}</div>`;
  return {
    body: document(bar + content, framing.language),
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy(framing, framing.loading ? elsewhere : []),
      'X-Frame-Options': 'SAMEORIGIN',
    },
  };
}

/** No address but those of the mail's own files and of hosts that the reader chose, never one of our pages (SH03). */
function policy({ origin, files, passed = null }: Framing, hosts: string[]): string {
  const images = [`${origin}${files}`, ...(passed === null ? [] : [`${passed}/files/`]), 'data:', ...hosts.slice(0, MOST_HOSTS)].join(' ');
  return [`default-src 'none'`, `img-src ${images}`, `style-src-elem ${origin}/mail.css`, `style-src-attr 'unsafe-inline'`, `form-action 'none'`,
    `base-uri 'none'`, `frame-ancestors 'self'`, `sandbox ${MAIL_SANDBOX}`].join('; ');
}

/** A policy with more hosts would be a header that servers refuse. */
const MOST_HOSTS = 50;
const MOST_NAMED = 3;

function imageBar(hosts: string[], { own, language }: Framing): string {
  const words = textIn(language).portal.mail;
  const named = words.imagesFrom(hosts.slice(0, MOST_NAMED), Math.max(0, hosts.length - MOST_NAMED));
  return `<div class="images"><p>${escape(named)} <span>${escape(words.imagesTell)}</span></p><a href="${escape(own)}?images=load">${escape(words.showImages)}</a></div>`;
}

function tooComplex(text: string, language: Language): string {
  return `<p class="note">${escape(textIn(language).portal.mail.tooComplex)}</p><pre class="mail" dir="auto">${escape(text)}</pre>`;
}

function document(body: string, language: Language): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`
    + `<meta name="color-scheme" content="light"><title>Mail</title><link rel="stylesheet" href="/mail.css"></head><body>${body}</body></html>`;
}
