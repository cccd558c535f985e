/** Mails and answers as people write them: with a greeting, a name below and the old text quoted. */

import { letterTime } from '../../src/outbox/templates/formats.ts';
import type { MailFile, PlainMail } from '../../test/support/raw-mail.ts';
import type { Case } from './case.ts';
import { type AgentKey, agents, customer, type CustomerKey } from './cast.ts';
import { type Dialog, screenshot } from './screenshot.ts';
import { said, zone } from './when.ts';

/** The mail that opens the ticket. */
export function request(written: Case, support: string): PlainMail {
  const { name, address } = customer(written.from);
  const [hello, bye] = written.language === 'de' ? ['Guten Tag,', 'Mit freundlichen Grüßen'] : ['Hello,', 'Kind regards'];
  const { file } = written;
  const files = [...pictures(written.dialog), ...(file === undefined ? [] : [{ name: file.name, type: file.type, bytes: Buffer.from(file.text) }])];
  return {
    from: `${name} <${address}>`,
    to: support,
    subject: written.subject,
    text: `${hello}\n\n${begun(written.text, written.language)}\n\n${bye}\n${name}`,
    ...(written.cc === undefined ? {} : { cc: written.cc.map((key) => `${customer(key).name} <${customer(key).address}>`) }),
    ...(written.html === undefined ? {} : { html: written.html }),
    ...(files.length === 0 ? {} : { files }),
  };
}

/** An agent's answer in the portal. */
export function agentsAnswer(text: string, by: AgentKey, to: { language: 'de' | 'en'; key: CustomerKey }): string {
  const { name } = customer(to.key);
  const hello = to.language === 'de' ? `Guten Tag ${name},` : `Hello ${name.split(' ')[0]},`;
  return `${hello}\n\n${begun(text, to.language)}\n\n${agents[by].greets[to.language]}`;
}

/** A customer's answer by mail, above what it answers. */
export function answer(text: string, by: CustomerKey, to: { language: 'de' | 'en'; desk: string; letter: string; at: number }): string {
  const { name } = customer(by);
  const bye = to.language === 'de' ? 'Viele Grüße' : 'Thanks';
  const wrote = to.language === 'de' ? `Am ${said(to.at, 'de')} schrieb ${to.desk}:` : `On ${said(to.at, 'en')}, ${to.desk} wrote:`;
  // The letter left before its ticket was moved to its day, so the first time in it, that of its own text, is today's.
  const letter = to.letter.replace(/\p{L}{2,3} \d\d[. ](\d\d\.|\p{L}{3,4} )\d{4}, \d\d:\d\d/u, letterTime(to.at, { language: to.language, zone }));
  const quoted = letter.trim().split(/\r?\n/).slice(0, 30).map((line) => `> ${line}`).join('\n');
  return `${capital(text)}\n\n${bye}\n${name}\n\n${wrote}\n${quoted}\n`;
}

export function pictures(dialog: Dialog | undefined): MailFile[] {
  return dialog === undefined ? [] : [{ name: `${dialog.title.replace(/[^\p{L}\d]+/gu, '-')}.png`, type: 'image/png', bytes: screenshot(dialog) }];
}

/** After the greeting's comma German goes on in lower case, English begins a sentence. */
function begun(text: string, language: 'de' | 'en'): string {
  return language === 'en' ? capital(text) : text;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
