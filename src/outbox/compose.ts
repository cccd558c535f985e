/** Makes the mail of a letter: gathers what its one reader may know, lets the template word it, adds the headers. */

import { filesFor, mayRead, participant } from '../rules/access.ts';
import { asHeaderText, LONGEST_NAME } from '../rules/clean.ts';
import { extentOf } from '../rules/extent.ts';
import { requesterOf } from '../rules/letters.ts';
import { inOneOrder } from '../rules/one-order.ts';
import type { ShownArticle, Viewer } from '../rules/page.ts';
import { replyAddress, replyReference, threadReference } from '../rules/reply-key.ts';
import { foldReply } from '../rules/reply-text.ts';
import { commentLetters, type LetterKind } from '../rules/letter-kinds.ts';
import { signatureUnder, type Signature } from '../rules/signature.ts';
import type { Queue } from '../rules/queues.ts';
import { isStaff, type AccountRole, type Address, type Language, type Person, type Ticket } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import { enclosuresOf, htmlForLetter } from './enclosures.ts';
import { leaveHeaders } from './leave-link.ts';
import type { ConfirmFacts, HeldFacts, Joined, LetterFacts, QuotedArticle, SecretFacts } from './letter-facts.ts';
import type { OutgoingMail } from './send.ts';
import { renderLetter } from './templates/render-letter.ts';

/** Who the letter is for, as the directory knows them; `role`: as they stand on the ticket (`worksIn`). */
export type Reader = Person & { role: AccountRole; language: Language };

/** What a letter is made of. `articles` oldest first; `sentBefore`: Message-IDs of this reader's letters, newest first. */
export type Making = {
  letter: { kind: LetterKind; article: number };
  /** The credential it is about, for letters about one. */
  secret?: SecretFacts | undefined;
  /** The answer that was held back, for the letter about one. */
  held?: HeldFacts | undefined;
  /** Why a letter calls agents to a ticket that nobody has. */
  called?: 'written' | 'moved' | undefined;
  /** The mail at the door that the letter asks about. */
  confirm?: ConfirmFacts | undefined;
  /** Whom mails brought into Cc since the reader's last letter, if they are to hear of it. */
  joined?: Joined[];
  /** The reader gets this one letter and is not on the ticket (P07): they read the article it brings, and nothing else. */
  once?: boolean;
  reader: Reader;
  by: Person | null;
  ticket: Ticket;
  articles: ShownArticle[];
  sentBefore: string[];
  queue: Queue;
  settings: Settings;
  /** Of whoever wrote the article that the letter carries, if that is an agent in the portal, beside the queue's; null: somebody else did. */
  signature?: Signature | null;
  /** The HTML of the article that the letter carries, as its sender wrote it, if it says more than its text. */
  html: string | null;
  /** Bytes of the carried article's files, by their ids. */
  files: ReadonlyMap<string, Uint8Array>;
};

/**
 * The mail. Comments and what was said before the reader joined are not in it (P08, SJ21). A reader who is on the ticket
 * answers to their own reply key; one who is not (an agent told of a new ticket) to the queue, and by the letter's Message-ID.
 */
export function compose(making: Making): OutgoingMail {
  const { letter, ticket, queue, reader, settings } = making;
  const person = participant(ticket, reader.address);
  const key = person === null ? null : { number: ticket.number, pid: person.pid, secret: person.secret, comment: commentLetters.includes(letter.kind) };
  const carried = carriedArticle(making);
  const enclosures = carried === undefined ? [] : enclosuresOf(carried, viewerOf(reader), making.files);
  return {
    from: { address: queue.address, name: senderName(letter.kind, making.by, settings.siteName) },
    to: reader.address,
    replyTo: key === null ? queue.address : replyAddress(queue.address, key),
    ...renderLetter(factsFor(making)),
    ...(enclosures.length === 0 ? {} : { enclosures }),
    headers: {
      ...automaticHeaders(letter.kind),
      // Whatever rewrites a letter and sends it back keeps this (A15).
      'X-Loop': queue.address,
      'Content-Language': reader.language,
      ...(key !== null && person?.role === 'cc' ? leaveHeaders(settings.publicUrl, key) : {}),
      ...threading(making, key === null ? [] : [replyReference(queue.address, key)]),
    },
  };
}

