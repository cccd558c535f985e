import type { FC } from 'hono/jsx';
import { excerpt, hitsIn, type Part } from '../../rules/search-text.ts';
import type { Passage } from '../../ticket-index/search.ts';
import type { Text } from '../../text/text.ts';

/** Text in which the sought words are marked. */
export const Marked: FC<{ text: string; sought: readonly string[] }> = ({ text, sought }) => <Parts parts={sought.length === 0 ? [{ hit: false, text }] : hitsIn(text, sought)} />;

const LONGEST = 160;

/** Where the sought words stand, under the ticket's subject; nothing if only the ticket itself has them. */
export const PassageLine: FC<{ passage: Passage; sought: readonly string[]; text: Text }> = ({ passage, sought, text }) => {
  const parts = excerpt(passage.text, sought, LONGEST);
  if (parts === null) return null;
  return (
    <span class={passage.inside ? 'passage inside' : 'passage'}>
      {passage.inside && <b>{text.portal.search.comment} </b>}
      {passage.byName !== '' && <>{text.portal.search.saidBy(passage.byName)} </>}
      <Parts parts={parts} />
    </span>
  );
};

const Parts: FC<{ parts: Part[] }> = ({ parts }) => <>{parts.map((part) => (part.hit ? <mark>{part.text}</mark> : part.text))}</>;
