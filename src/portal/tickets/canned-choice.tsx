import type { FC } from 'hono/jsx';
import { filled, type Canned, type CannedFacts } from '../../rules/canned.ts';
import type { TicketPage } from '../../rules/page.ts';
import type { Person } from '../../rules/ticket.ts';
import type { Reader } from '../parts/layout.tsx';

type About = Pick<TicketPage, 'number' | 'fields' | 'requester'>;

/** What fills the gaps on this ticket. A name that is none is left out, not replaced by an address. */
export function cannedFacts({ number, fields, requester }: About, agent: Person | null): CannedFacts {
  return { number, subject: fields.subject, customer: requester?.name ?? '', agent: agent?.name ?? '' };
}

/** Below the text, for those who do not type `::`; the script takes the texts from here too. */
export const CannedChoice: FC<{ page: TicketPage; reader: Reader; canned: Canned[] }> = ({ page, reader, canned }) => {
  const words = reader.text.portal.canned;
  const facts = cannedFacts(page, reader.person);
  return (
    <p class="canned-choice">
      <label for="reply-canned">{words.choose}</label>{' '}
      <select name="canned" id="reply-canned">
        <option value="">{words.none}</option>
        {canned.map((one) => <option value={one.shortcut} data-text={filled(one, page.language, facts)}>::{one.shortcut}</option>)}
      </select>{' '}
      <button type="submit" class="link" formaction={`/tickets/${page.number}/draft`} name="insert" value="1" formnovalidate>{words.insert}</button>
    </p>
  );
};
