/** What a mail says, as an article keeps it. */

import { saysMore } from '../mail-html/says-more.ts';
import type { Mail } from '../rules/mail.ts';
import type { Reading } from '../rules/read-again.ts';
import { withoutReplyKeys } from '../rules/reply-key.ts';
import { saysForwarded } from '../rules/reply-text/forward-subject.ts';
import { keptHtml, keptText } from './article-bounds.ts';

/** All but its files. A reply key is never stored beside its ticket's object (A01). */
export function saidIn(mail: Mail): Omit<Reading, 'attachments'> {
  const html = keptHtml(mail);
  const forwarded = saysForwarded(mail.subject);
  return {
    text: withoutReplyKeys(keptText(mail)),
    html: html === null ? null : withoutReplyKeys(html),
    look: html === null ? 'plain' : saysMore(html, mail.text, forwarded) ? 'rich' : 'same',
    invitation: mail.invitation,
    forwarded,
  };
}
