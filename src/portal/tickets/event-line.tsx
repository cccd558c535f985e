import type { FC } from 'hono/jsx';
import type { FactEntry, ShownQueue, TicketPage } from '../../rules/page.ts';
import type { Address, FieldChanged, Person } from '../../rules/ticket.ts';
import { Button } from '../parts/button.tsx';
import type { Reader } from '../parts/layout.tsx';
import { Moment } from '../parts/moment.tsx';
import { nameOf } from '../parts/person-name.tsx';
import { fullTime, type Clock } from '../parts/times.ts';
import { articleLink } from './article-address.ts';
import { Letters } from './letters.tsx';
import { OneClick, SplitOff } from './merge-parts.tsx';

type EventLineProps = { entry: FactEntry; people: Person[]; page: TicketPage; reader: Reader; staff: boolean; now: Clock };

/** Something that happened, in one line: who, what, from, to, when (S14). */
export const EventLine: FC<EventLineProps> = (props) => (
  <li>
    <span class="says">{sentence(props)} <Way fact={props.entry.fact} reader={props.reader} /></span> <Merging {...props} /> <MoveBack {...props} /> <UndoJoin {...props} /> <Moment instant={props.entry.at} now={props.now} look="entry" />
    <Letters letters={props.entry.letters} page={props.page} reader={props.reader} now={props.now} staff={props.staff} />
  </li>
);

/** To what the line is about: a refused, held or waiting mail (S16, L08, A05), another ticket (A06, T13). Only staff get such lines. */
const Way: FC<{ fact: FactEntry['fact']; reader: Reader }> = ({ fact, reader }) => {
  const words = reader.text.portal.history;
  if ('intake' in fact) return <a href={`/desk/door/${fact.intake}`}>{words.readMail}</a>;
  if (fact.kind === 'answered') return <a href={articleLink(fact.number, fact.article)}>{reader.text.portal.links.readAnswer}</a>;
  return 'number' in fact ? <a href={`/tickets/${fact.number}`}>{words.openTicket(`#${fact.number}`)}</a> : null;
};

/** What agents can do about another ticket that this one is connected with. */
const Merging: FC<EventLineProps> = ({ entry: { fact }, page, reader: { text } }) => {
  if (fact.kind === 'tookOver' && page.merged.includes(fact.number)) return <SplitOff number={fact.number} text={text} />;
  if (fact.kind === 'mentionedBy' && page.rights.change && !page.merged.includes(fact.number)) {
    return <OneClick number={fact.number} into={page.number} label={text.portal.ticket.mergeHere(fact.number)} />;
  }
  return null;
};

/** Undoes the last move to another queue, unless that one is closed. */
const MoveBack: FC<EventLineProps> = ({ entry: { fact, seq }, page, reader: { text } }) => {
  if (fact.kind !== 'fieldChanged' || fact.field !== 'queue' || !page.rights.change) return null;
  const last = page.entries.find((entry) => entry.kind === 'fact' && entry.fact.kind === 'fieldChanged' && entry.fact.field === 'queue');
  if (last?.seq !== seq || !page.queues.some((queue) => queue.id === fact.from && !queue.retired)) return null;
  return <form class="in-line undo-move" method="post" action={`/tickets/${page.number}/queue`}><Button look="link" name="queue" value={String(fact.from)}>{text.portal.links.moveBack}</Button></form>;
};

/** Takes off again whom a mail brought along, in one click (A08, SJ26). */
const UndoJoin: FC<EventLineProps> = ({ entry: { fact }, page, reader: { text } }) => {
  if (fact.kind !== 'joined' || fact.via !== 'mail' || fact.person.role !== 'cc') return null;
  const person = page.people.find(({ address, role }) => address === fact.person.address && role === 'cc');
  if (person?.removable !== true) return null;
  return (
    <form class="in-line" method="post" action={`/tickets/${page.number}/watchers/remove`}>
      <input type="hidden" name="address" value={person.address} />
      <input type="hidden" name="role" value="cc" />
      <Button look="link" says={nameOf(person)}>{text.portal.ticket.undoJoin}</Button>
    </form>
  );
};

