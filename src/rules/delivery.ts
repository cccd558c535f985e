/** What is heard of a letter after it left us: from the platform's events, and from the reports that come as mails (A14). */

import { participant } from './access.ts';
import { keyOwner } from './admission.ts';
import type { Bounce } from './bounce.ts';
import { addressIn } from './bounce/finding.ts';
import type { Automatic, Header, Mail, ReplyKey } from './mail.ts';
import { findReplyKey } from './reply-key.ts';
import type { Failure, LetterState } from './letter-kinds.ts';
import type { Address, Change, Instant, Ticket } from './ticket.ts';

/** `undelivered` with a failure of the kind `delay` is a warning, and so the same as `deferred`. */
export type News = {
  /** The Message-ID of the letter, and the reply key that it carried: one of them must be ours. */
  ids: string[];
  key: ReplyKey | null;
  /** Whom it is about. The letter must have gone to one of them. */
  to: Address[];
  /** When the platform says that it happened; null for what a mail tells, which anybody can write. */
  happenedAt: Instant | null;
} & ({ fate: 'delivered' | 'deferred' | 'complained' } | { fate: 'undelivered'; failure: Failure });

/** A letter as far as news need it. `handedAt`: when it may have left the first time. */
export type SentLetter = { id: number; to: Address; state: LetterState; messageId: string | null; handedAt: Instant | null };

/** `states`: letters whose state changes without an entry in the history; with the Message-ID, where it is learned only now. */
export type Heard = { changes: Change[]; states: { letter: number; state: LetterState; messageId?: string }[] };

/**
 * What news mean for the ticket's letters (newest first) and people. News of no letter of ours, or of one that went to somebody else, mean
 * nothing: they may be forged (SL11). The same news again, and news that came too late, change nothing. An address that takes no
 * mail is `bounced` until somebody tries it again (P11); a delay and a full mailbox are no fault of the address.
 *
 * A letter of unknown fate has no Message-ID that we know. News of the platform about one that nobody knows, to the same person and from
 * after it was handed over, are its: only one letter to a person can be in doubt, because the later ones wait for it (SR4, SR5).
 */
export function hear(ticket: Ticket, letters: SentLetter[], news: News): Heard {
  const letter = letterMeant(ticket, letters, news);
  if (letter === null) return nothing;
  const { id, to, state } = letter;
  const [learned] = news.ids;
  const named = letter.messageId !== null || learned === undefined ? {} : { messageId: learned };
  const fate = news.fate === 'undelivered' && news.failure.kind === 'delay' ? 'deferred' : news.fate;
  if (fate !== 'undelivered' && fate !== 'complained') return BEFORE[fate].includes(state) ? { changes: [], states: [{ letter: id, state: fate, ...named }] } : nothing;
  if (fate === 'complained') return state === 'complained' ? nothing : { changes: [{ kind: 'complained', letter: id, to }], states: [] };
  if (news.fate !== 'undelivered' || ENDED.includes(state)) return nothing;

  const undelivered: Change = { kind: 'undelivered', letter: id, to, failure: news.failure };
  const person = participant(ticket, to);
  const atFault = news.failure.kind === 'hard' && person !== null && person.bounced === null;
  return { changes: atFault ? [undelivered, { kind: 'bounced', address: to, reason: news.failure.reason }] : [undelivered], states: [] };
}

const nothing: Heard = { changes: [], states: [] };

/** Events come in any order: what is known already is not unsaid by older news. */
const BEFORE: Record<'deferred' | 'delivered', LetterState[]> = { deferred: ['sending', 'sent', 'unknown'], delivered: ['sending', 'sent', 'unknown', 'deferred'] };
const ENDED: LetterState[] = ['bounced', 'complained', 'failed', 'noted', 'unwanted'];

/** The letter with that Message-ID; with a key alone, the newest that left for its person. */
function letterMeant(ticket: Ticket, letters: SentLetter[], news: News): SentLetter | null {
  const { ids, key, to } = news;
  const named = letters.find((letter) => letter.messageId !== null && ids.includes(letter.messageId));
  const owner = key === null ? null : keyOwner(ticket, key);
  const found = named ?? (owner === null ? undefined : letters.find((letter) => letter.to === owner.address && letter.messageId !== null));
  if (found !== undefined) return to.includes(found.to) ? found : null;
  return letters.find((letter) => letter.state === 'unknown' && to.includes(letter.to) && isAfter(news, letter)) ?? null;
}

function isAfter({ happenedAt }: News, { handedAt }: SentLetter): boolean {
  return happenedAt !== null && handedAt !== null && happenedAt >= handedAt - CLOCKS_DIFFER_MS;
}

/** The platform's clock and ours. */
const CLOCKS_DIFFER_MS = 10_000;

/** What names a ticket in a mail. */
export type Naming = Pick<Mail, 'subject' | 'references' | 'inReplyTo' | 'to' | 'cc'>;

/** A report names the ticket of the letter that came back: as if it answered that one, and was sent where answers to it go. */
export function namingOf(mail: Naming, bounce: Bounce | null): Naming {
  if (bounce === null) return mail;
  const answersTo = addressesIn(bounce.returned, ['reply-to']).map((address) => ({ address, name: '' }));
  return { ...mail, references: [...mail.references, ...returnedIds(bounce.returned)], to: [...mail.to, ...answersTo] };
}

/** The Message-IDs in a header, its own last. */
function returnedIds(returned: Header[]): string[] {
  return ['references', 'in-reply-to', 'message-id'].flatMap((name) => idsIn(returned, name));
}

/** The news in a mail of a machine: one for each address that a bounce or a complaint is about. */
export function newsIn(mail: Pick<Mail, 'inReplyTo' | 'report'>, automatic: Automatic, bounce: Bounce, ownAddresses: Address[]): News[] {
  const { returned } = bounce;
  const ids = idsIn(returned, 'message-id');
  const key = findReplyKey(addressesIn(returned, ['reply-to', 'from', 'sender', 'return-path']), returnedIds(returned), ownAddresses);
  const about = { ids: ids.length > 0 ? ids : mail.inReplyTo, key, happenedAt: null };
  if (automatic === 'bounce') {
    return bounce.recipients.map(({ also, ...failure }) => ({ ...about, to: [failure.address, ...also], fate: 'undelivered', failure }));
  }
  if (automatic !== 'complaint') return [];
  const to = [...addressesIn(mail.report?.feedback ?? [], ['original-rcpt-to', 'removal-recipient']), ...addressesIn(returned, ['to'])];
  return [{ ...about, to, fate: 'complained' }];
}

function idsIn(headers: Header[], name: string): string[] {
  return headers.filter((header) => header.name === name).flatMap(({ value }) => value.match(/<[^<>\s]{1,998}>/g) ?? []);
}

function addressesIn(headers: Header[], names: string[]): Address[] {
  const values = headers.filter(({ name }) => names.includes(name)).flatMap(({ value }) => value.split(','));
  return values.map((value) => addressIn(/<([^<>]+)>/.exec(value)?.[1] ?? value)).filter((address) => address !== null);
}
