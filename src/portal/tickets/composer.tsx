/** The two boxes to write in: one everybody on the ticket reads, one only agents do. Never one box with a switch. */

import type { FC } from 'hono/jsx';
import type { Canned } from '../../rules/canned.ts';
import type { SavedDraft } from '../../rules/draft.ts';
import type { TicketPage } from '../../rules/page.ts';
import type { Queue } from '../../rules/queues.ts';
import type { Person } from '../../rules/ticket.ts';
import { Button } from '../parts/button.tsx';
import { FileField, TextArea } from '../parts/field.tsx';
import type { Reader } from '../parts/layout.tsx';
import { Notice } from '../parts/notice.tsx';
import { nameOf, PersonName } from '../parts/person-name.tsx';
import type { Clock } from '../parts/times.ts';
import { numberIn } from './asked-number.ts';
import { CallChoice } from './call-choice.tsx';
import { CannedChoice } from './canned-choice.tsx';
import { DraftButtons, DraftFiles, MinutesField, savedDraft, WritingNow } from './draft-parts.tsx';
import { draftOf, fieldId, type Draft } from './draft.ts';
import { readersOf, Recipients, Warnings } from './recipients.tsx';
import { SignatureBelow } from './signature-below.tsx';
import { Unseen } from './unseen.tsx';

type ComposerProps = { page: TicketPage; reader: Reader; draft: Draft | null; now: Clock; canned: Canned[]; queues: Queue[]; agents: Person[] };

export const Composer: FC<ComposerProps> = (props) => (
  <div class="composers">
    {props.page.writing.length > 0 && <WritingNow {...props} />}
    {props.page.rights.reply ? <ReplyBox {...props} /> : <Ended {...props} />}
    {props.page.rights.comment && <CommentBox {...props} />}
  </div>
);

const ReplyBox: FC<ComposerProps> = ({ page, reader, draft, now, canned, queues }) => {
  const words = reader.text.portal.ticket;
  const { staff } = page;
  const { typed, errors, past, warnings = [] } = draftOf(draft, 'reply');
  const saved = savedDraft(page, 'reply');
  const seen = unseenSince(page, { past, typed, saved });
  const readers = readersOf(page, reader);
  const first = readers.find((person) => person.role === 'requester') ?? readers[0];
  return (
    <form class="box reply" method="post" action={`/tickets/${page.number}/replies`} enctype="multipart/form-data" aria-labelledby="reply" data-draft={staff ? `/tickets/${page.number}/draft` : undefined}>
      <h2 id="reply">{words.reply}</h2>
      {seen.past !== null && <Unseen page={page} past={seen.past} reader={reader} now={now} />}
      <input type="hidden" name="seen" value={seen.shown} />
      {warnings.length > 0 && <Warnings warnings={warnings} page={page} reader={reader} />}
      {staff ? <Recipients readers={readers} reader={reader} draft={draft} /> : <p class="goes-to">{words.replyTo}{' '}<Names people={readers} none={words.replyToNobody} /></p>}
      <TextArea name="text" id={fieldId('reply', 'text')} label={words.replyText} labelHidden placeholder=" " rows={6} value={typed['text'] ?? saved?.text} error={errors['text']} />
      {staff && <SignatureBelow page={page} queues={queues} reader={reader} />}
      <DraftFiles draft={saved} reader={reader} />
      <div class="send">
        <FileField name="files" id={fieldId('reply', 'files')} label={words.files} labelHidden error={errors['files']} leaveOut={words.leaveOut('%s')} />
        {past !== undefined || warnings.length > 0 || first === undefined || !staff
          ? <Button>{past !== undefined || warnings.length > 0 ? reader.text.portal.writing.sendAnyway : words.replySendPlain}</Button>
          : <button type="submit" class="main" data-plain={words.replySendPlain}>{words.replySend(nameOf(first), readers.length - 1)}</button>}
      </div>
      {staff && <MinutesField draft={draftOf(draft, 'reply')} saved={saved} reader={reader} />}
      {staff && canned.length > 0 && <CannedChoice page={page} reader={reader} canned={canned} />}
      {staff && <DraftButtons page={page} form="reply" reader={reader} now={now} />}
    </form>
  );
};

