/** Where agents make two tickets one, and two again. */

import type { FC } from 'hono/jsx';
import type { TicketPage } from '../../rules/page.ts';
import type { Text } from '../../text/text.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { draftOf, fieldId, type Draft } from './draft.ts';

type MergeProps = { page: TicketPage; text: Text };

/** Asks for the number of the ticket that stays. */
export const MergeForm: FC<MergeProps & { draft: Draft | null }> = ({ page, text, draft }) => {
  const words = text.portal.ticket;
  const { typed, errors } = draftOf(draft, 'merge');
  return (
    <details class="change" open={errors['into'] !== undefined}>
      <summary>{words.merge} …</summary>
      <form method="post" action={`/tickets/${page.number}/merge`} novalidate>
        <Field name="into" id={fieldId('merge', 'into')} label={words.mergeInto} hint={words.mergeHint} value={typed['into']} error={errors['into']} autocomplete="off" maxlength={12} required />
        <Button look="plain">{words.merge}</Button>
      </form>
    </details>
  );
};

/** On a merged ticket: where it went, and the way back. */
export const MergedNotice: FC<MergeProps & { into: number }> = ({ page, text, into }) => {
  const words = text.portal.ticket;
  return (
    <Notice tone="careful">
      <p><strong>{words.isMerged}</strong></p>
      <div class="row">
        <a class="button" href={`/tickets/${into}`}>{words.openSurvivor(into)}</a>
        <form method="post" action={`/tickets/${page.number}/unmerge`}><Button look="plain" shortcut="z">{words.unmerge}</Button></form>
      </div>
    </Notice>
  );
};

/** A stranger's own ticket refers to another: one click makes them one (A06). */
export const ReferenceNotice: FC<MergeProps> = ({ page, text }) => {
  const words = text.portal.ticket;
  return (
    <>
      {page.mentions.map((number) => (
        <Notice>
          <div class="row">
            <span>{words.refersTo} <a href={`/tickets/${number}`}>#{number}</a></span>
            <OneClick number={page.number} into={number} label={words.mergeIntoNumber(number)} />
          </div>
        </Notice>
      ))}
    </>
  );
};

/** Posts a merge without asking for anything. */
export const OneClick: FC<{ number: number; into: number; label: string }> = ({ number, into, label }) => (
  <form class="in-line" method="post" action={`/tickets/${number}/merge`}><Button look="plain" name="into" value={String(into)}>{label}</Button></form>
);

/** Splits a ticket off again that is part of this one. */
export const SplitOff: FC<{ number: number; text: Text }> = ({ number, text }) => (
  <form class="in-line" method="post" action={`/tickets/${number}/unmerge`}><Button look="link">{text.portal.ticket.unmergeNumber(number)}</Button></form>
);
