import type { DraftForm } from '../../rules/draft.ts';
import type { Standing } from '../../rules/page.ts';
import type { Attachment } from '../../rules/ticket.ts';
import type { SentForm } from '../sent-form.ts';

/** The files of the reader's draft that stay ticked in the form. Nobody can name any others. */
export function keptFiles(standing: Standing | null, box: DraftForm, form: SentForm): Attachment[] {
  const ticked = form.texts('kept');
  const draft = standing?.drafts.find((one) => one.form === box);
  return (draft?.attachments ?? []).filter((file) => ticked.includes(file.id));
}
