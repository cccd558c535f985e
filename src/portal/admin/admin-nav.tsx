import type { FC } from 'hono/jsx';
import type { Text } from '../../text/text.ts';
import { Choices } from '../parts/choices.tsx';

const pages = ['people', 'queues', 'organisations', 'canned', 'audit', 'health'] as const;
export type AdminPage = (typeof pages)[number];

/** The admins' pages, side by side. */
export const AdminNav: FC<{ page: AdminPage; text: Text }> = ({ page, text }) => (
  <div class="admin-nav">
    <Choices label={text.portal.layout.admin} choices={pages.map((one) => ({ href: one === 'health' ? '/healthz' : `/admin/${one}`, label: text.portal.adminPages[one], current: one === page }))} />
  </div>
);
