/** Words of invitations to meetings. */

import type { InvitationMethod, Invited, Weekday } from '../../rules/invitation.ts';

const method: Record<InvitationMethod, string> = {
  request: 'Invitation',
  cancel: 'Cancelled meeting',
  reply: 'Answer to an invitation',
  counter: 'Another time is proposed',
  publish: 'Meeting',
};

const answer: Record<Invited['answer'], string> = { accepted: 'accepted', declined: 'declined', tentative: 'tentative', open: 'open' };

const weekday: Record<Weekday, string> = { MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday', SA: 'Saturday', SU: 'Sunday' };

const every = {
  day: (interval: number) => (interval === 1 ? 'every day' : `every ${interval} days`),
  week: (interval: number) => (interval === 1 ? 'every week' : `every ${interval} weeks`),
  month: (interval: number) => (interval === 1 ? 'every month' : `every ${interval} months`),
  year: (interval: number) => (interval === 1 ? 'every year' : `every ${interval} years`),
};

export const invitation = {
  method,
  changed: 'Changed invitation',
  answer,
  weekday,
  every,
  on: (days: string[]) => `on ${days.join(', ')}`,
  until: (day: string) => `, until ${day}`,
  times: (times: number) => `, ${times} times`,
  otherwise: 'by a rule that the calendar file has',
  when: 'When',
  zone: (zone: string) => `written in ${zone}`,
  repeats: 'Repeats',
  where: 'Where',
  organiser: 'Organiser',
  attendees: 'Invited',
  more: (count: number) => `and ${count} more`,
  description: 'Description',
  file: 'Calendar file (.ics)',
};
