/** The column beside the history: basics, dates, people. Only agents find forms in it (S10). */

import type { Child, FC } from 'hono/jsx';
import type { TicketPage } from '../../rules/page.ts';
import type { Instant, Status } from '../../rules/ticket.ts';
import type { Surroundings } from '../../ticket-index/around-ticket.ts';
import { Button } from '../parts/button.tsx';
import { Field, SelectField } from '../parts/field.tsx';
import type { Reader } from '../parts/layout.tsx';
import { Moment } from '../parts/moment.tsx';
import { nameOf, OwnerName } from '../parts/person-name.tsx';
import { DueMark, StatusMark } from '../parts/status-mark.tsx';
import type { Clock } from '../parts/times.ts';
import { draftOf, fieldId, type Draft } from './draft.ts';
import { LabelsFact } from './labels-fact.tsx';
import { MergeForm } from './merge-parts.tsx';
import { PeopleFacts } from './people-facts.tsx';
import { DueForm, WaitForm } from './moment-forms.tsx';
import { LinksFacts } from './links-facts.tsx';
import { RequesterFacts } from './requester-facts.tsx';
import { SecretsFacts } from './secrets-facts.tsx';

export type FactsProps = { page: TicketPage; reader: Reader; staff: boolean; now: Clock; around: Surroundings; draft: Draft | null };

export const Facts: FC<FactsProps> = (props) => (
  <aside class="facts" id="facts" aria-label={props.reader.text.portal.ticket.toFacts}>
    <Basics {...props} />
    <Dates {...props} />
    <PeopleFacts {...props} />
    <LinksFacts {...props} />
    <RequesterFacts {...props} />
    <SecretsFacts {...props} />
  </aside>
);

const Basics: FC<FactsProps> = (props) => {
  const { page: { number, fields, currentPriority, owner, rights }, reader: { text }, staff } = props;
  const words = text.portal.ticket;
  return (
    <section>
      <h2>{words.basics}</h2>
      <dl>
        <Fact name={words.number}><span class="number">#{number}</span></Fact>
        <Fact name={words.fields.status}><StatusMark status={fields.status} staff={staff} text={text} />{staff && fields.waitingUntil !== null && <span class="until"> {text.portal.moments.waits} <Moment instant={fields.waitingUntil} now={props.now} look="entry" /></span>}{rights.change && <StatusForm {...props} />}{rights.change && <WaitForm {...props} />}</Fact>
        <Fact name={words.fields.owner}><OwnerName owner={owner} text={text} />{rights.change && <OwnerForms {...props} />}</Fact>
        {staff && <Fact name={words.fields.queue}><QueueFact {...props} /></Fact>}
        <Fact name={words.fields.priority}>
          <span title={words.priorityHint}>{currentPriority}/{fields.finalPriority}</span>
          {rights.change && <PriorityForm {...props} />}
        </Fact>
        {props.page.minutesSpent > 0 && <Fact name={text.portal.timeSpent.title}>{text.portal.timeSpent.minutes(props.page.minutesSpent)}</Fact>}
        {staff && <Fact name={text.portal.labels.title}><LabelsFact {...props} /></Fact>}
      </dl>
      {rights.change && <MergeForm page={props.page} text={text} draft={props.draft} />}
    </section>
  );
};