/** Everything the template may say to this reader. */
function factsFor(making: Making): LetterFacts {
  const { letter, reader, ticket, queue, settings } = making;
  const viewer = viewerOf(reader);
  const readable = readableArticles(making);
  const carried = carriedArticle(making);
  const [requester] = requesterOf(ticket);
  return {
    kind: letter.kind,
    language: reader.language,
    zone: settings.zone,
    siteName: settings.siteName,
    helpContact: settings.helpContact,
    supportAddress: queue.address,
    tag: queue.tag,
    number: ticket.number,
    subject: ticket.subject,
    ticketUrl: `${settings.publicUrl}/tickets/${ticket.number}`,
    passwordUrl: `${settings.publicUrl}/password/forgotten`,
    choicesUrl: `${settings.publicUrl}/profile#letters`,
    newTicketUrl: `${settings.publicUrl}/tickets/new`,
    to: { address: reader.address, name: reader.name },
    toStaff: isStaff(reader.role),
    once: isOutsideOnce(making),
    requester: requester === undefined ? null : personNamed(ticket, requester),
    owner: ticket.owner === null ? null : personNamed(ticket, ticket.owner),
    dueAt: ticket.dueAt,
    by: making.by,
    article: carried === undefined ? null : carry(carried, making),
    secret: making.secret,
    held: making.held,
    called: making.called,
    confirm: making.confirm,
    joined: making.joined ?? [],
    earlier: tellsConversation(letter.kind) ? newestFirst(readable.filter((article) => article !== carried && !article.automatic)).map((article) => quote(article, viewer)) : [],
  };
}

function viewerOf({ address, role }: Reader): Viewer {
  return { address, role, reach: { queues: null, domains: [] } };
}

function isOutsideOnce({ once, ticket, reader }: Making): boolean {
  return once === true && participant(ticket, reader.address) === null;
}

/** Up to the letter's article, oldest first. */
function readableArticles(making: Making): ShownArticle[] {
  const { letter, ticket, reader, articles } = making;
  if (isOutsideOnce(making)) return articles.filter((article) => article.id === letter.article && article.kind === 'correspondence');
  return articles.filter((article) => article.id <= letter.article && mayRead(ticket, viewerOf(reader), article));
}

function carriedArticle(making: Making): ShownArticle | undefined {
  return carriesArticle(making.letter.kind) ? readableArticles(making).find((article) => article.id === making.letter.article) : undefined;
}

/** What came with merged tickets stands among the rest by its time. */
function newestFirst(articles: ShownArticle[]): ShownArticle[] {
  const runs = Map.groupBy(articles.toReversed(), (article) => article.path.join('/'));
  return inOneOrder([...runs.values()], (article) => article.at);
}

function carriesArticle(kind: LetterKind): boolean {
  return kind === 'correspondence' || commentLetters.includes(kind) || kind === 'new-ticket';
}

/** What answers a mail by itself never repeats what was written to us (A10, SL02). */
function tellsConversation(kind: LetterKind): boolean {
  return kind !== 'acknowledgement' && kind !== 'refused' && kind !== 'confirm' && kind !== 'new-ticket' && kind !== 'secret-asked' && kind !== 'secret-given';
}

/** The article for whose sake the letter is written, with its files and as its sender meant it. */
function carry(article: ShownArticle, making: Making): QuotedArticle {
  const { reader, html, files, ticket, settings } = making;
  const viewer = viewerOf(reader);
  const ticketUrl = `${settings.publicUrl}/tickets/${ticket.number}`;
  const left = filesFor(viewer, article).filter((file) => !files.has(file.id)).map(({ id, name, size }) => ({ name, size, url: `${ticketUrl}/attachments/${id}/file` }));
  return { ...quote(article, viewer), attachments: left, html: html === null ? null : htmlForLetter(html, article, files), signature: signatureOf(making) };
}

/** Beneath an answer, never beneath a comment. */
function signatureOf({ letter, signature = null, queue, reader, ticket, by }: Making): string {
  if (letter.kind !== 'correspondence' || signature === null) return '';
  const [requester] = requesterOf(ticket);
  const customer = requester === undefined ? '' : personNamed(ticket, requester).name;
  return signatureUnder({ agent: signature, queue }, reader.language, { number: ticket.number, subject: ticket.subject, customer, agent: by?.name ?? '' });
}

