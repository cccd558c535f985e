/** `POST /admin/people` and `/admin/people/ID`: who may do what on this desk. */

import type { Context } from 'hono';
import * as v from 'valibot';
import { disable, enable, findPeople, rememberPeople, setRole, setToldOfNew, type DirectoryPerson } from '../../directory/people.ts';
import { removeSecondFactors } from '../../directory/second-factors.ts';
import { parseAddress } from '../../rules/address.ts';
import { cleanName } from '../../rules/clean.ts';
import type { KnownPerson } from '../../rules/commands.ts';
import { accountRoles, type AccountRole } from '../../rules/ticket.ts';
import type { Text } from '../../text/text.ts';
import { errorPage } from '../errors.tsx';
import type { FieldErrors } from '../parts/field.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { tellByMail } from '../profile/account-notice.ts';
import { signedIn } from '../reader.ts';
import { readForm, type SentForm } from '../sent-form.ts';
import { personWith } from '../tickets/command.ts';
import { addedRoles } from './add-person-form.tsx';
import { askedPeople, listLink } from './asked-people.ts';
import { askedPerson } from './asked-person.ts';
import { wrongPeoplePage } from './show-people.tsx';

/** Makes somebody an agent or admin, known or not, and shows the list they are on now: whoever is disabled stays so. */
export async function addPerson(c: Context<PortalEnv>) {
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');

  const typed = { address: form.text('address').trim(), name: form.text('name').trim(), role: form.text('role') };
  const address = parseAddress(typed.address);
  const person = address === null ? null : await personWith(c, address);
  const role = roleOf(addedRoles, typed.role);
  const errors = { ...wrongAddress(person, c.var.text), ...wrongRole(c, person?.address === signedIn(c).address, role) };
  if (person === null || role === null || Object.keys(errors).length > 0) return wrongPeoplePage(c, { form: 'add', typed, errors });

  const { id } = await remembered(c, { ...person, name: cleanName(typed.name) });
  await setRole(c.env.DB, id, role);
  return c.redirect(listLink({ who: person.disabled ? 'disabled' : 'staff', search: '', page: 1 }), 303);
}

/** Disables, enables, forgets lost devices, or sets role and letters, and goes back to the list it was asked from. */
export async function changePerson(c: Context<PortalEnv>) {
  const person = await askedPerson(c);
  if (person === null) return errorPage(c, 'notFound');
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');

  switch (form.text('account')) {
    case '':
      return setRights(c, person, form);
    case 'disable':
      return disablePerson(c, person);
    case 'enable':
      await enable(c.env.DB, person.id);
      return backToList(c);
    case 'lost-devices':
      return forgetDevices(c, person);
    default:
      return errorPage(c, 'badInput');
  }
}

/** For a colleague who lost all devices and codes (SW15); it is told to them by mail, in case they did not. */
async function forgetDevices(c: Context<PortalEnv>, person: DirectoryPerson) {
  await removeSecondFactors(c.env.DB, person.id);
  tellByMail(c, 'factorsRemoved', person);
  return backToList(c);
}

async function setRights(c: Context<PortalEnv>, person: DirectoryPerson, form: SentForm) {
  const typed = { role: form.text('role'), wants_new_tickets: form.text('wants_new_tickets') };
  const role = roleOf(accountRoles, typed.role);
  const errors = wrongRole(c, isReader(c, person), role);
  if (role === null || Object.keys(errors).length > 0) return wrongPeoplePage(c, { form: person.id, typed, errors });

  await setRole(c.env.DB, person.id, role);
  await setToldOfNew(c.env.DB, person.id, typed.wants_new_tickets === 'yes');
  return backToList(c);
}

async function disablePerson(c: Context<PortalEnv>, person: DirectoryPerson) {
  if (isReader(c, person)) return wrongPeoplePage(c, { form: person.id, typed: {}, errors: { account: c.var.text.portal.admin.notYourself } });
  await disable(c.env.DB, person.id, c.var.at);
  return backToList(c);
}

async function remembered(c: Context<PortalEnv>, person: KnownPerson): Promise<DirectoryPerson> {
  await rememberPeople(c.env.DB, [person], c.var.at);
  const [found] = await findPeople(c.env.DB, [person.address]);
  if (found === undefined) throw new Error('Somebody just remembered is not known');
  return found;
}

function wrongAddress(person: KnownPerson | null, text: Text): FieldErrors {
  if (person === null) return { address: text.portal.admin.addressWrong };
  return person.own ? { address: text.portal.admin.addressOwn } : {};
}

/** Only admins come here, so any other role for the reader would take rights away. */
function wrongRole(c: Context<PortalEnv>, ofReader: boolean, role: AccountRole | null): FieldErrors {
  const words = c.var.text.portal.admin;
  if (role === null) return { role: words.roleWrong };
  return ofReader && role !== 'admin' ? { role: words.notYourself } : {};
}

function isReader(c: Context<PortalEnv>, person: DirectoryPerson): boolean {
  return person.id === signedIn(c).id;
}

function roleOf<Role extends AccountRole>(roles: readonly Role[], typed: string): Role | null {
  const role = v.safeParse(v.picklist(roles), typed);
  return role.success ? role.output : null;
}

function backToList(c: Context<PortalEnv>) {
  return c.redirect(listLink(askedPeople(c)), 303);
}
