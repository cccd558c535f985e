/** Who gets an answer: always in sight, each of them removable for this one answer. */

import type { FC } from 'hono/jsx';
import type { ShownPerson, TicketPage } from '../../rules/page.ts';
import type { Address } from '../../rules/ticket.ts';
import { nameOfWarning, type Warning } from '../../rules/warnings.ts';
import { Field } from '../parts/field.tsx';
import type { Reader } from '../parts/layout.tsx';
import { Notice } from '../parts/notice.tsx';
import { nameOf } from '../parts/person-name.tsx';
import { draftOf, fieldId, type Draft } from './draft.ts';

/** For agents: boxes to untick, and a field for people who get this one answer only (P07). */
export const Recipients: FC<{ readers: ShownPerson[]; reader: Reader; draft: Draft | null }> = ({ readers, reader: { text }, draft }) => {
  const words = text.portal.writing;
  const { typed, errors } = draftOf(draft, 'reply');
  const except = (typed['except'] ?? '').split(' ');
  return (
    <fieldset class="recipients">
      <legend>{text.portal.ticket.replyTo}</legend>
      {readers.length === 0 && <span>{text.portal.ticket.replyToNobody}</span>}
      {readers.map((person) => (
        <label title={person.address}>
          <input type="checkbox" name="to" value={person.address} checked={!except.includes(person.address)} />
          <input type="hidden" name="among" value={person.address} /> {nameOf(person)}
        </label>
      ))}
      <details open={(typed['once'] ?? '') !== '' || errors['once'] !== undefined}>
        <summary>{words.once} …</summary>
        <Field name="once" id={fieldId('reply', 'once')} label={words.onceLabel} hint={words.onceHint} value={typed['once']} error={errors['once']} autocomplete="off" />
      </details>
    </fieldset>
  );
};

/** What the writer should know, told once: sending it again as it is means that they know. */
export const Warnings: FC<{ warnings: Warning[]; page: TicketPage; reader: Reader }> = ({ warnings, page, reader: { text } }) => {
  const words = text.portal.writing;
  const called = (address: Address) => nameOf(page.people.find((person) => person.address === address) ?? { address, name: '' });
  return (
    <Notice tone="careful">
      <p><strong>{words.before}</strong></p>
      <ul>{warnings.map((warning) => <li>{said(warning, words, called)}</li>)}</ul>
      {warnings.map((warning) => <input type="hidden" name="warned" value={nameOfWarning(warning)} />)}
    </Notice>
  );
};

function said(warning: Warning, words: Reader['text']['portal']['writing'], called: (address: Address) => string): string {
  switch (warning.kind) {
    case 'missingFile':
      return words.warnings.missingFile(warning.word);
    case 'credentials':
      return words.warnings.credentials;
    case 'bouncing':
      return words.warnings.bouncing(called(warning.address));
    case 'newcomer':
      return words.warnings.newcomer(called(warning.address));
  }
}

/**
 * Who will get a reply of this reader: everybody else on the ticket. Somebody who only stood in Cc gets nothing before an agent
 * acted (A09), which a reply of an agent does.
 */
export function readersOf({ people, fields, staff }: TicketPage, { person: reader }: Reader): ShownPerson[] {
  const acted = staff || fields.startedAt !== null || fields.owner !== null;
  return people.filter((person) => person.address !== reader?.address && person.bounced === null && mayGet(person, acted));
}

function mayGet({ role, state }: ShownPerson, acted: boolean): boolean {
  if (role === 'agent') return true;
  if (role === 'requester') return acted || state !== 'proposed';
  return state === 'verified' || (acted && state === 'invited');
}
