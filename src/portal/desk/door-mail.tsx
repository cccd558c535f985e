/** `GET /desk/door/KEY`: one mail at the door, to be read before the decision; `/source`: as it arrived. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { IntakeRow } from '../../directory/intake.ts';
import { parseMail } from '../../inbound/parse.ts';
import { readRaw } from '../../inbound/raw-mails.ts';
import { addressees, type Mail } from '../../rules/mail.ts';
import type { ViewCounts } from '../../ticket-index/view-counts.ts';
import { errorPage } from '../errors.tsx';
import { fileSize } from '../parts/file-size.ts';
import { Heading } from '../parts/heading.tsx';
import type { Reader } from '../parts/layout.tsx';
import { LinkedText } from '../parts/linked-text.tsx';
import { Moment } from '../parts/moment.tsx';
import { Notice } from '../parts/notice.tsx';
import type { Clock } from '../parts/times.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, readerOf } from '../reader.ts';
import { InvitationCard } from '../tickets/invitation-card.tsx';
import { MailFrame } from '../tickets/mail-frame.tsx';
import { rawMail } from '../tickets/source.ts';
import { askedMail } from './asked-mail.ts';
import { doorFileAddress, doorFrameAddress } from './door-mail-parts.ts';
import { Decisions } from './decisions.tsx';
import { viewCounts } from './desk-facts.ts';
import { DeskFrame } from './desk-frame.tsx';
import { Sender, Why } from './door.tsx';

export async function showDoorMail(c: Context<PortalEnv>) {
  return doorMailPage(c, null);
}

/** The mail's page; with `wrong`, the decision that could not be read (422). */
export async function doorMailPage(c: Context<PortalEnv>, wrong: string | null) {
  const [row, counts] = await Promise.all([askedMail(c), viewCounts(c)]);
  if (row === null) return errorPage(c, 'notFound');
  const mail = await readMail(c.env, row);
  return c.html(<DoorMail reader={readerOf(c)} now={clockOf(c)} row={row} mail={mail} counts={counts} wrong={wrong} />, wrong === null ? 200 : 422);
}

export async function doorMailSource(c: Context<PortalEnv>) {
  const row = await askedMail(c);
  return row === null ? errorPage(c, 'notFound') : rawMail(c, row.key, `${row.key.slice(0, 12)}.eml`);
}

/** Null if it cannot be read: the mail may be at the door for just that reason. */
async function readMail(env: Env, row: IntakeRow): Promise<Mail | null> {
  try {
    const mail = await parseMail(await readRaw(env.BYTES, row.key));
    return mail.displayed ? mail : null;
  } catch (fault) {
    console.warn('A mail could not be shown', { intake: row.key, fault });
    return null;
  }
}

type DoorMailProps = { reader: Reader; now: Clock; row: IntakeRow; mail: Mail | null; counts: ViewCounts; wrong: string | null };

export const DoorMail: FC<DoorMailProps> = ({ reader, now, row, mail, counts, wrong }) => {
  const { text } = reader;
  const words = text.portal.door;
  const subject = row.subject || text.words.noSubject;
  return (
    <DeskFrame reader={reader} title={subject} here={`/desk/door/${row.key}`} place="door" counts={counts}>
      <script type="module" src="/door.js"></script>
      <p class="way-back"><a href="/desk/door">← {words.back}</a></p>
      <Heading title={subject} />
      {wrong !== null && <Notice tone="wrong">{wrong}</Notice>}
      <div class="cards">
        <div class="card" data-mail>
          <div class="top"><Sender mail={row} text={text} /><Moment instant={row.receivedAt} now={now} look="full" /></div>
          {mail !== null && <p class="address">{words.to} {addressees(mail).map((person) => person.address).join(', ')}</p>}
          {row.outcome === 'received' || row.outcome === 'filed' || row.outcome === 'loop'
            ? <p>{words.decided} {row.number !== null && <a href={`/tickets/${row.number}`}>#{row.number}</a>}</p>
            : <><Why mail={row} reader={reader} /><Decisions mail={row} text={text} from="mail" /></>}
        </div>
        {mail === null ? <Notice tone="careful">{words.unreadable}</Notice> : <Preview mail={mail} intake={row.key} reader={reader} now={now} />}
        <p class="source"><a href={`/desk/door/${row.key}/source`} download>{words.source}</a></p>
      </div>
    </DeskFrame>
  );
};

/** The text is shown, the mail as it was sent only when asked for: strangers come to this door. */
const Preview: FC<{ mail: Mail; intake: string; reader: Reader; now: Clock }> = ({ mail, intake, reader, now }) => {
  const { text, language } = reader;
  return (
    <>
      {mail.invitation !== null && <InvitationCard invitation={mail.invitation} calendar={null} reader={reader} now={now} />}
      <div class="preview words" dir="auto" tabindex={0}><LinkedText text={mail.text.trim() || text.words.noText} /></div>
      {mail.html !== null && (
        <details class="as-sent">
          <summary>{text.portal.history.asSent}</summary>
          <MailFrame address={doorFrameAddress(intake)} title={text.portal.history.asSent} text={mail.text} pictures={mail.files.filter((file) => file.inline).length} />
        </details>
      )}
      {mail.files.length > 0 && (
        <ul class="files" aria-label={text.portal.door.files}>
          {mail.files.map((file, index) => (
            <li class="file"><a href={doorFileAddress(intake, index, file.name)}><span class="name">{file.name}</span> <span class="size">{fileSize(file.bytes.length, language)}</span></a></li>
          ))}
        </ul>
      )}
    </>
  );
};
