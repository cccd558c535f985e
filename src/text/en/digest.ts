/** Words of the one letter a day to agents. */

import type { ToldEvent } from '../../rules/letter-choices.ts';
import type { LetterKind } from '../../rules/letter-kinds.ts';

const times = (count: number) => (count === 1 ? '' : ` ${count} times`);

/** Who did what, how often; empty where the list says it. */
function says(kind: LetterKind, who: string, count: number): string {
  switch (kind) {
    case 'correspondence':
    case 'called':
      return `${who} wrote${times(count)}`;
    case 'comment':
      return `${who} commented${times(count)}`;
    case 'mentioned':
      return `${who} mentioned you${times(count)}`;
    case 'owner-changed':
      return `${who} made you its owner`;
    case 'new-ticket':
      return `from ${who}`;
    default:
      return '';
  }
}

export const digest = {
  subject: (siteName: string, tickets: number) => `${siteName}: your day, ${tickets === 1 ? '1 ticket' : `${tickets} tickets`}`,
  heading: 'What happened since your last digest',
  sections: { mentioned: 'You were mentioned', mine: 'On your tickets', overdue: 'Overdue', new: 'New in your queues' } satisfies Record<ToldEvent, string>,
  says,
  overdueSince: (due: string) => `overdue since ${due}`,
  yours: 'yours',
  nobodys: 'nobody’s',
  more: (count: number) => (count === 1 ? 'One more ticket is in the portal.' : `${count} more tickets are in the portal.`),
  openDesk: 'Open the desk',
  noReply: 'Please do not reply to this mail: the reply would become a new ticket.',
  choose: 'Choose which letters you get, and when',
  why: 'You get this mail because you work at this desk and chose to be told once a day.',
};