/** The article without the old mails below it: the letter tells the conversation itself. */
function quote(article: ShownArticle, viewer: Viewer): QuotedArticle {
  const { id, by, at, kind } = article;
  const attachments = filesFor(viewer, article);
  const formatted = article.look === 'formatted';
  // An agent quotes in the portal what they answer to, so that nothing of it is an old mail.
  const answer = formatted ? article.text : answerIn(article);
  return { id, by, at, comment: kind === 'comment', text: answer === '' ? article.text : answer, formatted, signature: '', extent: extentOf(article), html: null, attachments: attachments.map(({ name, size }) => ({ name, size, url: null })) };
}

/** Folding takes most of a letter's time, and every article stands in the letters to each reader: the last ones are remembered. */
const answers = new Map<string, string>();
const MOST_REMEMBERED = 200;
/** Characters; longer texts are rare, and would fill the memory. */
const LONGEST_REMEMBERED = 20_000;

function answerIn({ text, forwarded }: ShownArticle): string {
  const known = `${forwarded}${text}`;
  const before = answers.get(known);
  if (before !== undefined) return before;
  const answer = foldReply(text, forwarded).filter((part) => part.shown).map((part) => part.text).join('').trim();
  if (text.length > LONGEST_REMEMBERED) return answer;
  if (answers.size >= MOST_REMEMBERED) for (const oldest of [...answers.keys()].slice(0, MOST_REMEMBERED / 2)) answers.delete(oldest);
  answers.set(known, answer);
  return answer;
}

/** A person's words come in their name; what the desk says comes in the desk's. A name that looks like an address is not shown (SJ16). */
function senderName(kind: LetterKind, by: Person | null, siteName: string): string {
  const fromPerson = kind === 'correspondence' || commentLetters.includes(kind);
  const name = fromPerson && by !== null ? asHeaderText(by.name, LONGEST_NAME) : '';
  return name !== '' && !name.includes('@') ? `${name} (${siteName})` : siteName;
}

/** Automatic letters say so (P13, RFC 3834 section 5); people's words do not. */
function automaticHeaders(kind: LetterKind): Record<string, string> {
  switch (kind) {
    case 'correspondence':
    case 'comment':
    case 'mentioned':
      return {};
    case 'acknowledgement':
    case 'refused':
    case 'held':
    case 'confirm':
      return { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' };
    case 'new-ticket':
    case 'called':
    case 'overdue':
    case 'closed':
    case 'owner-changed':
    case 'secret-asked':
    case 'secret-given':
      return { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
  }
}

/**
 * In-Reply-To and References (RFC 5322 section 3.6.4): the ticket's fixed id first (P14), the reader's own mail or the one
 * they saw, the newest letters to them, and last their reply key.
 */
function threading(making: Making, keyReference: string[]): Record<string, string> {
  const { ticket, queue, reader, sentBefore, articles } = making;
  const viewer = viewerOf(reader);
  const seen = articles.filter((article) => article.messageId !== null && mayRead(ticket, viewer, article) && isSafeId(article.messageId));
  const lastOwn = seen.findLast((article) => article.by.address === reader.address)?.messageId ?? null;
  const parent = sentBefore[0] ?? lastOwn ?? seen[0]?.messageId ?? null;
  const chain = [threadReference(queue.address, ticket.number), seen[0]?.messageId ?? null, lastOwn, ...sentBefore.slice(0, 2).reverse(), ...keyReference];
  const references = [...new Set(chain.filter((id) => id !== null))].join(' ');
  return parent === null ? { References: references } : { 'In-Reply-To': parent, References: references };
}

/** Other systems' Message-IDs go into our headers only if they are short and plain. */
function isSafeId(messageId: string | null): boolean {
  return messageId !== null && /^<[\x21-\x3b\x3d\x3f-\x7e]{1,250}>$/.test(messageId);
}

function personNamed(ticket: Ticket, address: Address): Person {
  return { address, name: participant(ticket, address)?.name ?? '' };
}
