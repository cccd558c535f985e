/**
 * What must be so on every ticket, whatever was done to the desk: its history is one line of events that follow from each other, each reader has one
 * letter for an event, and what the ticket says of its letters is what left.
 */

import type { Finding } from './check.ts';
import type { Stored, StoredEvent, StoredLetter } from './read-desk.ts';
import type { TakenLetter } from './sink.ts';

export function checkTickets({ events, articles, letters }: Stored, taken: TakenLetter[], staff: string[]): Finding[] {
  const histories = [...Map.groupBy(events, (event) => event.ticket).values()];
  const readers = [...Map.groupBy(letters, (letter) => `${letter.to} on ${letter.ticket}`)];
  const comments = articles.filter((article) => article.kind === 'comment' && article.text !== '');
  const takenBack = articles.filter((article) => article.state === 'takenBack' && article.text !== '');
  return [
    ...histories.flatMap((history) => [...oneAfterAnother(history), ...fieldsFollow(history), ...nothingSaidWhileClosed(history)]),
    ...histories.flatMap((history) => everybodyHears(history, { articles, letters })),
    ...readers.flatMap(([who, theirs]) => oneForEach(who, theirs)),
    ...readers.flatMap(([who, theirs]) => leftInOrder(who, theirs, taken)),
    ...leftAsSaid(letters, taken),
    ...taken.filter((letter) => !staff.includes(letter.to) && comments.some((comment) => letter.text.includes(comment.text))).map((letter) => found('uninvited', `a comment to ${letter.to}`)),
    ...taken.filter((letter) => takenBack.some((article) => letter.text.includes(article.text))).map((letter) => found('uninvited', `an answer that was taken back to ${letter.to}`)),
  ];
}

function oneAfterAnother(history: StoredEvent[]): Finding[] {
  const articles = history.flatMap(({ fact }) => (fact['kind'] === 'article' && 'id' in fact ? [fact['id']] : []));
  const ticket = history[0]?.ticket;
  return [
    ...(history.every((event, at) => event.seq === at + 1) ? [] : [found('lost', `an event of ${ticket}`)]),
    ...(articles.every((id, at) => at === 0 || Number(articles[at - 1]) < Number(id)) ? [] : [found('disorder', `articles of ${ticket} in the history: ${articles.join()}`)]),
  ];
}

/** Two that changed a field at once did so one after the other: each found what the one before it had left. */
function fieldsFollow(history: StoredEvent[]): Finding[] {
  const now = new Map<unknown, unknown>();
  return history.flatMap(({ ticket, seq, fact: { kind, field, from, to } }) => {
    if (kind !== 'fieldChanged') return [];
    const follows = !now.has(field) || now.get(field) === from;
    now.set(field, to);
    return follows ? [] : [found('disorder', `event ${seq} of ${ticket} changed ${field} from ${from}, which it was not`)];
  });
}

/** Comments may come at any time; an answer to a closed ticket is refused (S16). */
function nothingSaidWhileClosed(history: StoredEvent[]): Finding[] {
  let status: unknown = 'new';
  return history.flatMap(({ ticket, seq, fact }) => {
    if (fact['kind'] === 'fieldChanged' && fact['field'] === 'status') status = fact['to'];
    const said = fact['kind'] === 'article' && fact['articleKind'] === 'correspondence';
    return said && status === 'closed' ? [found('disorder', `event ${seq} of ${ticket} answers a closed ticket`)] : [];
  });
}

/**
 * Once an agent has acted, what one person writes to all goes to everybody else who is on the ticket then, and to nobody else (P02). The first article has other
 * letters, and a machine's none.
 */
function everybodyHears(history: StoredEvent[], { articles, letters }: Pick<Stored, 'articles' | 'letters'>): Finding[] {
  const there = new Set<string>();
  let engaged = false;
  return history.flatMap(({ ticket, seq, by, fact }) => {
    if (fact['kind'] === 'engaged') engaged = true;
    if (fact['kind'] === 'joined') there.add(addressIn(fact['person']));
    if (fact['kind'] === 'left') there.delete(String(fact['address']));
    const article = fact['kind'] === 'article' && fact['articleKind'] === 'correspondence' ? articles.find((one) => one.ticket === ticket && one.id === fact['id']) : undefined;
    if (!engaged || article === undefined || article.id === 1 || article.isMachines) return [];
    const told = letters.filter((letter) => letter.ticket === ticket && letter.seq === seq).map((letter) => letter.to).filter(isSomebody);
    const due = [...there].filter((person) => person !== by && isSomebody(person));
    return [
      ...due.filter((person) => !told.includes(person)).map((person) => found('lost', `the letter about article ${article.id} of ${ticket} to ${person}`)),
      ...told.filter((person) => !due.includes(person)).map((person) => found('uninvited', `a letter about article ${article.id} of ${ticket} to ${person}`)),
    ];
  });
}

/** Nothing is sent to whoever was erased (P11); a letter from before may still have its row. */
function isSomebody(address: string): boolean {
  return !address.endsWith('@erased.invalid');
}

function addressIn(person: unknown): string {
  return typeof person === 'object' && person !== null && 'address' in person ? String(person.address) : '';
}

/** However many roles somebody has (P03). */
function oneForEach(who: string, letters: StoredLetter[]): Finding[] {
  const events = letters.map((letter) => letter.seq);
  return events.filter((seq, at) => events.indexOf(seq) < at).map((seq) => found('twice', `letters for event ${seq} to ${who}`));
}

/** In the order of the ticket (SR4). One that may have left twice left the first time, which its row does not name any more. */
function leftInOrder(who: string, letters: StoredLetter[], taken: TakenLetter[]): Finding[] {
  const places = letters.filter((letter) => letter.messageId !== null && !letter.possiblyTwice).map(({ messageId }) => taken.findIndex((letter) => letter.messageId === messageId));
  return places.every((place, at) => at === 0 || (places[at - 1] ?? 0) < place) ? [] : [found('disorder', `letters to ${who} left as ${places.join()}`)];
}

function leftAsSaid(letters: StoredLetter[], taken: TakenLetter[]): Finding[] {
  const left = new Map(taken.map((letter) => [letter.messageId, letter.to]));
  const named = letters.flatMap(({ messageId }) => messageId ?? []);
  return [
    ...letters.filter(({ messageId, to }) => messageId !== null && left.get(messageId) !== to).map(({ ticket, to, state }) => found('lost', `a letter to ${to} on ${ticket} that is ${state} and never left`)),
    ...letters.filter(({ messageId, state }) => messageId === null && ['sent', 'delivered', 'deferred'].includes(state)).map(({ ticket, to, state }) => found('lost', `a letter to ${to} on ${ticket} that is ${state} without a Message-ID`)),
    ...named.filter((id, at) => named.indexOf(id) < at).map((id) => found('twice', `the letter ${id} in the outbox`)),
  ];
}

function found(kind: Finding['kind'], what: string): Finding {
  return { kind, what };
}
