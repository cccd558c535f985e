import { html } from 'hono/html';
import type { FC } from 'hono/jsx';
import type { DueState } from '../../rules/service-level.ts';
import type { Instant, Status } from '../../rules/ticket.ts';
import type { Text } from '../../text/text.ts';
import { Moment } from './moment.tsx';
import type { Clock } from './times.ts';

/** Each status has its own shape, so that nobody needs the colours. */
const shapes: Record<Status, ReturnType<typeof shape>> = {
  new: shape('M6 1 11 6 6 11 1 6z'),
  open: shape('M6 1.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z'),
  waiting: shape('M6 1.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zm0 1.6a2.9 2.9 0 1 0 0 5.8z'),
  closed: shape('m1.2 6.3 1.3-1.3 2.3 2.3 4.7-5L10.8 3.5 4.9 9.900z'),
  rejected: shape('m2.9 1.6 3.1 3.1 3.1-3.1 1.3 1.300L7.3 6l3.1 3.1-1.3 1.300L6 7.300l-3.1 3.1-1.3-1.300L4.7 6 1.6 2.900z'),
};

/** `staff` reads the status from the desk's side: a waiting ticket waits for the customer, who is to see that. */
export const StatusMark: FC<{ status: Status; staff: boolean; text: Text }> = ({ status, staff, text }) => (
  <span class={`status ${status}${status === 'waiting' && !staff ? ' asked' : ''}`}>
    {shapes[status]}
    {staff ? text.portal.staffStatus[status] : text.words.status[status]}
  </span>
);

/** When a ticket is due, and in words and shape if that is over or near. */
export const DueMark: FC<{ dueAt: Instant; state: DueState; now: Clock; text: Text; look: 'short' | 'full' }> = ({ dueAt, state, now, text, look }) => {
  return (
    <span class={`due ${state}`} title={state === 'none' ? undefined : text.portal.due[state]}>
      {state !== 'none' && (
        <>
          {state === 'overdue' ? triangle : clock}
          <b>{text.portal.due[state]}</b>{' '}
        </>
      )}
      <Moment instant={dueAt} now={now} look={look} />
    </span>
  );
};

const triangle = shape('M6 .8 11.8 11.200H.2zM5.3 4.500v3.200h1.400V4.500zm0 4.200v1.400h1.400V8.700z');
const clock = shape('M6 .8a5.2 5.2 0 1 1 0 10.400A5.2 5.2 0 0 1 6 .8zm-.7 2.200v3.400l2.6 1.5.7-1.2-1.9-1.100V3z');

/** Made once: a list has a hundred of them. */
function shape(path: string) {
  return html`<svg viewBox="0 0 12 12" aria-hidden="true"><path fill-rule="evenodd" d="${path}"></path></svg>`;
}
