/** Parts of pages that say the same to everybody who reads a language. */

import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import type { Text } from '../../text/text.ts';

type Rendered = ReturnType<typeof raw>;

/** The part as it is, rendered for the first page that has it and kept for all others. It must not await anything. */
export function onceALanguage(Part: FC<{ text: Text }>): FC<{ text: Text }> {
  const kept = new Map<Text, Rendered>();
  return ({ text }) => {
    const known = kept.get(text) ?? raw(String(<Part text={text} />));
    kept.set(text, known);
    return known;
  };
}
