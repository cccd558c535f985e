/** The ways from a ticket to those beside it in the list that its reader came from, and back there. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { Side } from '../desk/go-to-neighbour.ts';
import { readKeptList, type KeptList } from '../desk/kept-list.ts';
import { Notice } from '../parts/notice.tsx';
import type { PortalEnv } from '../portal-env.ts';
import type { Text } from '../../text/text.ts';

/** `list` null: the reader did not come from a list with this ticket. `end`: they wanted to go on, and it ends here. */
export type CameFrom = { list: KeptList | null; end: Side | null };

export function cameFrom(c: Context<PortalEnv>, number: number): CameFrom {
  const list = readKeptList(c);
  const end = c.req.query('end');
  return { list: list?.tickets.includes(number) === true ? list : null, end: end === 'newer' || end === 'older' ? end : null };
}

export const Neighbours: FC<{ from: CameFrom; number: number; text: Text }> = ({ from: { list, end }, number, text }) => {
  const words = text.portal.around;
  return (
    <>
      {list !== null && (
        <nav class="neighbours" aria-label={words.inList}>
          <a class="to-list" href={list.address}>← {words.toList}</a>
          <a rel="prev" href={`/desk/neighbour?of=${number}&side=newer`}>{words.neighbours.newer}</a>
          <a rel="next" href={`/desk/neighbour?of=${number}&side=older`}>{words.neighbours.older}</a>
        </nav>
      )}
      {end !== null && <Notice tone="good"><p>{words.ends[end]}</p></Notice>}
    </>
  );
};
