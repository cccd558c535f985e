/** Brings a mail to where it belongs and writes in the ledger what became of it. */

import { claimTicket } from '../directory/around-mail.ts';
import { finishIntake, type Fate, type Filing } from '../directory/intake.ts';
import { roomFor } from '../directory/invitations.ts';
import { numberClaimedBy } from '../directory/numbers.ts';
import type { NamedPerson } from '../directory/people.ts';
import { takeFromLimit } from '../directory/tallies.ts';
import { failPoint } from '../fail-points.ts';
import type { Arrival, ArrivalOutcome, DoorReason } from '../rules/commands.ts';
import type { Verdict } from '../rules/mail.ts';
import { invitedBy, isAcknowledged } from '../rules/opening.ts';
import type { Actor, Address, Instant } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import { ticketOf } from '../ticket/tickets.ts';
import { arrivalFor, gather, openingFor, readIn, type Gathered as Facts, type Incoming } from './gather.ts';
import { loopReason } from './loop.ts';
import { route, type Candidate } from './route.ts';
import { tellAgent } from './tell-agent.ts';

/** What is known about a mail, and who decided about it. */
type Gathered = Facts & { decidedBy: Address | null };

/** `met`: whom the mail made known. `inLedger`: its row says so by now. */
type Ended = Fate & { met: NamedPerson[]; inLedger: boolean };

/** What was decided about a mail at the door, by an agent or (`confirm`) by its sender, whom a letter asked; null: nobody decided. */
export type Decided = { by: Actor; to: 'open' } | { by: Actor; to: 'admit' | 'confirm'; number: number } | null;

export async function deliver(env: Env, settings: Settings, incoming: Incoming, at: Instant, decided: Decided = null): Promise<Fate> {
  const gathered = { ...(await gather(env, settings, incoming, at)), decidedBy: decided?.by.address ?? null };
  const { met, inLedger, ...fate } = await fateOf(env, settings, { incoming, gathered, decided }, at);
  await failPoint('ticket-answered');
  const first = inLedger || (await finishIntake(env.DB, incoming.key, { ...fate, ...lineOf(gathered), met }, at));
  await failPoint('mail-finished');
  if (decided === null && first) await tellAgent(env, settings, { key: incoming.key, queue: gathered.queue.id, sender: gathered.sender, fate }, at);
  return fate;
}

/** What the ledger says of the mail wherever it is. */
function lineOf({ screened, queue, decidedBy }: Gathered): Filing['line'] {
  return { ...readIn(screened), verdict: screened.verdict, queue: queue.id, decidedBy };
}

async function fateOf(env: Env, settings: Settings, what: { incoming: Incoming; gathered: Gathered; decided: Decided }, at: Instant): Promise<Ended> {
  const { incoming, gathered, decided } = what;
  const { mail, automatic } = incoming.screened;
  const { sender } = gathered;

  const loop = loopReason(mail, gathered);
  if (loop !== null && decided === null) return { ...nowhere, outcome: 'loop', reason: loop };
  if (sender === null) return automatic === 'no' ? door('noSender') : { ...nowhere, outcome: 'machine', reason: automatic, number: await tell(env, gathered, at) };
  if (sender.disabled && (decided === null || decided.to === 'confirm')) return door('disabledSender');
  if (decided?.to === 'confirm') return confirm(env, settings, { gathered, sender, number: decided.number }, at);
  if (decided?.to === 'open') return open(env, settings, { gathered, sender, mentions: null, counted: null }, at);
  if (decided?.to === 'admit') return admit(env, { gathered, sender, number: decided.number, by: decided.by, recipients: incoming.envelope.recipients }, at);

  const before = incoming.again ? await openedBefore(env, gathered, sender) : null;
  if (before !== null) return before;
  const candidates = route({ mail: gathered.naming, recipients: incoming.envelope.recipients, ...gathered.tickets, queues: gathered.queues });
  const asked = await ask(env, { gathered, sender, candidates }, at);
  if (asked.fate !== null) return asked.fate;
  if (automatic !== 'no') return { ...nowhere, outcome: 'machine', reason: automatic, number: asked.mentions };
  return open(env, settings, { gathered, sender, mentions: asked.mentions, counted: counted(gathered.screened.verdict, sender) }, at);
}

/** Under what a sender is counted. One whom nobody vouches for is somebody else than the one who is, and uses up nothing of theirs. */
function counted(verdict: Verdict, sender: Actor): string {
  return verdict === 'pass' ? sender.address : `?${sender.address}`;
}

/**
 * The ticket that an earlier attempt opened, or null. Asked before all that the mail names: what it names may be known only
 * since, and one mail on two tickets would be twice.
 */
