import type { FC } from 'hono/jsx';
import { callNames } from '../../rules/mentions.ts';
import type { Person } from '../../rules/ticket.ts';
import type { Reader } from '../parts/layout.tsx';
import { nameOf } from '../parts/person-name.tsx';

/** Below a comment's text: that it can call colleagues, and for the script their names, of which it shows those that fit what is typed after `@`. */
export const CallChoice: FC<{ agents: Person[]; reader: Reader }> = ({ agents, reader: { text, person } }) => {
  const words = text.portal.writing;
  const others = agents.filter((one) => one.address !== person?.address);
  if (others.length === 0) return null;
  const names = callNames(agents);
  return (
    <>
      <p class="hint">{words.call}</p>
      <div class="calls" role="group" aria-label={words.calls} hidden>
        {others.map((one) => <button type="button" class="link" value={names.get(one.address)} hidden>{nameOf(one)}</button>)}
      </div>
    </>
  );
};
