/** `POST /admin/organisations` and `/admin/organisations/ID`: admins say which firm is who, and who sees its tickets. */

import type { Context } from 'hono';
import { listOrganisations, removeOrganisation, saveOrganisation, type Organisation } from '../../directory/organisations.ts';
import { rememberPeople } from '../../directory/people.ts';
import { readQueues } from '../../directory/queues.ts';
import { addressesOf } from '../../rules/queues.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readForm, type SentForm } from '../sent-form.ts';
import { judgeOrganisation } from './judge-organisation.ts';
import { organisationPage, organisationsPage } from './show-organisations.tsx';

export async function showOrganisation(c: Context<PortalEnv>) {
  const organisation = askedOrganisation(c, await listOrganisations(c.env.DB));
  return organisation === null ? errorPage(c, 'notFound') : organisationPage(c, organisation, null);
}

export async function makeOrganisation(c: Context<PortalEnv>) {
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');
  const typed = typedIn(form);
  const wrong = await judgedAndSaved(c, typed, null);
  return wrong === null ? c.redirect('/admin/organisations', 303) : organisationsPage(c, { typed, errors: wrong });
}

/** Changes it, or with `account` removes it. */
export async function setUpOrganisation(c: Context<PortalEnv>) {
  const organisation = askedOrganisation(c, await listOrganisations(c.env.DB));
  if (organisation === null) return errorPage(c, 'notFound');
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');
  if (form.text('account') === 'remove') {
    await removeOrganisation(c.env.DB, organisation.id);
    return c.redirect('/admin/organisations', 303);
  }
  const typed = typedIn(form);
  const wrong = await judgedAndSaved(c, typed, organisation.id);
  return wrong === null ? c.redirect(`/admin/organisations/${organisation.id}?saved=yes`, 303) : organisationPage(c, organisation, { typed, errors: wrong });
}

/** What is wrong at which field; null: it is saved. Whoever is named and not known yet is a customer from now on, so that they can sign in. */
async function judgedAndSaved(c: Context<PortalEnv>, typed: ReturnType<typeof typedIn>, id: number | null) {
  const { settings, text, at } = c.var;
  const [all, queues] = await Promise.all([listOrganisations(c.env.DB), readQueues(c.env.DB, settings, at)]);
  const { draft, errors } = judgeOrganisation(typed, { others: all.filter((one) => one.id !== id), ownAddresses: addressesOf(queues) }, text);
  if (draft === null) return errors;
  await rememberPeople(c.env.DB, draft.people.map((address) => ({ address, name: '', language: settings.defaultLanguage })), at);
  await saveOrganisation(c.env.DB, { ...draft, id }, at);
  return null;
}

function typedIn(form: SentForm) {
  return { name: form.text('name').trim(), domains: form.text('domains'), people: form.text('people') };
}

function askedOrganisation(c: Context<PortalEnv>, all: Organisation[]): Organisation | null {
  return all.find((one) => String(one.id) === c.req.param('id')) ?? null;
}
