/** The two boxes to write in: one everybody on the ticket reads, one only agents do. Never one box with a switch. */

import type { FC } from 'hono/jsx';
import type { ShownPerson, TicketPage } from '../../rules/page.ts';
import { isStaff, type Person } from '../../rules/ticket.ts';
import { Button } from '../parts/button.tsx';
import { FileField, TextArea } from '../parts/field.tsx';
import type { Reader } from '../parts/layout.tsx';
import { Notice } from '../parts/notice.tsx';
import { nameOf, PersonName } from '../parts/person-name.tsx';
import type { Clock } from '../parts/times.ts';
import { draftOf, fieldId, type Draft } from './draft.ts';
import { Unseen } from './unseen.tsx';

type ComposerProps = { page: TicketPage; reader: Reader; draft: Draft | null; now: Clock };

export const Composer: FC<ComposerProps> = (props) => (
  <div class="composers">
    {props.page.rights.reply ? <ReplyBox {...props} /> : <Ended {...props} />}
    {props.page.rights.comment && <CommentBox {...props} />}
  </div>
);

const ReplyBox: FC<ComposerProps> = ({ page, reader, draft, now }) => {
  const words = reader.text.portal.ticket;
  const { typed, errors, past } = draftOf(draft, 'reply');
  const readers = readersOf(page, reader);
  const first = readers.find((person) => person.role === 'requester') ?? readers[0];
  return (
    <form class="box reply" method="post" action={`/tickets/${page.number}/replies`} enctype="multipart/form-data" aria-labelledby="reply">
      <h2 id="reply">{words.reply}</h2>
      {past !== undefined && <Unseen page={page} past={past} reader={reader} now={now} />}
      <input type="hidden" name="seen" value={past === undefined ? (typed['seen'] ?? page.newestArticle) : page.newestArticle} />
      <p class="goes-to">{words.replyTo}{' '}<Names people={readers} none={words.replyToNobody} /></p>
      <TextArea name="text" id={fieldId('reply', 'text')} label={words.replyText} labelHidden placeholder=" " rows={6} value={typed['text']} error={errors['text']} />
      <div class="send">
        <FileField name="files" id={fieldId('reply', 'files')} label={words.files} labelHidden error={errors['files']} />
        <Button>{past !== undefined ? reader.text.portal.writing.sendAnyway : first === undefined || !isStaff(reader.person?.role ?? 'requester') ? words.replySendPlain : words.replySend(nameOf(first), readers.length - 1)}</Button>
      </div>
    </form>
  );
};

const CommentBox: FC<ComposerProps> = ({ page, reader, draft }) => {
  const words = reader.text.portal.ticket;
  const { typed, errors } = draftOf(draft, 'comment');
  return (
    <form class="box comment" method="post" action={`/tickets/${page.number}/comments`} enctype="multipart/form-data" aria-labelledby="comment">
      <h2 id="comment">{words.comment}</h2>
      <p class="goes-to"><strong>{words.commentHint}</strong></p>
      <TextArea name="text" id={fieldId('comment', 'text')} label={words.commentText} labelHidden placeholder=" " rows={4} value={typed['text']} error={errors['text']} />
      <div class="send">
        <FileField name="files" id={fieldId('comment', 'files')} label={words.files} labelHidden error={errors['files']} />
        <Button look="plain">{words.commentSend}</Button>
      </div>
    </form>
  );
};

/** Nobody answers a ticket that is over; what they typed meanwhile stays to be copied (S16). */
const Ended: FC<ComposerProps> = ({ page, reader, draft }) => {
  const words = reader.text.portal.ticket;
  const { typed, errors } = draftOf(draft, 'reply');
  const unsent = typed['text'] ?? '';
  return (
    <div class="box ended">
      <Notice>
        <p><strong>{page.fields.status === 'rejected' ? words.rejected : page.rights.change ? words.closedStaff : words.closed}</strong></p>
        {!page.rights.change && <p>{words.closedTodo}</p>}
        {!page.rights.change && <p><a class="button" href="/tickets/new">{reader.text.portal.layout.newTicket}</a></p>}
        {page.rights.change && (
          <form method="post" action={`/tickets/${page.number}/status`}><Button look="plain" name="status" value="open">{words.reopen}</Button></form>
        )}
      </Notice>
      {unsent !== '' && <TextArea name="text" id={fieldId('reply', 'text')} label={words.replyText} rows={6} value={unsent} error={errors['text']} />}
    </div>
  );
};

const Names: FC<{ people: Person[]; none: string }> = ({ people, none }) => {
  if (people.length === 0) return <span>{none}</span>;
  return <>{people.map((person, place) => <>{place > 0 && ', '}<PersonName person={person} /></>)}</>;
};

/**
 * Who will get a reply of this reader: everybody else on the ticket. Somebody who only stood in Cc gets nothing before an agent
 * acted (A09), which a reply of an agent does.
 */
function readersOf({ people, fields }: TicketPage, { person: reader }: Reader): ShownPerson[] {
  const acted = (reader !== null && isStaff(reader.role)) || fields.startedAt !== null || fields.owner !== null;
  return people.filter((person) => person.address !== reader?.address && person.bounced === null && mayGet(person, acted));
}

function mayGet({ role, state }: ShownPerson, acted: boolean): boolean {
  if (role === 'agent') return true;
  if (role === 'requester') return acted || state !== 'proposed';
  return state === 'verified' || (acted && state === 'invited');
}