function sentence({ entry: { fact, by }, people, page: { queues }, reader, staff, now }: EventLineProps): string {
  const words = reader.text.portal.history;
  const says = words.events;
  const who = by === null ? words.desk : nameOf(by);
  const called = (address: Address) => nameOf(people.find((person) => person.address === address) ?? { address, name: '' });
  switch (fact.kind) {
    case 'opened':
      return says.opened(who, fact.channel);
    case 'joined':
      if (fact.path !== undefined) return says.joinedWith(nameOf(fact.person), fact.person.role, `#${fact.path.at(-1)}`);
      return by?.address === fact.person.address ? says.joinedSelf(nameOf(fact.person), fact.person.role) : says.joined(who, nameOf(fact.person), fact.person.role);
    case 'left':
      return by?.address === fact.address ? says.leftSelf(called(fact.address)) : says.left(who, called(fact.address));
    case 'leftOut':
      return says.leftOut(fact.people.join(', '));
    case 'readdressed':
    case 'erased':
      return says[fact.kind](called(fact.address));
    case 'historyShared':
      return says.historyShared(who, called(fact.address));
    case 'fieldChanged': {
      const [from, to] = changedValues(fact, { queues, reader, staff, now, called });
      return says.changed(who, reader.text.portal.ticket.fields[fact.field], from, to);
    }
    case 'proven':
      return says.proven(called(fact.address));
    case 'accepted':
      return says.accepted(who, called(fact.address));
    case 'engaged':
      return says.engaged(who);
    case 'refusedReply':
      return says.refusedReply(called(fact.address));
    case 'heldReply':
      return says.heldReply(called(fact.address));
    case 'asked':
      return reader.text.portal.confirm.event(called(fact.address), fact.about === fact.address ? null : called(fact.about));
    case 'called':
      return says.called[fact.why](who);
    case 'overdue':
      return says.overdue(fullTime(fact.dueAt, now));
    case 'takenBack':
      return fact.overtaken ? says.overtaken(called(fact.author), who) : says.takenBack(who);
    case 'closeUndone':
      return says.closeUndone(who);
    case 'mentions':
      return says.mentions(`#${fact.number}`);
    case 'mentionedBy':
      return says.mentionedBy(`#${fact.number}`);
    case 'linked':
      return reader.text.portal.links.events.linked(who, fact.relation, `#${fact.number}`, fact.subject);
    case 'unlinked':
      return reader.text.portal.links.events.unlinked(who, fact.relation, `#${fact.number}`);
    case 'answered':
      return reader.text.portal.links.events.answered(fact.who, `#${fact.number}`);
    case 'undelivered':
      return words.machine.events.undelivered(called(fact.to), words.machine.bounceReason[fact.failure.reason]);
    case 'complained':
      return words.machine.events.complained(called(fact.to));
    case 'letterSentAgain':
    case 'letterSetAside':
      return reader.text.portal.troubles.events[fact.kind](who, reader.text.words.letterKind[fact.letterKind], called(fact.to));
    case 'bounced':
      return words.machine.events.bounced(called(fact.address));
    case 'triedAgain':
      return by?.address === fact.address ? words.machine.events.wroteAgain(called(fact.address)) : words.machine.events.triedAgain(who, called(fact.address));
    case 'muted':
      return words.machine.events.muted(called(fact.address), fact.why, fullTime(fact.until, now));
    case 'unmuted':
      return words.machine.events.unmuted(who, called(fact.address));
    case 'mergedInto':
    case 'unmerged':
    case 'tookOver':
    case 'gaveBack':
      return says[fact.kind](who, `#${fact.number}`);
    case 'secretAsked':
      return reader.text.portal.secrets.events.asked(who, called(fact.of), fact.label);
    case 'secretGiven':
      return reader.text.portal.secrets.events.given(called(fact.of), fact.label);
    case 'secretEnded':
      return reader.text.portal.secrets.events[fact.how](who, fact.label);
    case 'labelled':
    case 'unlabelled':
      return reader.text.portal.labels.events[fact.kind](who, fact.label);
    case 'readAgain':
      return reader.text.portal.mail.wasReadAgain(who);
    case 'redacted':
      return reader.text.portal.redaction.event(who);
  }
}

type Told = { queues: ShownQueue[]; reader: Reader; staff: boolean; now: Clock; called: (address: Address) => string };

function changedValues(fact: FieldChanged, { queues, reader: { text }, staff, now, called }: Told): [string, string] {
  switch (fact.field) {
    case 'status': {
      const status = staff ? text.portal.staffStatus : text.words.status;
      return [status[fact.from], status[fact.to]];
    }
    case 'owner': {
      const owner = (address: Address | null) => (address === null ? text.words.dispatcher : called(address));
      return [owner(fact.from), owner(fact.to)];
    }
    case 'subject':
      return [text.portal.history.subject(fact.from), text.portal.history.subject(fact.to)];
    case 'queue': {
      const name = (id: number) => queues.find((queue) => queue.id === id)?.name ?? String(id);
      return [name(fact.from), name(fact.to)];
    }
    case 'priority':
    case 'finalPriority':
      return [String(fact.from), String(fact.to)];
    case 'startsAt':
    case 'startedAt':
    case 'lastContactAt':
    case 'dueAt':
    case 'closedAt':
    case 'waitingUntil': {
      const time = (instant: number | null) => (instant === null ? text.portal.history.nothing : fullTime(instant, now));
      return [time(fact.from), time(fact.to)];
    }
  }
}
