import type { Warning } from '../../rules/warnings.ts';
import type { FieldErrors } from '../parts/field.tsx';

/** The forms of a ticket page. */
export type TicketForm = 'reply' | 'comment' | 'status' | 'owner' | 'priority' | 'queue' | 'labels' | 'due' | 'wait' | 'merge' | 'watchers' | 'secrets' | 'note' | 'links';

/** A form that came back: what was typed, and what is wrong with it. */
export type Draft = {
  form: TicketForm;
  typed: Partial<Record<string, string>>;
  errors: FieldErrors;
  /** It was not sent because it would have answered past something: the articles newer than this one (L08). */
  past?: number | undefined;
  /** What its writer should know before it is sent; they are told once. */
  warnings?: Warning[] | undefined;
};

/** The draft of this form, or an empty one. */
export function draftOf(draft: Draft | null, form: TicketForm): Draft {
  return draft?.form === form ? draft : { form, typed: {}, errors: {} };
}

/** Ids differ from names, because a page has several forms with the same fields. */
export function fieldId(form: TicketForm, name: string): string {
  return `${form}-${name}`;
}
