/** Mails that are no plain requests: one waits at the door, one is a machine's, one knocks at a closed ticket. */

import { newestMailTo, sendMail } from '../../test/support/local-mail.ts';
import { customer } from './cast.ts';
import { moveDirectoryToPast, moveToPast, settled } from './past.ts';
import type { Stage } from './play.ts';
import { opening } from './when.ts';

export async function knockAtTheDoor(stage: Stage): Promise<void> {
  await knockFromElsewhere(stage);
  await newsletter(stage);
  await knockAtClosed(stage);
}

async function knockFromElsewhere({ desk, now }: Stage): Promise<void> {
  const since = Date.now();
  const letter = await newestMailTo(desk, customer('finch').address, 'archive');
  await sendMail(desk, {
    from: 'Charlotte Finch <charlotte.finch@private.example>',
    to: letter.replyTo ?? desk.supportAddress,
    subject: `Re: ${letter.subject}`,
    text: 'Sorry, this comes from my private account, the firm’s mail is not on my new phone yet. The case numbers are 2021-0114 to 2021-0127.\n\nCharlotte',
  });
  await moveDirectoryToPast(desk.url, { since, to: opening(now, 0, '07:12') });
}

async function newsletter({ desk, settings, now }: Stage): Promise<void> {
  const since = Date.now();
  await sendMail(desk, {
    from: 'Lieferantenportal <no-reply@portal.example>',
    to: settings.supportAddress,
    subject: 'Ihre wöchentliche Übersicht',
    text: 'In dieser Woche gab es keine neuen Ausschreibungen.',
    headers: { 'List-Unsubscribe': '<https://portal.example/abmelden>', Precedence: 'bulk' },
  });
  await moveDirectoryToPast(desk.url, { since, to: opening(now, 1, '06:30') });
}

async function knockAtClosed({ desk, now }: Stage): Promise<void> {
  const since = Date.now();
  const { name, address } = customer('weiss');
  const closed = await newestMailTo(desk, address, 'Sprechzimmer 2');
  const number = Number(/#(\d+)\]/.exec(closed.subject)?.[1]);
  await sendMail(desk, {
    from: `${name} <${address}>`,
    to: closed.replyTo ?? desk.supportAddress,
    subject: `AW: ${closed.subject}`,
    text: 'Heute ist das WLAN im Sprechzimmer 2 wieder weg, seit etwa 10 Uhr.\n\nBirgit Weiß',
  });
  await settled(desk.url, number);
  await moveToPast(desk.url, { number, since, to: opening(now, 1, '11:24') });
}
