/** In which order a list stands, and where a page of it begins. */

export const sortKeys = ['updated', 'number', 'due', 'priority', 'requester', 'owner', 'until', 'waits', 'spent'] as const;
export type SortKey = (typeof sortKeys)[number];

/** `down`: the greatest first. Tickets that have nothing of it (wait until nothing, wait for nobody) come last either way. */
export type Order = { by: SortKey; down: boolean };

/** How one wants each of them at first. */
const fallsAtFirst: Record<SortKey, boolean> = { updated: true, number: true, due: false, priority: true, requester: false, owner: false, until: false, waits: true, spent: true };

export const usualOrder: Order = { by: 'updated', down: true };

/** `due`, or `-due` for the other way round; anything else is the usual order. */
export function readOrder(typed: string): Order {
  const by = sortKeys.find((key) => key === typed.replace(/^-/, ''));
  return by === undefined ? usualOrder : { by, down: fallsAtFirst[by] !== typed.startsWith('-') };
}

export function writeOrder({ by, down }: Order): string {
  return down === fallsAtFirst[by] ? by : `-${by}`;
}

/** The order behind a column's head: as one wants it at first, or the other way round where it is so already. */
export function orderBehind(key: SortKey, now: Order): Order {
  return { by: key, down: now.by === key ? !now.down : fallsAtFirst[key] };
}

/** A page begins after the ticket with this number and this value of the order, or ends before it: so that pages stay what they are while tickets come and go. `value` null: it has nothing of that order. */
export type Place = { side: 'after' | 'before'; value: number | string | null; number: number };

/** Orders in which tickets can have no value. */
export function canBeNothing(by: SortKey): boolean {
  return by === 'until' || by === 'waits';
}

export function readPlace(side: Place['side'], typed: string, { by }: Order): Place | null {
  const [, value = '', number = ''] = /^(.*)~([1-9]\d{0,15})$/s.exec(typed) ?? [];
  if (number === '') return null;
  if (by === 'requester' || by === 'owner') return { side, value, number: Number(number) };
  if (value === '' && canBeNothing(by)) return { side, value: null, number: Number(number) };
  return /^-?\d{1,16}$/.test(value) ? { side, value: Number(value), number: Number(number) } : null;
}

export function writePlace({ value, number }: Pick<Place, 'value' | 'number'>): string {
  return `${value ?? ''}~${number}`;
}
