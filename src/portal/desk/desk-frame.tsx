import type { Child, FC } from 'hono/jsx';
import type { ViewCounts } from '../../ticket-index/view-counts.ts';
import { Layout, type Reader } from '../parts/layout.tsx';
import { SearchForm } from '../parts/search-form.tsx';
import { addresses, places, type DeskPlace } from './desk-places.ts';
import { SavedViewLinks } from './saved-views-parts.tsx';

/** `place` null: an agent's own view, which `saved` says, or what was searched for, which `typed` says. */
type DeskFrameProps = { reader: Reader; title: string; here: string; place: DeskPlace | null; counts: ViewCounts; typed?: string | undefined; saved?: number | undefined; children?: Child };

/** The desk's views at the left, with true counts, and one of them at the right. */
export const DeskFrame: FC<DeskFrameProps> = ({ reader, title, here, place, counts, typed, saved, children }) => (
  <Layout {...reader} title={title} here={here} width="wide" live="/live">
    <div class="desk">
      <nav class="views" aria-label={reader.text.portal.views.label}>
        <ul>
          {places.map((one) => (
            <li class={one === 'door' ? 'apart' : undefined}>
              <a href={addresses[one]} aria-current={one === place ? 'page' : undefined} class={(one === 'door' || one === 'letters') && counts[one] > 0 ? 'waits' : undefined}>
                {reader.text.portal.views[one]}
                {one !== 'intake' && <span class="count">{counts[one]}</span>}
              </a>
            </li>
          ))}
          <SavedViewLinks saved={counts.saved} here={saved ?? null} text={reader.text} />
        </ul>
      </nav>
      <div class="view">
        <SearchForm action="/desk" label={reader.text.portal.search.label} typed={typed} text={reader.text} />
        {children}
      </div>
    </div>
  </Layout>
);
