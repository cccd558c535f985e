/** `GET /admin/organisations`: firms by their mail domains, and a form for another one; `/admin/organisations/ID`: one of them. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { listOrganisations, type Organisation } from '../../directory/organisations.ts';
import { LONGEST_NAME } from '../../rules/clean.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Field, TextArea, type FieldErrors } from '../parts/field.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { Notice, WrongFields } from '../parts/notice.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf } from '../reader.ts';
import { AdminNav } from './admin-nav.tsx';
import type { TypedOrganisation } from './judge-organisation.ts';

type Draft = { typed: TypedOrganisation; errors: FieldErrors };

export async function showOrganisations(c: Context<PortalEnv>) {
  return organisationsPage(c, null);
}

/** The page; with a `draft`, the form for a new one that came back (422). */
export async function organisationsPage(c: Context<PortalEnv>, draft: Draft | null) {
  const list = await listOrganisations(c.env.DB);
  return c.html(<Organisations reader={readerOf(c)} list={list} draft={draft} />, draft === null ? 200 : 422);
}

/** One organisation's page; with a `draft`, its form that came back (422). */
export function organisationPage(c: Context<PortalEnv>, organisation: Organisation, draft: Draft | null) {
  const { name, domains, people } = organisation;
  const shown = draft ?? { typed: { name, domains: domains.join('\n'), people: people.join('\n') }, errors: {} };
  return c.html(<OneOrganisation reader={readerOf(c)} organisation={organisation} draft={shown} saved={c.req.query('saved') !== undefined} />, draft === null ? 200 : 422);
}

const Organisations: FC<{ reader: Reader; list: Organisation[]; draft: Draft | null }> = ({ reader, list, draft }) => {
  const words = reader.text.organisations;
  const { typed, errors } = draft ?? { typed: { name: '', domains: '', people: '' }, errors: {} };
  return (
    <Layout {...reader} title={words.title} here="/admin/organisations" width="wide">
      <AdminNav page="organisations" text={reader.text} />
      <Heading title={words.title} lead={words.lead} />
      <WrongFields errors={errors} text={reader.text} />
      {list.length === 0 ? <Empty title={words.none} /> : <Table reader={reader} list={list} />}
      <section class="another">
        <h2>{words.addTitle}</h2>
        <Form reader={reader} action="/admin/organisations" send={words.add} typed={typed} errors={errors} />
      </section>
    </Layout>
  );
};

const OneOrganisation: FC<{ reader: Reader; organisation: Organisation; draft: Draft; saved: boolean }> = ({ reader, organisation, draft, saved }) => {
  const words = reader.text.organisations;
  const own = `/admin/organisations/${organisation.id}`;
  return (
    <Layout {...reader} title={organisation.name} here={own} width="wide">
      <AdminNav page="organisations" text={reader.text} />
      <p class="way-back"><a href="/admin/organisations">← {words.back}</a></p>
      <Heading title={organisation.name} />
      {saved && <Notice tone="good"><p>{words.saved}</p></Notice>}
      <WrongFields errors={draft.errors} text={reader.text} />
      <Form reader={reader} action={own} send={words.save} {...draft} />
      <form class="at-end" method="post" action={own}>
        <p class="hint">{words.removeHint}</p>
        <Button look="danger" name="account" value="remove">{words.remove}</Button>
      </form>
    </Layout>
  );
};

const Table: FC<{ reader: Reader; list: Organisation[] }> = ({ reader, list }) => {
  const { columns, title } = reader.text.organisations;
  return (
    <table class="ledger dense" role="table" aria-label={title}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{columns.name}</th>
          <th role="columnheader" scope="col">{columns.domains}</th>
          <th role="columnheader" scope="col">{columns.people}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {list.map(({ id, name, domains, people }) => (
          <tr role="row">
            <td role="cell" class="c-what"><a href={`/admin/organisations/${id}`}>{name}</a></td>
            <td role="cell" class="c-what">{domains.join(', ')}</td>
            <td role="cell" class="c-what">{people.join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

type FormProps = Draft & { reader: Reader; action: string; send: string };

const Form: FC<FormProps> = ({ reader, action, send, typed, errors }) => {
  const words = reader.text.organisations;
  return (
    <form class="sheet" method="post" action={action} novalidate>
      <Field name="name" label={words.name} value={typed.name} error={errors['name']} maxlength={LONGEST_NAME} autocomplete="off" required />
      <TextArea name="domains" label={words.domains} hint={words.domainsHint} rows={3} value={typed.domains} error={errors['domains']} required />
      <TextArea name="people" label={words.people} hint={words.peopleHint} rows={3} value={typed.people} error={errors['people']} />
      <div class="row"><Button>{send}</Button></div>
    </form>
  );
};
