import type { FC } from 'hono/jsx';
import type { ShownPerson } from '../../rules/page.ts';
import { watcherRoles, type WatcherRole } from '../../rules/ticket.ts';
import { Button } from '../parts/button.tsx';
import { Field, SelectField } from '../parts/field.tsx';
import { nameOf, PersonName } from '../parts/person-name.tsx';
import { entryTime } from '../parts/times.ts';
import { draftOf, fieldId } from './draft.ts';
import type { FactsProps } from './facts.tsx';

/** Who is on the ticket, and as what. Agents add and remove; others may leave (P06). */
export const PeopleFacts: FC<FactsProps> = (props) => {
  const words = props.reader.text.portal.ticket;
  return (
    <section class="people">
      <h2>{words.people}</h2>
      {watcherRoles.map((role) => <Role role={role} {...props} />)}
      {props.page.rights.change && <AddForm {...props} />}
    </section>
  );
};

const Role: FC<FactsProps & { role: WatcherRole }> = ({ role, ...props }) => {
  const people = props.page.people.filter((person) => person.role === role);
  if (people.length === 0) return null;
  return (
    <>
      <h3>{props.reader.text.portal.ticket.roles[role]}</h3>
      <ul>{people.map((person) => <OnTicket person={person} {...props} />)}</ul>
    </>
  );
};

const OnTicket: FC<FactsProps & { person: ShownPerson }> = ({ person, page, reader, staff, now }) => {
  const words = reader.text.portal.ticket;
  const machine = reader.text.portal.history.machine;
  const mutedUntil = person.mutedUntil !== null && person.mutedUntil > now.at ? person.mutedUntil : null;
  const self = person.address === reader.person?.address;
  const sharable = page.rights.change && person.fromArticle > 1 && person.role === 'cc';
  const remarks = [
    self ? words.you : '',
    person.state === 'proposed' && staff ? words.proposed : '',
    person.state === 'invited' && staff ? words.invited : '',
    person.fromArticle > 1 && staff ? words.since(person.fromArticle) : '',
    person.bounced !== null && staff ? machine.person.bounced(machine.bounceReason[person.bounced]) : '',
    mutedUntil !== null && staff ? machine.person.muted(entryTime(mutedUntil, now)) : '',
  ].filter((remark) => remark !== '');
  return (
    <li>
      <div>
        <PersonName person={person} />
        {nameOf(person) !== person.address && <span class="address">{person.address}</span>}
        {remarks.length > 0 && <span class="remarks">{remarks.join(' · ')}</span>}
      </div>
      {page.rights.change && person.role === 'cc' && (
        <form method="post" action={`/tickets/${page.number}/watchers/make-requester`}>
          <input type="hidden" name="address" value={person.address} />
          <Button look="link" name="role" value="requester" says={nameOf(person)}>{reader.text.portal.links.makeRequester}</Button>
        </form>
      )}
      {page.rights.change && person.bounced !== null && person.bounced !== 'erased' && <OneClick to="try-again" person={person} number={page.number}>{machine.person.tryAgain}</OneClick>}
      {page.rights.change && mutedUntil !== null && <OneClick to="unmute" person={person} number={page.number}>{machine.person.unmute}</OneClick>}
      {sharable && <OneClick to="share-history" person={person} number={page.number}>{words.shareHistory}</OneClick>}
      {person.removable && (
        <form method="post" action={`/tickets/${page.number}/watchers/remove`}>
          <input type="hidden" name="address" value={person.address} />
          <input type="hidden" name="role" value={person.role} />
          {self && !page.rights.change ? <Button look="link">{words.leave}</Button> : <Button look="link" says={nameOf(person)}>{words.remove}</Button>}
        </form>
      )}
    </li>
  );
};

const OneClick: FC<{ to: 'try-again' | 'unmute' | 'share-history'; person: ShownPerson; number: number; children?: string }> = ({ to, person, number, children }) => (
  <form method="post" action={`/tickets/${number}/watchers/${to}`}>
    <input type="hidden" name="address" value={person.address} />
    <Button look="link" says={nameOf(person)}>{children}</Button>
  </form>
);

const AddForm: FC<FactsProps> = ({ page, reader, draft }) => {
  const words = reader.text.portal.ticket;
  const { typed, errors } = draftOf(draft, 'watchers');
  const roles: WatcherRole[] = ['cc', 'agent', 'requester'];
  return (
    <details class="change" open={Object.keys(errors).length > 0}>
      <summary>{words.addPerson} …</summary>
      <form method="post" action={`/tickets/${page.number}/watchers`} novalidate>
        <Field name="address" id={fieldId('watchers', 'address')} type="email" label={words.addAddress} value={typed['address']} error={errors['address']} autocomplete="off" required />
        <SelectField name="role" id={fieldId('watchers', 'role')} label={words.addRole} value={typed['role'] ?? 'cc'} error={errors['role']}
          options={roles.map((role) => ({ value: role, label: words.roles[role] }))} />
        <Button look="plain">{words.add}</Button>
      </form>
    </details>
  );
};
