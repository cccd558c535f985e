import type { FieldErrors } from '../parts/field.tsx';

/** A form of the page: the one that adds somebody, or that of the person with this id. */
export type PeopleForm = 'add' | number;

/** A form that came back: what was typed, and what is wrong with it. */
export type PeopleDraft = { form: PeopleForm; typed: Partial<Record<string, string>>; errors: FieldErrors };

/** The draft of this form, or null. */
export function draftOf(draft: PeopleDraft | null, form: PeopleForm): PeopleDraft | null {
  return draft?.form === form ? draft : null;
}

/** Ids differ from names, because each person's form has the same fields. */
export function fieldId(form: PeopleForm, name: string): string {
  return form === 'add' ? `add-${name}` : `person-${form}-${name}`;
}
