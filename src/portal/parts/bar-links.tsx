import type { FC } from 'hono/jsx';
import { isStaff } from '../../rules/ticket.ts';
import type { Text } from '../../text/text.ts';
import type { SignedIn } from '../portal-env.ts';

type BarLinksProps = { person: SignedIn; text: Text; here: string };

/** Where a signed-in person can go, and the way out. */
export const BarLinks: FC<BarLinksProps> = ({ person, text, here }) => {
  const words = text.portal.layout;
  const home = isStaff(person.role) ? '/desk' : '/tickets';
  return (
    <>
      <nav class="bar-nav" aria-label={words.navigation}>
        <a href={home} aria-current={current(here, home, '/tickets')}>{isStaff(person.role) ? words.desk : words.tickets}</a>
        {person.role === 'admin' && (
          <a href="/admin/people" aria-current={here === '/healthz' ? 'true' : current(here, '/admin/people', '/admin')}>{words.admin}</a>
        )}
        <a class="bar-new" href="/tickets/new" aria-current={here === '/tickets/new' ? 'page' : undefined}>{words.newTicket}</a>
      </nav>
      <form class="bar-person" method="post" action="/sign-out">
        <a class="bar-name" href="/profile" title={person.address}>{person.name || person.address}</a>
        <button class="link" type="submit">{words.signOut}</button>
      </form>
    </>
  );
};

/** Whether the link leads to this very page, or the page is one of those behind it. */
function current(here: string, link: string, behind: string): 'page' | 'true' | undefined {
  if (here === link) return 'page';
  return isBelow(here, link) || isBelow(here, behind) ? 'true' : undefined;
}

function isBelow(here: string, place: string): boolean {
  return here !== '/tickets/new' && (here === place || here.startsWith(`${place}/`) || here.startsWith(`${place}?`));
}
