/** The outbox's letters of one ticket: from row to mail. */

import { CONFIRM_DAYS, makeConfirmation } from '../directory/confirmations.ts';
import { noteForDigest } from '../directory/digest-notes.ts';
import { readAroundLetters } from '../directory/around-mail.ts';
import { queueWithId } from '../directory/queues.ts';
import { compose, type Reader } from '../outbox/compose.ts';
import type { ConfirmFacts, Joined, SecretFacts } from '../outbox/letter-facts.ts';
import { drain, type LetterChange, type Sending } from '../outbox/drain.ts';
import { send } from '../outbox/send.ts';
import { failPoint } from '../fail-points.ts';
import { participant } from '../rules/access.ts';
import { defaultChoices, timeOf, type LetterChoices } from '../rules/letter-choices.ts';
import { toAnyAgent, type LetterKind } from '../rules/letter-kinds.ts';
import { requesterOf } from '../rules/letters.ts';
import { openSecrets } from '../rules/secrets.ts';
import type { Queue } from '../rules/queues.ts';
import type { Signature } from '../rules/signature.ts';
import { worksIn } from '../rules/reach.ts';
import { isErased } from '../rules/readdressing.ts';
import { isStaff, type Address, type Article, type Person, type Ticket } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import { fetchEnclosures, type Enclosures } from './enclosures.ts';
import { causeOfLast, lettersSentTo, letterState, recipientNow, markLetter, queueRefresh, readOpenLetters, type DueLetter } from './outbox-store.ts';
import { calledFor, causeOf, heldFor, isOnce, writersOf } from './letter-causes.ts';
import { broughtBetween } from './people-store.ts';
import { secretToken } from './sealed-text.ts';
import { readArticle, readArticles } from './article-store.ts';
import { readEvents, readTicket, type Database } from './ticket-store.ts';
import { hasLeft, isTakenBack, TAKEN_BACK } from './undo-store.ts';

type Addressee = Reader & { disabled: boolean; worksElsewhere: boolean; choices: LetterChoices };
/** `signatures`: of the agents who wrote what the letters bring. */
type Desk = { queue: Queue; signatures: Map<Address, Signature>; readers: Map<Address, Addressee> };

/** Sends the letters that are due. Throws only if the directory cannot be read; then nothing was sent. */
export async function sendLetters(db: Database, env: Env, settings: Settings): Promise<void> {
  const open = readOpenLetters(db, Date.now());
  if (open.length === 0) return;
  const desk = await readDesk(db, env, settings, open);
  await drain({
    open,
    isAsRead: (letter) => letterState(db, letter.id) === letter.state,
    mark: (letter, change) => mark(db, letter, change),
    send: (letter) => sendLetter(db, env, { letter, desk, settings }),
    restoredAt: settings.restoredAt,
    now: Date.now,
    chance: Math.random,
  });
}

async function sendLetter(db: Database, env: Env, what: { letter: DueLetter; desk: Desk; settings: Settings }): Promise<Sending> {
  const { letter, desk, settings } = what;
  if (isTakenBack(db, letter.id)) return { kind: 'failed', reason: TAKEN_BACK };
  const article = readArticle(db, letter.article);
  const files = await filesOf(env.BYTES, article);
  if (files === null) return { kind: 'retry', reason: 'E_FILES: the files could not be fetched' };
  const confirm = await confirmFor(db, env, letter, settings);
  if (confirm === 'retry') return { kind: 'retry', reason: 'E_LINK: the link could not be made' };
  const ticket = readTicket(db);
  const reader = desk.readers.get(letter.recipient);
  if (ticket === null || reader === undefined) return { kind: 'failed', reason: 'leftTicket' };
  if (reader.disabled) return { kind: 'failed', reason: 'disabled' };
  if (isErased(recipientNow(db, letter.id))) return { kind: 'failed', reason: 'erased' };
  const person = participant(ticket, letter.recipient);
  if (person !== null && person.bounced !== null) return { kind: 'failed', reason: 'bounced' };
  const once = isOnce(db, letter);
  if (person === null && !toAnyAgent.includes(letter.kind) && !once) return { kind: 'failed', reason: 'leftTicket' };
  const asAgent = (person === null && !once) || person?.role === 'agent';
  if (asAgent && (person === null ? !isStaff(reader.role) : reader.worksElsewhere)) return { kind: 'failed', reason: 'notOfQueue' };
  const time = asAgent ? timeOf(letter.kind, reader.choices) : 'at-once';
  if (time === 'never') return { kind: 'unwanted' };
  if (time === 'digest') return note(env.DB, { letter, number: ticket.number, by: causeOf(db, letter.seq) });

  const secret = secretOf(db, { letter, ticket, settings });
  if (letter.kind === 'secret-asked' && secret === undefined) return { kind: 'failed', reason: 'secretOver' };

  if (letter.kind === 'confirm' && confirm === undefined) return { kind: 'failed', reason: 'decidedBefore' };

  const mail = compose({
    letter,
    secret,
    held: heldFor(db, { letter, number: ticket.number, settings }),
    called: calledFor(db, letter),
    confirm,
    joined: joinedSince(db, ticket, letter),
    once,
    reader,
    by: causeOf(db, letter.seq),
    ticket,
    articles: readArticles(db),
    sentBefore: lettersSentTo(db, letter.recipient),
    queue: desk.queue,
    settings,
    signature: article?.channel === 'portal' ? (desk.signatures.get(article.by.address) ?? null) : null,
    html: article?.look === 'rich' ? article.html : null,
    files,
  });
  await failPoint('letter-marked');
  const result = await send(env.MAIL, mail);
  await failPoint('letter-handed-over');
  return result;
}

