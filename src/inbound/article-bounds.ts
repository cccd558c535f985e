/** How much of a mail's words one article keeps. */

import type { Mail } from '../rules/mail.ts';

/** In bytes of UTF-8. Together below the 2 MB that a row of a ticket's table may have in production. */
const MOST_TEXT_BYTES = 500_000;
const MOST_HTML_BYTES = 1_000_000;

/** The beginning of the mail's text. */
export function keptText({ text }: Pick<Mail, 'text'>): string {
  return text.slice(0, fitting(text, MOST_TEXT_BYTES));
}

/** The HTML, or null if it is too long: half of it would show as something else than was sent. */
export function keptHtml({ html }: Pick<Mail, 'html'>): string | null {
  return html !== null && fitting(html, MOST_HTML_BYTES) === html.length ? html : null;
}

/** Whether the article says all that the mail does. If not, the whole mail is a file of it (M10). */
export function isKeptWhole(mail: Pick<Mail, 'text' | 'html' | 'displayed'>): boolean {
  return mail.displayed && keptText(mail).length === mail.text.length && keptHtml(mail) === mail.html;
}

/** How many characters of the text fit into so many bytes; never half a pair. */
function fitting(text: string, bytes: number): number {
  if (text.length * 3 <= bytes) return text.length;
  return new TextEncoder().encodeInto(text, new Uint8Array(bytes)).read;
}
