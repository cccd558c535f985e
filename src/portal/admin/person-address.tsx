/** `POST /admin/people/ID/address`: somebody has another mail address (SW17). They confirm it, unless the admin says that it is verified. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { DirectoryPerson } from '../../directory/people.ts';
import { errorPage } from '../errors.tsx';
import { askAtNewAddress, move, newAddressIn } from '../new-address/move.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { signedIn } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { askedPerson } from './asked-person.ts';
import { typedQueues } from './person-queues.tsx';
import { personPage, type OnePersonProps } from './show-person.tsx';

export async function changePersonAddress(c: Context<PortalEnv>) {
  const person = await askedPerson(c);
  if (person === null) return errorPage(c, 'notFound');
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');

  const [typed, verified] = [form.text('address').trim(), form.text('verified') === 'yes'];
  const asked = await newAddressIn(c, typed, person);
  const { faults } = c.var.text.newAddress;
  const again = (fault: keyof typeof faults) => personPage(c, person, { typed: typedQueues(person), address: { typed, verified }, errors: { address: faults[fault] } });
  if ('fault' in asked) return again(asked.fault);
  if (!verified) return (await askAtNewAddress(c, person, asked.address)) ? back(c, person, 'address-asked') : again('tooOften');
  return (await move(c, person, asked.address, signedIn(c).address)) ? back(c, person, 'address') : again('taken');
}

function back(c: Context<PortalEnv>, { id }: DirectoryPerson, saved: string) {
  return c.redirect(`/admin/people/${id}?saved=${saved}`, 303);
}

export const PersonAddress: FC<OnePersonProps> = ({ reader: { text }, person, address: { typed, verified }, errors }) => {
  const words = text.newAddress;
  return (
    <section class="card" aria-labelledby="new-address">
      <h2 id="new-address">{words.ofPerson.title}</h2>
      <p class="hint">{words.ofPerson.what}</p>
      <details class="change" open={errors['address'] !== undefined}>
        <summary>{words.card.button}</summary>
        <form class="stack" method="post" action={`/admin/people/${person.id}/address`} novalidate>
          <Field name="address" type="email" label={words.field} value={typed} error={errors['address']} autocomplete="off" required />
          <label class="check"><input type="checkbox" name="verified" value="yes" checked={verified} /> {words.ofPerson.verified}</label>
          <div class="row"><Button>{words.ofPerson.send}</Button></div>
        </form>
      </details>
    </section>
  );
};
