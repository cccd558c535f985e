import type { Child, FC } from 'hono/jsx';
import type { ViewCounts } from '../../ticket-index/list.ts';
import { Layout, type Reader } from '../parts/layout.tsx';

export type DeskPlace = keyof ViewCounts | 'intake';

type DeskFrameProps = { reader: Reader; title: string; here: string; place: DeskPlace; counts: ViewCounts; children?: Child };

/** The desk's views at the left, with true counts, and one of them at the right. */
export const DeskFrame: FC<DeskFrameProps> = ({ reader, title, here, place, counts, children }) => (
  <Layout {...reader} title={title} here={here} width="wide">
    <div class="desk">
      <nav class="views" aria-label={reader.text.portal.views.label}>
        <ul>
          {places.map((one) => (
            <li class={one === 'door' ? 'apart' : undefined}>
              <a href={addresses[one]} aria-current={one === place ? 'page' : undefined} class={one === 'door' && counts.door > 0 ? 'waits' : undefined}>
                {reader.text.portal.views[one]}
                {one !== 'intake' && <span class="count">{counts[one]}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="view">{children}</div>
    </div>
  </Layout>
);

const places: DeskPlace[] = ['mine', 'nobody', 'open', 'closed', 'door', 'intake'];

export const addresses: Record<DeskPlace, string> = {
  mine: '/desk',
  nobody: '/desk?view=nobody',
  open: '/desk?view=open',
  closed: '/desk?view=closed',
  door: '/desk/door',
  intake: '/desk/intake',
};
