import type { TicketRpc } from './ticket-object.ts';

/**
 * The ticket object with this number. Naming it makes no ticket: an object that was never opened answers null, `missing` or
 * `notFound`, and keeps nothing.
 */
export function ticketOf(env: Env, number: number): TicketRpc {
  return env.TICKETS.getByName(String(number));
}
