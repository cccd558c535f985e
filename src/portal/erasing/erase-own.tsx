/** `GET POST /profile/erase`: the reader is to be nobody here any more (P11). `GET /erased`: it is done. */

import type { Context } from 'hono';
import { whyNotErased } from '../../rules/readdressing.ts';
import { Heading } from '../parts/heading.tsx';
import { Layout } from '../parts/layout.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf, signedIn } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { deleteSessionCookie } from '../session-cookie.ts';
import { erase } from './erase.ts';
import { ErasePage } from './erase-page.tsx';

const ADDRESS = '/profile/erase';

export function showEraseOwn(c: Context<PortalEnv>) {
  return page(c, false);
}

export async function eraseOwn(c: Context<PortalEnv>) {
  const form = await readForm(c);
  const person = signedIn(c);
  if (form?.text('sure') !== 'yes' || whyNotErased(person, person.address, c.var.settings.admins) !== null) return page(c, true);
  await erase(c, person);
  deleteSessionCookie(c);
  return c.redirect('/erased', 303);
}

function page(c: Context<PortalEnv>, unsure: boolean) {
  const person = signedIn(c);
  const notNow = whyNotErased(person, person.address, c.var.settings.admins);
  return c.html(<ErasePage reader={readerOf(c)} title={c.var.text.erasing.title} person={person} here={ADDRESS} back="/profile" notNow={notNow} unsure={unsure && notNow === null} />, unsure ? 422 : 200);
}

export function showErased(c: Context<PortalEnv>) {
  const reader = readerOf(c);
  const words = reader.text.erasing.done;
  return c.html(
    <Layout {...reader} title={words.title} width="narrow" here="/erased">
      <Heading title={words.title} />
      <p>{words.what}</p>
    </Layout>,
  );
}
