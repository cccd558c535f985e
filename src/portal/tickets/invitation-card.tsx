import type { FC } from 'hono/jsx';
import type { CalendarTime, Invitation, Invited, Repeats } from '../../rules/invitation.ts';
import type { Attachment } from '../../rules/ticket.ts';
import type { Reader } from '../parts/layout.tsx';
import { LinkedText } from '../parts/linked-text.tsx';
import { calendarTime, timeSpan, type Clock } from '../parts/times.ts';

/** `calendar`: where its file is, or null. */
type InvitationCardProps = { invitation: Invitation; calendar: string | null; reader: Reader; now: Clock };

/** What a mail invites to: what, when, where, who (M07). All of it is the sender's word, as text. */
export const InvitationCard: FC<InvitationCardProps> = ({ invitation, calendar, reader, now }) => {
  const words = reader.text.portal.invitation;
  const { method, changed, title, zone, place, organiser, description } = invitation;
  return (
    <section class={`invitation ${method}`}>
      <p class="what">{method === 'request' && changed ? words.changed : words.method[method]}</p>
      <h4 dir="auto">{title || reader.text.words.noSubject}</h4>
      <dl>
        {invitation.starts !== null && <div><dt>{words.when}</dt><dd><When {...invitation} starts={invitation.starts} now={now} />{zone !== null && zone !== now.zone && <small> {words.zone(zone)}</small>}</dd></div>}
        {invitation.repeats !== null && <div><dt>{words.repeats}</dt><dd>{repeatWords(invitation.repeats, reader, now)}</dd></div>}
        {place !== '' && <div><dt>{words.where}</dt><dd dir="auto"><LinkedText text={place} /></dd></div>}
        {organiser !== null && <div><dt>{words.organiser}</dt><dd><Who invited={organiser} /></dd></div>}
        {invitation.attendees.length > 0 && <div><dt>{words.attendees}</dt><dd><Attendees invitation={invitation} reader={reader} /></dd></div>}
      </dl>
      {description !== '' && (
        <details class="rest">
          <summary>{words.description}</summary>
          <div class="words" dir="auto"><LinkedText text={description} /></div>
        </details>
      )}
      {calendar !== null && <p class="source"><a href={calendar}>{words.file}</a></p>}
    </section>
  );
};

export function isCalendar(type: string): boolean {
  return type === 'text/calendar' || type === 'application/ics';
}

/** A calendar that is a form of the mail's text and no file that somebody named: the card shows it. */
export function isNamelessCalendar({ type, name }: Attachment): boolean {
  return isCalendar(type) && /^(attachment|invitation)-\d+\.ics$/.test(name);
}

const When: FC<{ starts: CalendarTime; ends: CalendarTime | null; now: Clock }> = ({ starts, ends, now }) => {
  const machine = starts.kind === 'exact' ? new Date(starts.at).toISOString() : new Date(starts.at).toISOString().slice(0, starts.kind === 'day' ? 10 : 16);
  return <time datetime={machine}>{timeSpan(starts, ends, now)}</time>;
};

const Who: FC<{ invited: Invited }> = ({ invited: { name, address } }) => (
  <>{name === '' || name.includes('@') ? address : <>{name} <span class="address">{address}</span></>}</>
);

const Attendees: FC<{ invitation: Invitation; reader: Reader }> = ({ invitation: { attendees, moreAttendees }, reader }) => {
  const words = reader.text.portal.invitation;
  return (
    <ul>
      {attendees.map((one) => <li><Who invited={one} />{one.answer !== 'open' && <small> {words.answer[one.answer]}</small>}</li>)}
      {moreAttendees > 0 && <li>{words.more(moreAttendees)}</li>}
    </ul>
  );
};

function repeatWords(repeats: Repeats, { text }: Reader, now: Clock): string {
  const words = text.portal.invitation;
  if (repeats === 'otherwise') return words.otherwise;
  const { every, interval, on, times, until } = repeats;
  const end = until !== null ? words.until(calendarTime(until, now)) : times !== null ? words.times(times) : '';
  return `${words.every[every](interval)}${on.length === 0 ? '' : ` ${words.on(on.map((day) => words.weekday[day]))}`}${end}`;
}
