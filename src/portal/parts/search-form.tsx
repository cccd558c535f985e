import type { FC } from 'hono/jsx';
import { Button } from './button.tsx';

type SearchFormProps = { action: string; label: string; find: string; typed?: string | undefined };

/** One line that is searched for; the address bar has it afterwards. */
export const SearchForm: FC<SearchFormProps> = ({ action, label, find, typed }) => (
  <form class="search" role="search" method="get" action={action}>
    <input type="search" name="q" value={typed} aria-label={label} placeholder={label} maxlength={300} autocomplete="off" />
    <Button look="plain">{find}</Button>
  </form>
);
