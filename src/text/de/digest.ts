import type { LetterKind } from '../../rules/letter-kinds.ts';
import type { digest as english } from '../en/digest.ts';

const times = (count: number) => (count === 1 ? '' : ` ${count}-mal`);

function says(kind: LetterKind, who: string, count: number): string {
  switch (kind) {
    case 'correspondence':
    case 'called':
      return `${who} hat${times(count)} geschrieben`;
    case 'comment':
      return `${who} hat${times(count)} kommentiert`;
    case 'mentioned':
      return `${who} hat Sie${times(count)} erwähnt`;
    case 'owner-changed':
      return `${who} hat ihn Ihnen übergeben`;
    case 'new-ticket':
      return `von ${who}`;
    default:
      return '';
  }
}

export const digest: typeof english = {
  subject: (siteName, tickets) => `${siteName}: Ihre Tagesübersicht, ${tickets === 1 ? '1 Vorgang' : `${tickets} Vorgänge`}`,
  heading: 'Was seit Ihrer letzten Übersicht geschah',
  sections: { mentioned: 'Sie wurden erwähnt', mine: 'An Ihren Vorgängen', overdue: 'Überfällig', new: 'Neu in Ihren Bereichen' },
  says,
  overdueSince: (due) => `überfällig seit ${due}`,
  yours: 'gehört Ihnen',
  nobodys: 'gehört niemandem',
  more: (count) => (count === 1 ? 'Ein weiterer Vorgang steht im Portal.' : `${count} weitere Vorgänge stehen im Portal.`),
  openDesk: 'Helpdesk öffnen',
  noReply: 'Bitte antworten Sie nicht auf diese Mail: Aus der Antwort würde ein neuer Vorgang.',
  choose: 'Wählen, welche Mails Sie wann bekommen',
  why: 'Sie erhalten diese Mail, weil Sie an diesem Helpdesk arbeiten und sich einmal am Tag unterrichten lassen.',
};
