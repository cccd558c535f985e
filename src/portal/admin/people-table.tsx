import type { FC } from 'hono/jsx';
import type { DirectoryPerson } from '../../directory/people.ts';
import { accountRoles, isStaff } from '../../rules/ticket.ts';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/field.tsx';
import { nameOf, PersonName } from '../parts/person-name.tsx';
import { entryTime, exactTime } from '../parts/times.ts';
import { listLink } from './asked-people.ts';
import { draftOf, fieldId, type PeopleDraft } from './people-draft.ts';
import type { PeopleProps } from './show-people.tsx';

/** People as rows, each with the forms that change what they may do. */
export const PeopleTable: FC<PeopleProps> = (props) => {
  const words = props.reader.text.portal.admin;
  return (
    <table class="ledger dense" role="table" aria-label={words[props.asked.who]}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{words.columns.person}</th>
          <th role="columnheader" scope="col">{words.columns.role}</th>
          <th role="columnheader" scope="col">{words.columns.letters}</th>
          <th role="columnheader" scope="col">{words.columns.account}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">{props.list.rows.map((person) => <PersonRow {...props} person={person} draft={draftOf(props.draft, person.id)} />)}</tbody>
    </table>
  );
};

/** `draft`: of this person's form. */
type RowProps = Omit<PeopleProps, 'draft'> & { person: DirectoryPerson; draft: PeopleDraft | null };

const PersonRow: FC<RowProps> = (props) => {
  const { person, reader } = props;
  const remarks = [nameOf(person) === person.address ? '' : person.address, isReader(props) ? reader.text.portal.admin.you : ''];
  return (
    <tr role="row" class="staff-row">
      <td role="cell" class="c-what c-sender"><a href={`/admin/people/${person.id}`}><PersonName person={person} /></a><span class="why">{remarks.filter((remark) => remark !== '').join(' · ')}</span></td>
      <td role="cell" class="c-what"><Role {...props} /></td>
      <td role="cell" class="c-what"><Letters {...props} /></td>
      <td role="cell" class="c-what"><Account {...props} /></td>
    </tr>
  );
};

/** The form of role and letters begins here; `Letters` ends it. */
const Role: FC<RowProps> = (props) => {
  const { person, asked, draft, reader } = props;
  const words = reader.text.portal.admin;
  return (
    <form id={fieldId(person.id, 'form')} method="post" action={listLink(asked, `/admin/people/${person.id}`)} novalidate>
      {isReader(props) ? (
        <>
          <input type="hidden" name="role" value={person.role} />
          <span>{words.roles[person.role]}</span>
          <Wrong {...props} name="role" />
        </>
      ) : (
        <SelectField name="role" id={fieldId(person.id, 'role')} label={`${words.role} ${words.saveFor(nameOf(person))}`} labelHidden value={draft?.typed['role'] ?? person.role}
          error={draft?.errors['role']} options={accountRoles.map((role) => ({ value: role, label: words.roles[role] }))} />
      )}
    </form>
  );
};

/** Letters for new tickets go to staff only (P01), so customers are not asked. */
const Letters: FC<RowProps> = ({ person, draft, reader }) => {
  const words = reader.text.portal.admin;
  const form = fieldId(person.id, 'form');
  const wants = draft === null ? person.letters.new === 'at-once' : draft.typed['wants_new_tickets'] === 'yes';
  return (
    <div class="row">
      {isStaff(person.role) && (
        <label class="check"><input type="checkbox" name="wants_new_tickets" value="yes" checked={wants} form={form} /> {words.wants}</label>
      )}
      <button type="submit" class="plain" form={form}>{words.save}<span class="only-heard"> {words.saveFor(nameOf(person))}</span></button>
    </div>
  );
};

/** Nobody disables themselves, so there the reason stands in place of the button. */
const Account: FC<RowProps> = (props) => {
  const { person, asked, reader, now } = props;
  const words = reader.text.portal.admin;
  if (isReader(props)) return <>{words.active}{props.draft === null ? <p class="hint">{words.notYourself}</p> : <Wrong {...props} name="account" />}</>;
  const { disabledAt } = person;
  return (
    <form method="post" action={listLink(asked, `/admin/people/${person.id}`)}>
      {disabledAt === null ? <span>{words.active}</span> : <span title={exactTime(disabledAt, now)}>{words.isDisabled(entryTime(disabledAt, now))}</span>}
      {disabledAt === null
        ? <Button look="danger" name="account" value="disable" says={words.saveFor(nameOf(person))}>{words.disable}</Button>
        : <Button look="plain" name="account" value="enable" says={words.saveFor(nameOf(person))}>{words.enable}</Button>}
      {disabledAt === null && isStaff(person.role) && (
        <span title={words.lostDevicesHint}><Button look="link" name="account" value="lost-devices" says={words.saveFor(nameOf(person))}>{words.lostDevices}</Button></span>
      )}
    </form>
  );
};

const Wrong: FC<RowProps & { name: string }> = ({ person, draft, name }) => {
  const error = draft?.errors[name];
  return error === undefined ? null : <p class="error" id={fieldId(person.id, name)}>{error}</p>;
};

function isReader({ person, reader }: RowProps): boolean {
  return person.id === reader.person?.id;
}
