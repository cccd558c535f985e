/** The facts that rules need about a mail: from the directory, and its files brought to R2. */

import { readAroundMail } from '../directory/around-mail.ts';
import { asKnown, knowStaff } from '../directory/known-people.ts';
import type { ReadMail } from '../directory/intake.ts';
import type { NamedTickets } from '../directory/message-ids.ts';
import { readBounce } from '../rules/bounce.ts';
import { namingOf, newsIn, type Naming, type News } from '../rules/delivery.ts';
import { guessLanguage } from '../rules/language.ts';
import type { Arrival, KnownPerson, Opening, Watchful } from '../rules/commands.ts';
import { addressees, type Envelope, type Mail } from '../rules/mail.ts';
import { MOST_NAMED } from '../rules/participants.ts';
import { isOurReference } from '../rules/reply-key.ts';
import { addressesOf, queueOf, tagsOf, type Queue } from '../rules/queues.ts';
import { worksIn } from '../rules/reach.ts';
import { withoutTags } from '../rules/subject-tag.ts';
import { isStaff, type Actor, type Address, type Attachment, type NewArticle, type Person } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import { keepMailFiles } from './mail-files.ts';
import { answeredIds, type Candidate } from './route.ts';
import { saidIn } from './said-in.ts';
import type { Screened } from './screened.ts';

/** A mail on its way: kept, parsed and screened. */
export type Incoming = {
  key: string;
  raw: Uint8Array;
  envelope: Envelope & { recipients: string[] };
  screened: Screened;
  /** It was brought before, and what became of it then was never written down. */
  again: boolean;
};

export type Gathered = {
  key: string;
  screened: Screened;
  sender: (Actor & { disabled: boolean }) | null;
  named: KnownPerson[];
  queues: Queue[];
  queue: Queue;
  ownAddresses: Address[];
  /** What names a ticket: the mail itself, or in a report the letter that came back. */
  naming: Naming;
  /** What a report says of letters of ours. */
  news: News[];
  /** Tickets that its Message-IDs name. */
  tickets: NamedTickets;
  /** Another mail bears its Message-ID (T10). */
  sameMessageId: boolean;
  watchful: Watchful[];
  /** Whom an agent's comment may call by name. */
  colleagues: KnownPerson[];
  attachments: Attachment[];
};

/** What the ledger keeps of a mail that was read. */
export function readIn({ mail: { messageId, from, fromText, subject }, unstamped }: Screened): ReadMail {
  return { messageId, sender: from?.address ?? fromText, senderName: from?.name ?? '', subject, unstamped };
}

/** Message-IDs that an article keeps of those it answers: the first of the conversation and the newest. */
const MOST_ANSWERED = 20;

export async function gather(env: Env, settings: Settings, incoming: Incoming, at: number): Promise<Gathered> {
  const { key, envelope, screened } = incoming;
  const { mail } = screened;
  const told = screened.automatic === 'bounce' || screened.automatic === 'complaint' ? readBounce(mail) : null;
  const naming = namingOf(mail, told);
  const people = [...(mail.from === null ? [] : [mail.from]), ...namedIn(mail)];
  const [{ queues, tickets, sameMessageId, watchful, accounts }, attachments] = await Promise.all([
    readAroundMail(env.DB, settings, { key, read: readIn(screened), answers: answeredIds(naming), people: people.map((person) => person.address) }, at),
    keepMailFiles(env.BYTES, incoming),
  ]);
  const ownAddresses = addressesOf(queues);
  const language = guessLanguage(`${mail.subject}\n${mail.text.slice(0, 4000)}`) ?? settings.defaultLanguage;
  const known = asKnown(people, accounts, { language, ownAddresses });
  const [sender = null] = mail.from === null ? [] : known;
  const queue = queueOf(addressed(mail, envelope.recipients), queues);
  return {
    key,
    screened,
    sender,
    named: mail.from === null ? known : known.slice(1),
    queues,
    queue,
    ownAddresses,
    naming,
    news: told === null ? [] : newsIn(mail, screened.automatic, told, ownAddresses),
    tickets,
    sameMessageId,
    watchful,
    colleagues: sender !== null && isStaff(sender.role) && mail.text.includes('@') ? await knowStaff(env.DB) : [],
    attachments,
  };
}

/**
 * Where it went, in the order that counts for its queue: first the addresses that its To and Cc name. One mail to two queues
 * is delivered twice, in any order, and waits in the one it names first.
 */
function addressed(mail: Mail, recipients: string[]): string[] {
  return [...addressees(mail).map((person) => person.address), ...recipients];
}

/** Whom the mail names; nobody if it is a mailing, for then none joins, and none need be looked up or remembered (SP06). */
function namedIn(mail: Mail): Person[] {
  const named = addressees(mail);
  return named.length > MOST_NAMED ? [] : named;
}

export function arrivalFor(gathered: Gathered, sender: Actor, candidate: Candidate): Arrival {
  const { screened, naming, news, named, watchful, colleagues } = gathered;
  const { key, tagged, only } = candidate;
  const references = answeredIds(naming);
  const queues = gathered.queues.map(({ id, closedReply, reopenDays }) => ({ id, closedReply, reopenDays }));
  return { sender: actor(sender), verdict: screened.verdict, key, references, tagged, only, article: articleOf(gathered), news, named, watchful, colleagues, queues, admittedBy: null, invitable: null, asking: false, confirmed: false, proof: null };
}

/** The opening before it has its number and the limits were asked. `mentions`: a ticket that the mail refers to. */
export function openingFor(gathered: Gathered, sender: Actor, mentions: number | null): Omit<Opening, 'number'> {
  const { screened, named, queue, queues, watchful } = gathered;
  return {
    mentions,
    queue,
    subject: withoutTags(screened.mail.subject, tagsOf(queues)),
    article: articleOf(gathered),
    requester: actor(sender),
    named,
    invitable: null,
    watchfulStaff: watchful.filter((one) => worksIn(queue.id, one)).map(({ address }) => address),
    authenticated: screened.verdict === 'pass',
    silent: screened.silent,
  };
}

function articleOf({ key, screened, attachments, sameMessageId, ownAddresses }: Gathered): NewArticle {
  const { mail, automatic } = screened;
  return {
    kind: 'correspondence',
    channel: 'mail',
    ...saidIn(mail),
    attachments,
    intake: key,
    messageId: mail.messageId,
    answers: answers(mail, ownAddresses),
    automatic: automatic === 'no' ? null : automatic,
    minutes: 0,
    sameMessageId,
  };
}

/** Without the ids that we make for References: a reply key is never stored beside its ticket's object (A01). */
function answers(mail: Mail, ownAddresses: Address[]): string[] {
  const ids = answeredIds(mail).filter((id) => !isOurReference(id, ownAddresses));
  return ids.length <= MOST_ANSWERED ? ids : [...ids.slice(0, 1), ...ids.slice(1 - MOST_ANSWERED)];
}

function actor({ address, name, role, language, reach }: Actor): Actor {
  return { address, name, role, language, reach };
}
