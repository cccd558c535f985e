import type { FC } from 'hono/jsx';
import { LONGEST_NAME } from '../../rules/clean.ts';
import type { AccountRole } from '../../rules/ticket.ts';
import { Button } from '../parts/button.tsx';
import { Field, SelectField } from '../parts/field.tsx';
import type { Reader } from '../parts/layout.tsx';
import { draftOf, fieldId, type PeopleDraft } from './people-draft.ts';

/** What somebody can be made here. Customers come by their first mail. */
export const addedRoles = ['agent', 'admin'] as const satisfies AccountRole[];

export const AddPerson: FC<{ reader: Reader; draft: PeopleDraft | null }> = ({ reader: { text }, draft }) => {
  const words = text.portal.admin;
  const own = draftOf(draft, 'add');
  const field = (name: string) => ({ name, id: fieldId('add', name), value: own?.typed[name], error: own?.errors[name] });
  return (
    <section class="adding sheet">
      <div>
        <h2>{words.addTitle}</h2>
        <p class="hint">{words.addHint}</p>
        <form method="post" action="/admin/people" novalidate>
          <Field {...field('address')} type="email" label={words.address} autocomplete="off" maxlength={254} required />
          <Field {...field('name')} label={`${words.name} (${text.portal.form.optional})`} autocomplete="off" maxlength={LONGEST_NAME} />
          <SelectField {...field('role')} label={words.role} options={addedRoles.map((role) => ({ value: role, label: words.roles[role] }))} />
          <div><Button>{words.add}</Button></div>
        </form>
      </div>
    </section>
  );
};
