/** `POST /admin/people/ID/queues`: in which queues an agent works. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { setQueues, type DirectoryPerson } from '../../directory/people.ts';
import { readQueues } from '../../directory/queues.ts';
import { errorPage } from '../errors.tsx';
import { Button } from '../parts/button.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readForm } from '../sent-form.ts';
import { askedPerson } from './asked-person.ts';
import { personPage, type OnePersonProps } from './show-person.tsx';

/** What stands in the form. `chosen` counts only where it is not every queue. */
export type TypedQueues = { every: boolean; chosen: number[] };

export function typedQueues({ queues }: DirectoryPerson): TypedQueues {
  return { every: queues === null, chosen: queues ?? [] };
}

/** What they see changes with their next page. */
export async function changePersonQueues(c: Context<PortalEnv>) {
  const person = await askedPerson(c);
  if (person === null) return errorPage(c, 'notFound');
  const form = await readForm(c);
  const which = form?.text('which');
  if (form === null || (which !== 'all' && which !== 'some')) return errorPage(c, 'badInput');

  const queues = await readQueues(c.env.DB, c.var.settings, c.var.at);
  const sent = form.texts('queue');
  const chosen = queues.map(({ id }) => id).filter((id) => sent.includes(String(id)));
  const typed = { every: which === 'all', chosen };
  if (!typed.every && chosen.length === 0) return personPage(c, person, { typed, errors: { queues: c.var.text.people.queues.none } });

  await setQueues(c.env.DB, person.id, typed.every ? null : chosen);
  return c.redirect(`/admin/people/${person.id}?saved=yes`, 303);
}

export const PersonQueues: FC<OnePersonProps> = ({ reader: { text }, person, queues, typed, errors }) => {
  const words = text.people.queues;
  const error = errors['queues'];
  return (
    <section class="card" aria-labelledby="queues">
      <h2 id="queues">{words.title}</h2>
      {person.role !== 'agent' ? <p class="hint">{person.role === 'admin' ? words.admins : words.customers}</p> : (
        <form class="stack" method="post" action={`/admin/people/${person.id}/queues`} novalidate>
          <fieldset aria-describedby={error === undefined ? 'queues-hint' : 'queues-hint queues-error'}>
            <legend class="only-heard">{words.title}</legend>
            <p class="hint" id="queues-hint">{words.lead}</p>
            {error !== undefined && <p class="error" id="queues-error">{error}</p>}
            <label class="check"><input type="radio" name="which" value="all" checked={typed.every} /> {words.all}</label>
            <label class="check"><input type="radio" name="which" value="some" checked={!typed.every} /> {words.some}</label>
            <ul class="choose">
              {queues.map(({ id, name, retired }) => (
                <li><label class="check"><input type="checkbox" name="queue" value={String(id)} checked={typed.chosen.includes(id)} /> {retired ? words.retired(name) : name}</label></li>
              ))}
            </ul>
          </fieldset>
          <div class="row"><Button>{words.save}</Button></div>
        </form>
      )}
    </section>
  );
};