async function openedBefore(env: Env, gathered: Gathered, sender: Actor): Promise<Ended | null> {
  const number = await numberClaimedBy(env.DB, gathered.key);
  if (number === null) return null;
  return (await ticketOf(env, number).wasOpenedBy(gathered.key)) ? { ...filed(number, 1), met: vouchedFor(gathered, sender) } : null;
}

/** A report by nobody is no article. Its news are for the ticket all the same; the number of that which knows the letter, or null. */
async function tell(env: Env, { naming, queues, tickets, news }: Gathered, at: Instant): Promise<number | null> {
  if (news.length === 0) return null;
  for (const { number } of route({ mail: naming, recipients: [], ...tickets, queues })) {
    const heard = await Promise.all(news.map((one) => ticketOf(env, number).hear(one, at)));
    if (heard.some(({ known }) => known)) return number;
  }
  return null;
}

/**
 * Asks the tickets that the mail names, best first, until one takes it. One that keeps it at the door does not end the search:
 * the mail may be right on another (T07). `mentions`: the first ticket that exists but does not know the sender (A06), or
 * that wants a follow-up (L06).
 */
async function ask(
  env: Env,
  what: { gathered: Gathered; sender: Actor; candidates: Candidate[] },
  at: Instant,
): Promise<{ fate: Ended | null; mentions: number | null }> {
  let atDoor: Waiting | null = null;
  let mentions: number | null = null;
  for (const candidate of what.candidates) {
    const arrival = arrivalFor(what.gathered, what.sender, candidate);
    const { outcome, number, inLedger } = await bring(env, candidate.number, { arrival, filing: filingOf(what.gathered, what.sender) }, at);
    const fate = fateFrom(outcome, number);
    if (outcome.kind === 'followUp') return { fate: null, mentions: number };
    if (fate !== null && fate.outcome !== 'door') return { fate: { ...fate, met: metBy(outcome, what.sender, what.gathered), inLedger }, mentions };
    if (atDoor === null && fate !== null && outcome.kind === 'door') atDoor = { fate, number, arrival, asks: outcome.asks ?? null };
    if (outcome.kind === 'stranger' && candidate.only !== 'tag') mentions ??= number;
  }
  return { fate: atDoor === null ? null : await askByMail(env, atDoor, what.gathered.key, at), mentions };
}

/** A mail that a ticket keeps at the door, and whom its ticket would ask about it. */
type Waiting = { fate: Ended; number: number; arrival: Arrival; asks: Address | null };

/** Has the ticket ask by a letter, at most one a day and person (rows 8 and 9 of the security rules 2.2). */
async function askByMail(env: Env, { fate, number, arrival, asks }: Waiting, key: string, at: Instant): Promise<Ended> {
  if (asks === null || !(await takeFromLimit(env.DB, { what: 'confirmation', who: asks, claim: `${key} ${asks}` }, at))) return fate;
  const { outcome } = await bring(env, number, { arrival: { ...arrival, asking: true }, filing: null }, at);
  return outcome.kind === 'door' && outcome.asks !== undefined ? { ...fate, asked: outcome.asks } : fate;
}

type Settled = Exclude<ArrivalOutcome, { kind: 'merged' | 'brings' }>;

/** Brings the mail to the ticket with this number, or to the one that it became part of (T13); once more if it would bring people along. */
async function bring(env: Env, number: number, { arrival, filing }: { arrival: Arrival; filing: Filing | null }, at: Instant): Promise<{ outcome: Settled; number: number; inLedger: boolean }> {
  let asked = { number, arrival };
  for (let hops = 0; hops < MOST_MERGES; hops += 1) {
    const { outcome, inLedger } = await ticketOf(env, asked.number).receive(asked.arrival, at, filing);
    if (outcome.kind === 'brings') {
      const invitable = await roomFor(env.DB, { by: counted(arrival.verdict, arrival.sender), people: outcome.people, claim: arrival.article.intake ?? '' }, at);
      asked = { number: asked.number, arrival: { ...asked.arrival, invitable } };
    } else if (outcome.kind === 'merged') asked = { number: outcome.into, arrival: { ...asked.arrival, key: null, proof: outcome.proof } };
    else return { outcome, number: asked.number, inLedger };
  }
  throw new Error(`Ticket ${number} was merged in a circle`);
}

/** Merges follow each other; more in a row than this is a circle. */
const MOST_MERGES = 20;

