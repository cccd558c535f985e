import type { FC } from 'hono/jsx';
import type { Text } from '../../text/text.ts';
import { Button } from './button.tsx';

type SearchFormProps = { action: '/desk' | '/tickets'; label: string; typed?: string | undefined; text: Text };

/** One line that is searched for; the address bar has it afterwards. With script its first hits are there while one types. */
export const SearchForm: FC<SearchFormProps> = ({ action, label, typed, text }) => (
  <form class="search" role="search" method="get" action={action} data-hits={`${action}/hits?q=`}>
    <script type="module" src="/search.js"></script>
    <input type="search" name="q" value={typed} aria-label={label} placeholder={label} maxlength={300} autocomplete="off" />
    <div class="hits" id="hits" role="listbox" aria-label={text.portal.search.hits} data-own="" hidden />
    <p class="only-heard" role="status" data-own="" />
    <Button look="plain">{text.portal.search.find}</Button>
  </form>
);