/** Once for each letter, however often it is tried. */
async function note(binding: D1Database, { letter, number, by }: { letter: DueLetter; number: number; by: Person | null }): Promise<Sending> {
  const { id, kind, recipient, createdAt } = letter;
  try {
    await noteForDigest(binding, { to: recipient, number, letter: id, kind, by, at: createdAt });
    return { kind: 'noted' };
  } catch (fault) {
    console.warn('A letter could not be noted for a digest', { letter: id, fault });
    return { kind: 'retry', reason: 'E_DIGEST: it could not be noted for the daily digest' };
  }
}

/** Before anything else is read, because others may act on the ticket meanwhile. Null if the store cannot be asked now. */
async function filesOf(bucket: R2Bucket, article: Article | null): Promise<Enclosures | null> {
  try {
    return await fetchEnclosures(bucket, article?.attachments ?? []);
  } catch (fault) {
    console.warn('The files of a letter could not be fetched', { article: article?.id, fault });
    return null;
  }
}

/** Each change of a letter is written before anything else happens. A Message-ID we learned goes to the directory too (T08), and trouble to the list of it. */
function mark(db: Database, letter: DueLetter, change: LetterChange): void {
  const at = Date.now();
  if (isTakenBack(db, letter.id)) return;
  markLetter(db, letter.id, change, at);
  if (change.state === 'sending' && letter.kind === 'correspondence') hasLeft(db, letter.article);
  const isNews = change.messageId !== undefined || change.state === 'failed' || change.state === 'unknown';
  const version = isNews ? readTicket(db)?.version : undefined;
  if (version !== undefined) queueRefresh(db, version, at);
}

async function readDesk(db: Database, env: Env, settings: Settings, open: DueLetter[]): Promise<Desk> {
  const ticket = readTicket(db);
  const addresses = [...new Set(open.map((letter) => letter.recipient))];
  const writers = writersOf(db, open.filter((letter) => letter.kind === 'correspondence').map((letter) => letter.article));
  const { queues, accounts } = await readAroundLetters(env.DB, settings, [...new Set([...addresses, ...writers])], Date.now());
  const readers = new Map<Address, Addressee>();
  for (const address of addresses) {
    const account = accounts.find((person) => person.address === address);
    const person = ticket === null ? null : participant(ticket, address);
    const works = account !== undefined && ticket !== null && worksIn(ticket.queue, { role: account.role, reach: { queues: account.queues, domains: [] } });
    readers.set(address, {
      address,
      name: account?.name || person?.name || '',
      role: works ? account.role : 'requester',
      language: account?.language ?? person?.language ?? settings.defaultLanguage,
      disabled: (account?.disabledAt ?? null) !== null,
      worksElsewhere: account !== undefined && !works,
      choices: account?.letters ?? defaultChoices,
    });
  }
  const signatures = new Map(accounts.filter((person) => writers.includes(person.address) && isStaff(person.role)).map((person) => [person.address, person]));
  return { queue: queueWithId(queues, ticket?.queue ?? 0), signatures, readers };
}

/** The credential a letter is about, while it may still be given or seen, and secrets are on. */
function secretOf(db: Database, { letter, ticket, settings }: { letter: DueLetter; ticket: Ticket; settings: Settings }): SecretFacts | undefined {
  if (letter.kind !== 'secret-asked' && letter.kind !== 'secret-given') return undefined;
  const fact = readEvents(db).find((event) => event.seq === letter.seq)?.fact;
  const id = fact?.kind === 'secretAsked' || fact?.kind === 'secretGiven' ? fact.secret : 0;
  const asked = openSecrets(ticket, Date.now()).find((secret) => secret.id === id);
  const token = secretToken({ number: ticket.number, secret: id });
  return asked === undefined || token === null ? undefined : { label: asked.label, url: `${settings.publicUrl}/secrets/${token}`, until: asked.until };
}

/** Whom mails brought into Cc since the last letter to the requester that could say so (SJ26). What answers a mail by itself repeats no address of it (SL02). */
function joinedSince(db: Database, ticket: Ticket, { id, kind, seq, recipient }: DueLetter): Joined[] {
  if (!announcing.includes(kind) || !requesterOf(ticket).includes(recipient)) return [];
  const told = causeOfLast(db, { recipient, kinds: announcing, before: id }) ?? 0;
  return broughtBetween(db, told, seq).filter(({ address }) => participant(ticket, address) !== null);
}

const announcing: LetterKind[] = ['correspondence', 'closed'];

/** The mail at the door that a letter asks about, with a new link; undefined if it does not wait any more. */
async function confirmFor(db: Database, env: Env, { kind, seq, recipient }: DueLetter, settings: Settings): Promise<ConfirmFacts | undefined | 'retry'> {
  const event = kind === 'confirm' ? readEvents(db).find((one) => one.seq === seq) : undefined;
  if (event?.fact.kind !== 'asked') return undefined;
  const { intake, about } = event.fact;
  try {
    const token = await makeConfirmation(env.DB, { intake, number: readTicket(db)?.number ?? 0, asked: recipient }, Date.now());
    return token === null ? undefined : { own: about === recipient, sender: about, arrivedAt: event.at, url: `${settings.publicUrl}/confirm?token=${token}`, days: CONFIRM_DAYS };
  } catch (fault) {
    console.warn('The link of a letter could not be made', { intake, fault });
    return 'retry';
  }
}
