/** The people a header names (RFC 5322 §3.4), in every odd form that mail programs write (P05). */

import { parseAddress } from '../../rules/address.ts';
import { cleanLine, cleanName } from '../../rules/clean.ts';
import type { Person } from '../../rules/ticket.ts';
import { entries, said, type Entry, type Word } from './address-tokens.ts';
import { decodeWords } from './encoded-words.ts';

/** SP06: more are not read. An address is shorter than this, whatever stands around it. */
const MOST_ADDRESSES = 500;
const LONGEST_ADDRESS = 400;

/** One entry of the list. `person` is null if it has no good address, then `text` is all it says. `group`: it stands in a group. */
export type Mailbox = { person: Person | null; text: string; group: boolean };

/**
 * The mailboxes in a header whose raw 8-bit characters are text already, but not its encoded words (a comma inside of one does not
 * separate). Where a sender encoded the addresses too, what they say is read. An empty group is one mailbox without a person. At most 500. Linear.
 */
export function mailboxes(header: string): Mailbox[] {
  const found = mailboxesIn(header);
  const isEncoded = header.includes('=?') && found.every((mailbox) => mailbox.person === null);
  return isEncoded ? mailboxesIn(decodeWords(header)) : found;
}

function mailboxesIn(header: string): Mailbox[] {
  const found: Mailbox[] = [];
  let group: string | null = null;
  for (const entry of withWholeNames(entries(header))) {
    if (found.length === MOST_ADDRESSES) break;
    group = entry.opensGroup ?? group;
    const empty = entry.words.length === 0 && entry.angle === null;
    if (!empty) found.push(mailbox(entry, group !== null));
    else if (entry.opensGroup !== null) found.push({ person: null, text: cleanName(decodeWords(entry.opensGroup)), group: true });
    if (entry.endsGroup) group = null;
  }
  return found;
}

/** Everybody in the header who has an address, each once, groups included. */
export function people(header: string): Person[] {
  const byAddress = new Map<string, Person>();
  for (const { person } of mailboxes(header)) if (person !== null && !byAddress.has(person.address)) byAddress.set(person.address, person);
  return [...byAddress.values()];
}

/** `Kunde, Karla <karla@example.com>`: a name that should have been quoted is no entry of its own. */
function* withWholeNames(all: Iterable<Entry>): Generator<Entry> {
  let name: Entry | null = null;
  for (const entry of all) {
    if (name !== null && entry.angle?.includes('@') !== true) yield name;
    const words: Word[] = name !== null && entry.angle?.includes('@') === true ? [...name.words, COMMA, ...entry.words] : entry.words;
    name = isNameOnly(entry) ? { ...entry, words } : null;
    if (name === null) yield { ...entry, words };
  }
  if (name !== null) yield name;
}

const COMMA: Word = { text: ',', quoted: true, apart: false };

/** Not at the end of a group, where nothing follows that belongs to it. */
function isNameOnly({ words, angle, comments, opensGroup, endsGroup }: Entry): boolean {
  const bare = angle === null && comments.length === 0 && opensGroup === null && !endsGroup;
  return bare && words.length > 0 && !words.some((word) => word.text.includes('@'));
}

function mailbox(entry: Entry, group: boolean): Mailbox {
  const bare = entry.angle === null ? bareAddress(entry.words) : null;
  const address = plainAddress(entry.angle ?? (bare === null ? '' : said(entry.words.slice(bare.first, bare.last + 1))));
  const words = bare === null ? entry.words : entry.words.filter((_, index) => index < bare.first || index > bare.last);
  const name = cleanName(unquoted(decodeWords(words.length > 0 ? said(words) : entry.comments.join(' '))));

  const parsed = parseAddress(address);
  if (parsed === null) return { person: null, text: [name, address].filter((part) => part !== '').join(' '), group };
  return { person: { address: parsed, name: name.toLowerCase() === parsed ? '' : name }, text: name, group };
}

/**
 * The last word with an `@`; a quoted one only if there is nothing else, as it would be a quoted local part: then the domain stands
 * behind it as a word of its own.
 */
function bareAddress(words: Word[]): { first: number; last: number } | null {
  const last = words.length === 1 && words[0]?.text.includes('@') === true ? 0 : words.findLastIndex((word) => !word.quoted && word.text.includes('@'));
  if (last < 0) return null;
  const word = words[last];
  return { first: last > 0 && word?.text.startsWith('@') === true && !word.apart ? last - 1 : last, last };
}

/** Without what is no part of it: quotes, `mailto:`, blanks around the `@`, hidden characters, quotes around a local part that needs none, a name before it. */
function plainAddress(text: string): string {
  const bare = unquoted(cleanLine(text, LONGEST_ADDRESS)).replace(/^\[(.*)\]$/, '$1').replace(/^(?:mailto|smtp):/i, '');
  const joined = bare.split('@').map((part) => part.trim()).join('@').replace(/^"([^"\\]*)"@/, '$1@');
  return joined.slice(joined.lastIndexOf(' ') + 1);
}

/** `'a@b'` and `""Name""`: quotes that Outlook and others add around what they quote. */
function unquoted(text: string): string {
  let inner = text.trim();
  for (let layers = 0; layers < 3; layers++) inner = /^(['"`])(.+)\1$/s.exec(inner)?.[2]?.trim() ?? inner;
  return inner;
}
