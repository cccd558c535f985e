/** What a ticket is to be after an act, in as few words as the behaviours have (L, P): no line of the desk's own rules is used here. */

import type { Refusal, Status } from '../../src/rules/ticket.ts';

export type Act = { by: string; staff: boolean } & (
  | { kind: 'reply' | 'comment' }
  | { kind: 'status'; to: Status }
  | { kind: 'owner'; to: string | null }
  | { kind: 'priority'; to: number }
  | { kind: 'add' | 'remove'; whom: string }
);

export type Model = { status: Status; owner: string | null; priority: number; articles: string[]; people: Map<string, 'requester' | 'cc' | 'agent'> };

/** `letters`: kind and reader of each. */
export type Step = { refusal: Refusal | null; letters: string[] };

export function aModel(requester: string): Model {
  return { status: 'new', owner: null, priority: 5, articles: ['correspondence'], people: new Map([[requester, 'requester']]) };
}

export function step(model: Model, act: Act): Step {
  const { by, staff } = act;
  // To whoever is not on it there is no ticket (W05).
  if (!staff && !model.people.has(by)) return no('notFound');
  switch (act.kind) {
    case 'reply':
      return reply(model, by, staff);
    case 'comment':
      if (!staff) return no('notAllowed');
      join(model, by, 'agent');
      model.articles.push('comment');
      return letters('comment', others(model, by).filter((who) => model.people.get(who) === 'agent'));
    case 'status':
      if (!staff) return no('notAllowed');
      if (model.status === act.to) return nothing;
      model.status = act.to;
      return act.to === 'closed' ? letters('closed', others(model, by).filter((who) => model.people.get(who) !== 'agent')) : nothing;
    case 'owner':
      if (!staff) return no('notAllowed');
      if (act.to !== null && !act.to.endsWith('@dtnet.de')) return no('notStaff');
      if (model.owner === act.to) return nothing;
      model.owner = act.to;
      if (act.to !== null) join(model, act.to, 'agent');
      return act.to === null || act.to === by ? nothing : letters('owner-changed', [act.to]);
    case 'priority':
      if (!staff) return no('notAllowed');
      model.priority = act.to;
      return nothing;
    case 'add':
      if (!staff) return no('notAllowed');
      if (model.people.has(act.whom)) return no('alreadyOnTicket');
      join(model, act.whom, 'cc');
      return nothing;
    case 'remove':
      return remove(model, act.whom, act);
  }
}

/** Nobody answers a closed ticket (S16); an agent's first answer opens it (L02), a customer's one that waited (L05). */
function reply(model: Model, by: string, staff: boolean): Step {
  if (model.status === 'closed' || model.status === 'rejected') return no('closed');
  if (staff) join(model, by, 'agent');
  if (model.status === (staff ? 'new' : 'waiting')) model.status = 'open';
  model.articles.push('correspondence');
  return letters('correspondence', others(model, by));
}

/** Agents take off anybody but the requester, others only themselves (P06), and learn nothing of who is there. */
function remove(model: Model, whom: string, { by, staff }: { by: string; staff: boolean }): Step {
  const role = model.people.get(whom);
  const mayKnow = staff || whom === by;
  if (role === undefined) return no(mayKnow ? 'notOnTicket' : 'notAllowed');
  if (!mayKnow) return no('notAllowed');
  if (role === 'requester') return no('lastRequester');
  model.people.delete(whom);
  return nothing;
}

function join({ people }: Model, who: string, role: 'cc' | 'agent'): void {
  if (!people.has(who)) people.set(who, role);
}

function others({ people }: Model, by: string): string[] {
  return [...people.keys()].filter((who) => who !== by);
}

const nothing: Step = { refusal: null, letters: [] };

function no(refusal: Refusal): Step {
  return { refusal, letters: [] };
}

function letters(kind: string, readers: string[]): Step {
  return { refusal: null, letters: readers.map((who) => `${kind} ${who}`) };
}
