import type { FC } from 'hono/jsx';
import { statuses, type Person } from '../../../rules/ticket.ts';
import type { Queue } from '../../../rules/queues.ts';
import type { Reader } from '../../parts/layout.tsx';
import { nameOf } from '../../parts/person-name.tsx';
import { whichList, type AskedList } from '../asked-list.ts';

/** Its checkboxes stand in the rows of the list and name it. */
export const BULK_FORM = 'bulk';

type BulkFormProps = { list: AskedList; total: number | null; queues: Queue[]; agents: Person[]; reader: Reader };

/** What to do with the selected tickets or with the whole view; the next page shows which those are before anything is done. */
export const BulkForm: FC<BulkFormProps> = ({ list, total, queues, agents, reader: { text, person } }) => {
  const words = text.portal.bulk;
  const others = agents.filter((agent) => agent.address !== person?.address);
  return (
    <form class="bulk" id={BULK_FORM} method="get" action="/desk/bulk" aria-label={words.label}>
      {whichList(list).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      <select name="act" aria-label={words.choose}>
        <option value="">{words.choose}</option>
        <optgroup label={text.portal.ticket.fields.owner}>
          {person !== null && <option value={`owner:${person.address}`}>{words.me}</option>}
          <option value="owner:">{text.words.dispatcher}</option>
          {others.map((agent) => <option value={`owner:${agent.address}`}>{nameOf(agent)}</option>)}
        </optgroup>
        <optgroup label={text.portal.ticket.fields.status}>
          {statuses.map((status) => <option value={`status:${status}`}>{text.portal.staffStatus[status]}</option>)}
        </optgroup>
        {queues.length > 1 && (
          <optgroup label={text.portal.ticket.fields.queue}>
            {queues.filter((queue) => !queue.retired).map((queue) => <option value={`queue:${queue.id}`}>{queue.name}</option>)}
          </optgroup>
        )}
        <optgroup label={words.typed}>
          <option value="label">{words.putOn}</option>
          <option value="unlabel">{words.takeOff}</option>
          <option value="priority">{words.priority}</option>
          <option value="due">{words.due}</option>
          <option value="until">{words.until}</option>
        </optgroup>
      </select>
      <input name="value" aria-label={words.value} placeholder={words.value} maxlength={60} autocomplete="off" />
      <button type="submit" class="plain" name="scope" value="selected">{words.selected}</button>
      <button type="submit" class="plain" name="scope" value="view">{total === null ? words.whole : words.all(total)}</button>
    </form>
  );
};

/** Selects one row. */
export const Selector: FC<{ number: number; label: string }> = ({ number, label }) => (
  <input type="checkbox" form={BULK_FORM} name="number" value={String(number)} aria-label={label} />
);
