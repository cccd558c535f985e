import type { FC } from 'hono/jsx';
import type { Text } from '../../text/text.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import type { AskedPeople } from './asked-people.ts';

/** Finds people of this list by a part of name or address. Goes to the list, which on a phone is below the form. */
export const FindPeople: FC<{ asked: AskedPeople; text: Text }> = ({ asked, text }) => {
  const words = text.portal.admin;
  return (
    <form class="find" method="get" action="/admin/people#people" role="search">
      {asked.who !== 'staff' && <input type="hidden" name="who" value={asked.who} />}
      <Field name="search" type="search" label={words.search} value={asked.search} autocomplete="off" maxlength={200} />
      <Button look="plain">{words.find}</Button>
    </form>
  );
};
