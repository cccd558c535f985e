import type { FC } from 'hono/jsx';
import type { Language } from '../../rules/ticket.ts';
import type { Text } from '../../text/text.ts';

const names: [Language, string][] = [['de', 'Deutsch'], ['en', 'English']];

/** Each language's button is in that language. */
export const LanguageSwitch: FC<{ language: Language; text: Text; here: string }> = ({ language, text, here }) => (
  <form class="languages" method="post" action="/language" aria-label={text.portal.layout.language}>
    <input type="hidden" name="to" value={here} />
    {names.map(([value, name]) => (
      <button class="link" type="submit" name="language" value={value} lang={value} aria-current={value === language ? 'true' : undefined}>{name}</button>
    ))}
  </form>
);