const Fact: FC<{ name: string; children?: Child }> = ({ name, children }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** Where a ticket can go from each status; `danger` hurts most and stands last. */
const steps: Record<Status, Status[]> = {
  new: ['closed', 'waiting', 'open', 'rejected'],
  open: ['closed', 'waiting', 'rejected'],
  waiting: ['closed', 'open', 'rejected'],
  closed: ['open'],
  rejected: ['open'],
};

const StatusForm: FC<FactsProps> = ({ page: { number, fields }, reader: { text }, draft }) => {
  const words = text.portal.ticket;
  const over = fields.status === 'closed' || fields.status === 'rejected';
  const error = draftOf(draft, 'status').errors['status'];
  return (
    <form class="steps" method="post" action={`/tickets/${number}/status`} id={fieldId('status', 'status')}>
      {error !== undefined && <p class="error" id={`${fieldId('status', 'status')}-error`}>{error}</p>}
      {steps[fields.status].map((status) => (
        <Button look={status === 'rejected' ? 'danger' : 'plain'} name="status" value={status}>{over ? words.reopen : words.statusTo[status]}</Button>
      ))}
    </form>
  );
};

const OwnerForms: FC<FactsProps> = ({ page: { number, fields }, reader: { text, person }, around: { agents }, draft }) => {
  const words = text.portal.ticket;
  const { typed, errors } = draftOf(draft, 'owner');
  const others = agents.filter((agent) => agent.address !== fields.owner && agent.address !== person?.address);
  return (
    <div class="steps">
      <form method="post" action={`/tickets/${number}/owner`}>
        {fields.owner !== person?.address && <Button look="plain" name="owner" value={person?.address}>{words.take}</Button>}
        {fields.owner !== null && <Button look="plain" name="owner" value="">{words.release}</Button>}
      </form>
      {(others.length > 0 || errors['owner'] !== undefined) && (
        <details class="change" open={errors['owner'] !== undefined}>
          <summary>{words.giveTo} …</summary>
          <form method="post" action={`/tickets/${number}/owner`}>
            <SelectField name="owner" id={fieldId('owner', 'owner')} label={words.giveTo} labelHidden value={typed['owner']} error={errors['owner']}
              options={others.map((agent) => ({ value: agent.address, label: nameOf(agent) }))} />
            <Button look="plain">{words.give}</Button>
          </form>
        </details>
      )}
    </div>
  );
};

/** Where it waits, and the way to another queue. */
const QueueFact: FC<FactsProps> = ({ page: { number, fields, queues, rights }, reader: { text }, draft }) => {
  const words = text.portal.ticket;
  const { typed, errors } = draftOf(draft, 'queue');
  const others = queues.filter((queue) => queue.id !== fields.queue && !queue.retired);
  return (
    <>
      {queues.find((queue) => queue.id === fields.queue)?.name}
      {rights.change && (others.length > 0 || errors['queue'] !== undefined) && (
        <div class="steps">
          <details class="change" open={errors['queue'] !== undefined}>
            <summary>{words.moveTo} …</summary>
            <form method="post" action={`/tickets/${number}/queue`}>
              <SelectField name="queue" id={fieldId('queue', 'queue')} label={words.moveTo} labelHidden value={typed['queue']} error={errors['queue']}
                options={others.map((queue) => ({ value: String(queue.id), label: queue.name }))} />
              <Button look="plain">{words.move}</Button>
            </form>
          </details>
        </div>
      )}
    </>
  );
};

const PriorityForm: FC<FactsProps> = ({ page: { number, fields }, reader: { text }, draft }) => {
  const words = text.portal.ticket;
  const { typed, errors } = draftOf(draft, 'priority');
  const field = (name: string, label: string, value: number) => (
    <Field name={name} id={fieldId('priority', name)} type="number" min={0} max={100} label={label} value={typed[name] ?? String(value)} error={errors[name]} />
  );
  return (
    <div class="steps">
      <details class="change" open={Object.keys(errors).length > 0}>
        <summary aria-label={`${words.fields.priority}: ${words.change} …`}>{words.change} …</summary>
        <form class="priorities" method="post" action={`/tickets/${number}/priority`} novalidate>
          {field('priority', words.priorityNow, fields.priority)}
          {field('final_priority', words.priorityEnd, fields.finalPriority)}
          <Button look="plain">{words.save}</Button>
        </form>
      </details>
    </div>
  );
};

const Dates: FC<FactsProps> = (props) => {
  const { page, reader: { text }, now } = props;
  const words = text.portal.ticket;
  const { fields } = page;
  const when = (instant: Instant | null) => (instant === null ? <span class="nothing">{words.never}</span> : <Moment instant={instant} now={now} look="full" />);
  return (
    <section>
      <h2>{words.dates}</h2>
      <dl>
        <Fact name={words.created}>{when(page.createdAt)}</Fact>
        <Fact name={words.fields.startsAt}>{when(fields.startsAt)}</Fact>
        <Fact name={words.fields.startedAt}>{when(fields.startedAt)}</Fact>
        <Fact name={words.fields.lastContactAt}>{when(fields.lastContactAt)}</Fact>
        <Fact name={words.fields.dueAt}><DueMark dueAt={fields.dueAt} state={page.due} now={now} text={text} look="full" />{page.rights.change && <DueForm {...props} />}</Fact>
        <Fact name={words.fields.closedAt}>{when(fields.closedAt)}</Fact>
        <Fact name={words.updated}>
          {when(page.updatedAt)} {page.updatedBy !== null && <span class="by">{words.by(nameOf(page.updatedBy))}</span>}
        </Fact>
      </dl>
    </section>
  );
};
