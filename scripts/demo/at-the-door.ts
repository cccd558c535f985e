/** Mails that are no plain requests: one waits at the door, two are machines', one knocks at a closed ticket. */

import { newestMailTo, sendMail } from '../../test/support/local-mail.ts';
import { customer } from './cast.ts';
import type { Stage } from './play.ts';

export async function knockAtTheDoor({ desk, settings }: Stage): Promise<void> {
  const finch = customer('finch');
  const letter = await newestMailTo(desk, finch.address, 'archive');
  await sendMail(desk, {
    from: 'Charlotte Finch <charlotte.finch@private.example>',
    to: letter.replyTo ?? desk.supportAddress,
    subject: `Re: ${letter.subject}`,
    text: 'Sorry, this comes from my private account, the firm’s mail is not on my new phone yet. The case numbers are 2021-0114 to 2021-0127.\n\nCharlotte',
  });

  const mueller = customer('mueller');
  const answered = await newestMailTo(desk, mueller.address, 'Abwesenheitsnotiz');
  await sendMail(desk, {
    from: `${mueller.name} <${mueller.address}>`,
    to: answered.replyTo ?? desk.supportAddress,
    subject: `Automatische Antwort: ${answered.subject}`,
    text: 'Ich bin in den nächsten zwei Wochen in Urlaub. In dringenden Fällen wenden Sie sich bitte an Ute Lindner, Durchwahl 100.\n\nGerd Müller',
    headers: { 'Auto-Submitted': 'auto-replied' },
  });
  await sendMail(desk, {
    from: 'Lieferantenportal <no-reply@portal.example>',
    to: settings.supportAddress,
    subject: 'Ihre wöchentliche Übersicht',
    text: 'In dieser Woche gab es keine neuen Ausschreibungen.',
    headers: { 'List-Unsubscribe': '<https://portal.example/abmelden>', Precedence: 'bulk' },
  });

  const weiss = customer('weiss');
  const closed = await newestMailTo(desk, weiss.address, 'Sprechzimmer 2');
  await sendMail(desk, {
    from: `${weiss.name} <${weiss.address}>`,
    to: closed.replyTo ?? desk.supportAddress,
    subject: `AW: ${closed.subject}`,
    text: 'Heute ist das WLAN im Sprechzimmer 2 wieder weg, seit etwa 10 Uhr.\n\nBirgit Weiß',
  });
}
