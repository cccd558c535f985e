import type { BulkAct } from '../../../rules/bulk.ts';
import type { Queue } from '../../../rules/queues.ts';
import type { Person } from '../../../rules/ticket.ts';
import type { Text } from '../../../text/text.ts';
import { nameOf } from '../../parts/person-name.tsx';
import { fullTime, type Clock } from '../../parts/times.ts';

/** What is changed, in words. */
export function wordsOfAct(act: BulkAct, { queues, staff, now }: { queues: Queue[]; staff: Person[]; now: Clock }, text: Text): string {
  const words = text.portal.bulk.to;
  switch (act.kind) {
    case 'owner':
      return words.owner(act.to === null ? text.words.dispatcher : nameOf(staff.find((person) => person.address === act.to) ?? { address: act.to, name: '' }));
    case 'status':
      return words.status(text.portal.staffStatus[act.to]);
    case 'queue':
      return words.queue(queues.find((queue) => queue.id === act.to)?.name ?? String(act.to));
    case 'priority':
      return words.priority(act.to);
    case 'due':
    case 'until':
      return words[act.kind](fullTime(act.to, now));
    case 'label':
      return words.label(act.label);
    case 'unlabel':
      return words.unlabel(act.label);
  }
}
