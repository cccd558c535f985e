import type { FC } from 'hono/jsx';
import type { Text } from '../../text/text.ts';
import { Choices } from '../parts/choices.tsx';

/** The ledger's mails, and its sums by day. */
export const IntakeNav: FC<{ page: 'mails' | 'days'; text: Text }> = ({ page, text }) => {
  const words = text.portal.intake;
  return (
    <Choices
      label={words.lists}
      choices={[
        { href: '/desk/intake', label: words.mails, current: page === 'mails' },
        { href: '/desk/intake/days', label: words.byDay, current: page === 'days' },
      ]}
    />
  );
};
