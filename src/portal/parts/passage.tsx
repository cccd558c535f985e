import type { FC } from 'hono/jsx';
import { excerpt, hitsIn, type Part } from '../../rules/search-text.ts';
import type { Passage } from '../../ticket-index/search.ts';
import type { Text } from '../../text/text.ts';

/** Text in which the sought words are marked. */
export const Marked: FC<{ text: string; sought: readonly string[] }> = ({ text, sought }) => <Parts parts={sought.length === 0 ? [{ hit: false, text }] : hitsIn(text, sought)} />;

const LONGEST = 160;

/** Where the sought words stand, under the ticket's subject; nothing if only the ticket itself has them. Without words, what was said last. */
export const PassageLine: FC<{ passage: Passage; sought: readonly string[]; text: Text }> = ({ passage, sought, text }) => {
  const parts = sought.length === 0 ? lastLine(passage.text) : excerpt(passage.text, sought, LONGEST);
  if (parts === null) return null;
  return (
    <span class={passage.inside ? 'passage inside' : 'passage'}>
      {passage.inside && <b>{text.portal.search.comment} </b>}
      {passage.byName !== '' && <>{text.portal.search.saidBy(passage.byName)} </>}
      <Parts parts={parts} />
    </span>
  );
};

/** The beginning of what was said last, without the marks that make it bold or code. */
function lastLine(text: string): Part[] | null {
  const line = text.slice(0, 2 * LONGEST).replaceAll(/\*\*|`/g, '').replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST);
  return line === '' ? null : [{ hit: false, text: line }];
}

const Parts: FC<{ parts: Part[] }> = ({ parts }) => <>{parts.map((part) => (part.hit ? <mark>{part.text}</mark> : part.text))}</>;