const CommentBox: FC<ComposerProps> = ({ page, reader, draft, now, agents }) => {
  const words = reader.text.portal.ticket;
  const { typed, errors } = draftOf(draft, 'comment');
  const saved = savedDraft(page, 'comment');
  return (
    <form class="box comment" method="post" action={`/tickets/${page.number}/comments`} enctype="multipart/form-data" aria-labelledby="comment" data-draft={`/tickets/${page.number}/draft`}>
      <h2 id="comment">{words.comment}</h2>
      <p class="goes-to"><strong>{words.commentHint}</strong></p>
      <input type="hidden" name="form" value="comment" />
      <TextArea name="text" id={fieldId('comment', 'text')} label={words.commentText} labelHidden placeholder=" " rows={4} value={typed['text'] ?? saved?.text} error={errors['text']} />
      <CallChoice agents={agents} reader={reader} />
      <DraftFiles draft={saved} reader={reader} />
      <div class="send">
        <FileField name="files" id={fieldId('comment', 'files')} label={words.files} labelHidden error={errors['files']} leaveOut={words.leaveOut('%s')} />
        <Button look="plain">{words.commentSend}</Button>
      </div>
      <MinutesField draft={draftOf(draft, 'comment')} saved={saved} reader={reader} />
      <DraftButtons page={page} form="comment" reader={reader} now={now} />
    </form>
  );
};

/** The newest article on this page: an older part of a long history shows less than all. */
function shownTo({ entries, newer, newestArticle }: TicketPage): number {
  return newer === null ? newestArticle : Math.max(0, ...entries.map((entry) => (entry.kind === 'article' ? entry.article.id : 0)));
}

/** What to show above the text, and what counts as shown: a form that came back for another reason has shown nothing more. */
function unseenSince(page: TicketPage, { past, typed, saved }: { past: number | undefined; typed: Draft['typed']; saved: SavedDraft | null }): { past: number | null; shown: number } {
  const shown = shownTo(page);
  if (past !== undefined) return { past, shown };
  if (typed['seen'] !== undefined) return { past: null, shown: numberIn(typed['seen']) ?? shown };
  return { past: saved !== null && saved.seen < shown ? saved.seen : null, shown };
}

/** Nobody answers a ticket that is over; what they typed meanwhile stays to be copied (S16). */
const Ended: FC<ComposerProps> = ({ page, reader, draft }) => {
  const words = reader.text.portal.ticket;
  const { typed, errors } = draftOf(draft, 'reply');
  const unsent = typed['text'] ?? savedDraft(page, 'reply')?.text ?? '';
  return (
    <div class="box ended">
      <Notice>
        <p><strong>{page.fields.status === 'rejected' ? words.rejected : page.rights.change ? words.closedStaff : words.closed}</strong></p>
        {!page.rights.change && <p>{words.closedTodo}</p>}
        {!page.rights.change && <p><a class="button" href={`/tickets/new?follows=${page.number}`}>{reader.text.portal.layout.newTicket}</a></p>}
        {page.rights.change && page.undoable?.kind !== 'status' && <form method="post" action={`/tickets/${page.number}/status`}><Button look="plain" name="status" value="open">{words.reopen}</Button></form>}
      </Notice>
      {unsent !== '' && <TextArea name="text" id={fieldId('reply', 'text')} label={words.replyText} rows={6} value={unsent} error={errors['text']} />}
    </div>
  );
};

const Names: FC<{ people: Person[]; none: string }> = ({ people, none }) => {
  if (people.length === 0) return <span>{none}</span>;
  return <>{people.map((person, place) => <>{place > 0 && ', '}<PersonName person={person} /></>)}</>;
};
