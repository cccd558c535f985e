/** All that the inbound path computes from a mail's bytes, without storing anything. Runs in Node and in workerd. */

import { parseMail } from '../../src/inbound/parse.ts';
import { screen } from '../../src/inbound/screened.ts';
import { route } from '../../src/inbound/route.ts';
import { rebuildHtml } from '../../src/mail-html/rebuild.ts';
import { readBounce } from '../../src/rules/bounce.ts';
import { guessLanguage } from '../../src/rules/language.ts';
import { foldReply } from '../../src/rules/reply-text.ts';
import { aQueue } from './builders.ts';

/** The mail as the desk knows it, its text in parts, the tickets it names, and its HTML as it is shown. */
export async function readThrough(raw: Uint8Array<ArrayBuffer>) {
  const envelope = { from: 'max@kunde.example', to: 'support@dtnet.de' };
  const screened = screen(await parseMail(raw), raw, { envelope, authentication: 'cloudflare' });
  const { mail } = screened;
  return {
    screened,
    mail,
    parts: foldReply(mail.text),
    bounce: readBounce(mail),
    candidates: route({ mail, recipients: [envelope.to], referred: [], kin: [], queues: [aQueue()] }),
    language: guessLanguage(mail.text),
    shown: mail.html === null ? null : (rebuildHtml(mail.html, { attached: () => null, elsewhere: 'blocked' })?.html ?? null),
  };
}
