/** `GET /tickets/N/attachments/ID/NAME?view=mail`: an attached mail, read by the same parser as every other (M06). `&file=2`: a file of it. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { parseMail } from '../../inbound/parse.ts';
import type { Mail, MailFile } from '../../rules/mail.ts';
import { saysForwarded } from '../../rules/reply-text/forward-subject.ts';
import type { Attachment, Person } from '../../rules/ticket.ts';
import { errorPage, missingFilePage } from '../errors.tsx';
import { fileSize } from '../parts/file-size.ts';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { Moment } from '../parts/moment.tsx';
import { Notice } from '../parts/notice.tsx';
import { nameOf } from '../parts/person-name.tsx';
import type { Clock } from '../parts/times.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, readerOf } from '../reader.ts';
import { ArticleText } from './article-text.tsx';
import { attachmentAddress } from './attachment-address.ts';
import { fileHeaders, namedAs } from './file-headers.ts';
import { InvitationCard } from './invitation-card.tsx';
import { shownImageType } from './shown-image.ts';

/** Parsing takes up to eight times a mail's bytes; larger ones can be downloaded. */
const LARGEST = 10 * 1024 * 1024;

export async function attachedMail(c: Context<PortalEnv>, number: number, file: Attachment) {
  if (file.type !== 'message/rfc822') return errorPage(c, 'notFound');
  const mail = file.size > LARGEST ? null : await readAttached(c.env.BYTES, file.key);
  if (mail === 'missing') return missingFilePage(c, file.key);
  const asked = c.req.query('file');
  if (asked === undefined) return c.html(<AttachedMail number={number} file={file} mail={mail} reader={readerOf(c)} now={clockOf(c)} />);
  const inner = mail?.files[Number(asked)];
  return inner === undefined ? errorPage(c, 'notFound') : innerFile(c, inner);
}

async function readAttached(bucket: R2Bucket, key: string): Promise<Mail | 'missing'> {
  const kept = await bucket.get(key);
  return kept === null ? 'missing' : parseMail(new Uint8Array(await kept.arrayBuffer()));
}

function innerFile(c: Context<PortalEnv>, { name, bytes }: MailFile) {
  return c.body(bytes.slice().buffer, 200, { ...fileHeaders, ...namedAs(name, shownImageType(bytes)), 'Content-Length': String(bytes.length) });
}

type AttachedMailProps = { number: number; file: Attachment; mail: Mail | null; reader: Reader; now: Clock };

export const AttachedMail: FC<AttachedMailProps> = ({ number, file, mail, reader, now }) => {
  const words = reader.text.portal.mail;
  const address = attachmentAddress(number, file);
  return (
    <Layout {...reader} title={mail?.subject || file.name} here={`${address}?view=mail`} width="normal">
      <p class="way-back"><a href={`/tickets/${number}`}>← {words.back(number)}</a></p>
      <Heading title={mail?.subject || (mail === null ? file.name : reader.text.words.noSubject)} lead={words.attached} />
      {mail === null || !mail.displayed ? <Notice tone="careful">{words.unreadable}</Notice> : <Content mail={mail} address={address} reader={reader} now={now} />}
      <p class="source"><a href={address} download>{words.download}</a></p>
    </Layout>
  );
};

const Content: FC<{ mail: Mail; address: string; reader: Reader; now: Clock }> = ({ mail, address, reader, now }) => {
  const words = reader.text.portal.mail;
  const from = mail.from === null ? mail.fromText : called(mail.from);
  return (
    <>
      <dl class="mail-facts">
        {from !== '' && <div><dt>{words.from}</dt><dd>{from}</dd></div>}
        {mail.to.length > 0 && <div><dt>{words.to}</dt><dd>{mail.to.slice(0, MOST_NAMED).map(called).join(', ')}</dd></div>}
        {mail.cc.length > 0 && <div><dt>{words.cc}</dt><dd>{mail.cc.slice(0, MOST_NAMED).map(called).join(', ')}</dd></div>}
        {mail.date !== null && <div><dt>{words.date}</dt><dd><Moment instant={mail.date} now={now} look="full" /></dd></div>}
      </dl>
      {mail.invitation !== null && <InvitationCard invitation={mail.invitation} calendar={null} reader={reader} now={now} />}
      <div class="mail-sheet"><ArticleText text={mail.text} forwarded={saysForwarded(mail.subject)} words={reader.text} /></div>
      {mail.files.length > 0 && (
        <ul class="files" aria-label={reader.text.portal.history.files(mail.files.length)}>
          {mail.files.map((file, index) => <li class="file"><a href={`${address}?view=mail&file=${index}`}><span class="name">{file.name}</span> <span class="size">{fileSize(file.bytes.length, reader.language)}</span></a></li>)}
        </ul>
      )}
    </>
  );
};

/** Beyond, a list of people is no longer read. */
const MOST_NAMED = 20;

function called(person: Person): string {
  const name = nameOf(person);
  return name === person.address ? name : `${name} <${person.address}>`;
}
