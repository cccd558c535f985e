/** `GET POST /admin/people/ID/erase`: somebody is to be nobody here any more (P11), because they asked for it or left the firm. */

import type { Context } from 'hono';
import type { DirectoryPerson } from '../../directory/people.ts';
import { whyNotErased } from '../../rules/readdressing.ts';
import { askedPerson } from '../admin/asked-person.ts';
import { errorPage } from '../errors.tsx';
import { nameOf } from '../parts/person-name.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf, signedIn } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { erase } from './erase.ts';
import { ErasePage } from './erase-page.tsx';

export async function showErasePerson(c: Context<PortalEnv>) {
  const person = await askedPerson(c);
  return person === null ? errorPage(c, 'notFound') : page(c, person, false);
}

export async function erasePerson(c: Context<PortalEnv>) {
  const person = await askedPerson(c);
  if (person === null) return errorPage(c, 'notFound');
  const form = await readForm(c);
  if (form?.text('sure') !== 'yes' || whyNot(c, person) !== null) return page(c, person, true);
  await erase(c, person);
  return c.redirect('/admin/people/changes', 303);
}

function page(c: Context<PortalEnv>, person: DirectoryPerson, unsure: boolean) {
  const notNow = whyNot(c, person);
  const back = `/admin/people/${person.id}`;
  return c.html(<ErasePage reader={readerOf(c)} title={c.var.text.erasing.titleOf(nameOf(person))} person={person} here={`${back}/erase`} back={back} notNow={notNow} unsure={unsure && notNow === null} />, unsure ? 422 : 200);
}

function whyNot(c: Context<PortalEnv>, person: DirectoryPerson) {
  return whyNotErased(person, signedIn(c).address, c.var.settings.admins);
}