/** A new ticket, under the number that this mail claims; the mentioned ticket learns of it. `counted`: under whom; where they have no room, it waits at the door (A17). */
async function open(
  env: Env,
  settings: Settings,
  what: { gathered: Gathered; sender: Actor; mentions: number | null; counted: string | null },
  at: Instant,
): Promise<Ended> {
  const { gathered, sender, mentions } = what;
  const before = openingFor(gathered, sender, mentions);
  const claiming = { claim: gathered.key, first: settings.firstTicketNumber, counted: what.counted, acknowledge: isAcknowledged(before) ? sender.address : null };
  const claimed = await claimTicket(env.DB, claiming, at);
  if (claimed === null) return { ...door('flood'), number: mentions };
  const { number, acknowledged } = claimed;
  await failPoint('number-claimed');

  const asked = { ...before, number };
  const people = invitedBy(asked);
  const invitable = people.length === 0 ? null : await roomFor(env.DB, { by: counted(gathered.screened.verdict, sender), people, claim: gathered.key }, at);
  const met = vouchedFor(gathered, sender);
  const filing = { key: gathered.key, line: lineOf(gathered), met };
  const { article, inLedger } = await ticketOf(env, number).open({ ...asked, invitable, silent: !acknowledged }, gathered.key, at, filing);
  if (mentions !== null) await ticketOf(env, mentions).relate({ kind: 'mentionedBy', number }, null, at);
  return { ...filed(number, article), met, inLedger };
}

/** Who is known can have links mailed to them, so nobody is whom only a forger named (SL01). They are when they answer a letter. */
function vouchedFor({ screened, named }: Gathered, sender: Actor): NamedPerson[] {
  return screened.verdict === 'pass' ? [sender, ...named.filter((person) => !person.own)] : [];
}

async function admit(env: Env, what: { gathered: Gathered; sender: Actor; number: number; by: Actor; recipients: string[] }, at: Instant): Promise<Ended> {
  const { gathered, sender, number, by } = what;
  // How it names the ticket is of no more weight, but an answer to a comment stays one.
  const key = route({ mail: gathered.naming, recipients: what.recipients, ...gathered.tickets, queues: gathered.queues }).find((one) => one.number === number && one.key !== null)?.key ?? null;
  const candidate = { number, key, tagged: false, only: null };
  const filing = { ...filingOf(gathered, sender), met: [sender] };
  const { outcome, number: taker, inLedger } = await bring(env, number, { arrival: { ...arrivalFor(gathered, sender, candidate), admittedBy: by }, filing }, at);
  const fate = fateFrom(outcome, taker);
  if (fate === null) throw new Error(`Ticket ${taker} did not take a mail from the door: ${outcome.kind}`);
  return { ...fate, met: [sender], inLedger };
}

/** Its sender says that it is theirs: then it is what it would have been with their key, and whatever the ticket makes of that. */
async function confirm(env: Env, settings: Settings, what: { gathered: Gathered; sender: Actor; number: number }, at: Instant): Promise<Ended> {
  const { gathered, sender, number } = what;
  const candidate = { number, key: null, tagged: false, only: null };
  const arrival = { ...arrivalFor(gathered, sender, candidate), confirmed: true };
  const { outcome, number: taker, inLedger } = await bring(env, number, { arrival, filing: filingOf(gathered, sender) }, at);
  if (outcome.kind === 'followUp') return open(env, settings, { gathered, sender, mentions: taker, counted: null }, at);
  // They left the ticket since.
  const fate = fateFrom(outcome, taker) ?? { ...door('notProven'), number: taker };
  return { ...fate, met: metBy(outcome, sender, gathered), inLedger };
}

/** What the ticket's answer means for the ledger; null: not its mail. */
function fateFrom(outcome: Settled, number: number): Ended | null {
  switch (outcome.kind) {
    case 'filed':
    case 'noted':
      return filed(number, outcome.article);
    case 'door':
      return { ...door(outcome.reason), number };
    case 'refused':
      return { ...nowhere, outcome: 'refused', reason: outcome.reason, number };
    case 'machine':
    case 'followUp':
    case 'stranger':
    case 'missing':
      return null;
  }
}

/** What the ledger says of the mail where a ticket takes it. */
function filingOf(gathered: Gathered, sender: Actor): Filing {
  return { key: gathered.key, line: lineOf(gathered), met: [sender, ...gathered.named.filter((person) => !person.own)] };
}

/** Whom a mail makes known that a ticket took. */
function metBy(outcome: Settled, sender: Actor, gathered: Gathered): NamedPerson[] {
  return outcome.kind === 'filed' ? filingOf(gathered, sender).met : [];
}

const nowhere = { number: null, article: null, asked: null, met: [], inLedger: false };

function filed(number: number, article: number): Ended {
  return { ...nowhere, outcome: 'filed', reason: null, number, article };
}

function door(reason: DoorReason): Ended {
  return { ...nowhere, outcome: 'door', reason };
}
