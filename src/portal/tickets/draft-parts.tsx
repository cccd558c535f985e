/** What belongs to drafts: their files, the buttons that keep them, and that colleagues are writing. */

import type { FC } from 'hono/jsx';
import type { DraftForm, SavedDraft, Writing } from '../../rules/draft.ts';
import type { TicketPage } from '../../rules/page.ts';
import { writeMinutes } from '../../rules/time-spent.ts';
import { Field } from '../parts/field.tsx';
import { fileSize } from '../parts/file-size.ts';
import type { Reader } from '../parts/layout.tsx';
import { Moment } from '../parts/moment.tsx';
import { nameOf } from '../parts/person-name.tsx';
import type { Clock } from '../parts/times.ts';
import { fieldId, type Draft } from './draft.ts';

export function savedDraft(page: TicketPage, form: DraftForm): SavedDraft | null {
  return page.drafts.find((draft) => draft.form === form) ?? null;
}

/** Files that the draft has already; unticked ones are left out. */
export const DraftFiles: FC<{ draft: SavedDraft | null; reader: Reader }> = ({ draft, reader: { text, language } }) => {
  if (draft === null || draft.attachments.length === 0) return null;
  return (
    <fieldset class="kept">
      <legend>{text.portal.writing.keptFiles}</legend>
      {draft.attachments.map(({ id, name, size }) => (
        <label><input type="checkbox" name="kept" value={id} checked /> {name} <span class="size">{fileSize(size, language)}</span></label>
      ))}
    </fieldset>
  );
};

/** What was spent on it; nothing has to be said. */
export const MinutesField: FC<{ draft: Draft; saved: SavedDraft | null; reader: Reader }> = ({ draft: { form, typed, errors }, saved, reader: { text } }) => {
  const words = text.portal.timeSpent;
  return (
    <div class="minutes">
      <Field name="minutes" id={fieldId(form, 'minutes')} label={words.title} placeholder={words.hint} value={typed['minutes'] ?? writeMinutes(saved?.minutes ?? 0)} error={errors['minutes']} autocomplete="off" maxlength={20} />
    </div>
  );
};

/** Where one sees what one writes as it will be read. */
export function previewAddress(number: number, form: DraftForm): string {
  return `/tickets/${number}/preview/${form}`;
}

/** For those without script, and for those who want to be sure; the script says there when it has kept something. */
export const DraftButtons: FC<{ page: TicketPage; form: DraftForm; reader: Reader; now: Clock }> = ({ page, form, reader: { text }, now }) => {
  const words = text.portal.writing;
  const saved = savedDraft(page, form);
  const action = `/tickets/${page.number}/draft`;
  return (
    <>
      <p class="draft">
        <button type="submit" class="link" formaction={action} formnovalidate>{words.saveDraft}</button>
        {saved !== null && <button type="submit" class="link" formaction={action} name="discard" value="1" formnovalidate>{words.discardDraft}</button>}
        <button type="submit" class="link" formaction={action} name="preview" value="1" data-shows={previewAddress(page.number, form)} formnovalidate>{words.preview}</button>
        <span class="saved" role="status" data-says={words.savedNow}>{saved !== null && <>{words.saved} <Moment instant={saved.savedAt} now={now} look="entry" /></>}</span>
      </p>
      <details class="formatting"><summary>{words.formatting}</summary><p class="hint">{words.formattingHelp}</p><p class="hint">{words.filesHelp}</p></details>
      <div class="preview-place" data-own="" tabindex={-1} />
    </>
  );
};

/** Somebody who kept nothing for so long is not writing any more, they only have a draft. */
const WRITING_MS = 120_000;

export const WritingNow: FC<{ page: TicketPage; reader: Reader; now: Clock }> = ({ page, reader: { text }, now }) => (
  <p class="writing" role="status">{page.writing.map((one) => <span>{saysOf(one, now)(text.portal.writing)}</span>)}</p>
);

function saysOf({ by, savedAt }: Writing, now: Clock) {
  const name = nameOf(by);
  return (words: Reader['text']['portal']['writing']) => (now.at - savedAt < WRITING_MS ? words.isWriting(name) : words.hasDraft(name));
}
