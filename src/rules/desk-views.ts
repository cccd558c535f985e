/** The views that every desk has. Each is a query, so that a view can be searched on and changed like any other. */

import type { Condition, TicketQuery } from './ticket-query.ts';

export const deskViews = ['mine', 'nobody', 'open', 'waiting', 'due', 'closed'] as const;
export type DeskView = (typeof deskViews)[number];

const open: Condition = { by: 'state', is: 'open' };

const conditions: Record<DeskView, Condition[]> = {
  mine: [{ by: 'owner', who: [{ kind: 'me' }] }, open],
  nobody: [{ by: 'owner', who: [{ kind: 'nobody' }] }, open],
  open: [open],
  waiting: [{ by: 'status', among: ['waiting'] }],
  due: [{ by: 'state', is: 'due' }],
  closed: [{ by: 'state', is: 'ended' }],
};

export function queryOf(view: DeskView): TicketQuery {
  return { filters: conditions[view].map((condition) => ({ not: false, condition })), words: [], misread: [] };
}
