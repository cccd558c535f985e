/** `GET /admin/people/ID`: one person, and in which queues they work. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { DirectoryPerson } from '../../directory/people.ts';
import { readQueues } from '../../directory/queues.ts';
import type { Queue } from '../../rules/queues.ts';
import { errorPage } from '../errors.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { Notice, WrongFields } from '../parts/notice.tsx';
import { nameOf } from '../parts/person-name.tsx';
import { leftBehind, type LeftBehind } from '../../ticket-index/left-behind.ts';
import type { Text } from '../../text/text.ts';
import type { FieldErrors } from '../parts/field.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf } from '../reader.ts';
import { AdminNav } from './admin-nav.tsx';
import { askedPerson } from './asked-person.ts';
import { PersonAddress } from './person-address.tsx';
import { PersonLeftBehind } from './person-left-behind.tsx';
import { PersonQueues, typedQueues, type TypedQueues } from './person-queues.tsx';

export async function showPerson(c: Context<PortalEnv>) {
  const person = await askedPerson(c);
  return person === null ? errorPage(c, 'notFound') : personPage(c, person, null);
}

/** The page; with a `draft`, the form that came back (422). */
export async function personPage(c: Context<PortalEnv>, person: DirectoryPerson, draft: PersonDraft | null) {
  const [queues, left] = await Promise.all([readQueues(c.env.DB, c.var.settings, c.var.at), leftBehind(c.env.DB, person)]);
  const { typed, address, errors } = { address: noAddress, ...(draft ?? { typed: typedQueues(person), errors: {} }) };
  const saved = c.req.query('saved') ?? null;
  return c.html(<OnePerson reader={readerOf(c)} person={person} queues={queues} left={left} typed={typed} address={address} errors={errors} saved={saved} />, draft === null ? 200 : 422);
}

type TypedAddress = { typed: string; verified: boolean };
const noAddress: TypedAddress = { typed: '', verified: false };

/** What was typed into one of the page's forms, and what is wrong with it. */
export type PersonDraft = { typed: TypedQueues; address?: TypedAddress; errors: FieldErrors };

/** `saved`: the form that was just carried out. */
export type OnePersonProps = { reader: Reader; person: DirectoryPerson; queues: Queue[]; left: LeftBehind; typed: TypedQueues; address: TypedAddress; errors: FieldErrors; saved: string | null };

const OnePerson: FC<OnePersonProps> = (props) => {
  const { reader: { text }, reader, person, errors, saved } = props;
  const words = text.people;
  const role = text.portal.admin.roles[person.role];
  return (
    <Layout {...reader} title={nameOf(person)} here={`/admin/people/${person.id}`} width="wide">
      <AdminNav page="people" text={text} />
      <p class="way-back"><a href="/admin/people">← {words.back}</a></p>
      <Heading title={nameOf(person)} lead={person.address === nameOf(person) ? role : `${role} · ${person.address}`} />
      {saved !== null && <Notice tone="good"><p>{wordsOf(saved, text)}</p></Notice>}
      <WrongFields errors={errors} text={text} />
      <div class="cards security">
        <PersonLeftBehind {...props} />
        <PersonQueues {...props} />
        <PersonAddress {...props} />
        <Erase person={person} text={text} />
      </div>
    </Layout>
  );
};

function wordsOf(saved: string, text: Text): string {
  if (saved === 'address') return text.newAddress.ofPerson.done;
  return saved === 'address-asked' ? text.newAddress.ofPerson.asked : text.people.queues.saved;
}

const Erase: FC<{ person: DirectoryPerson; text: Text }> = ({ person, text: { erasing: { cardOfPerson: card } } }) => (
  <section class="card" aria-labelledby="erase">
    <h2 id="erase">{card.title}</h2>
    <p class="hint">{card.what}</p>
    <p><a class="button plain" href={`/admin/people/${person.id}/erase`}>{card.button}</a></p>
  </section>
);
