/** What an agent should know before an answer is sent. None of it stops them twice. */

import { credentialsIn } from './credentials/credentials-in-text.ts';
import type { ShownPerson } from './page.ts';
import type { Address } from './ticket.ts';

export type Warning =
  /** The text speaks of a file, by this word, and there is none. */
  | { kind: 'missingFile'; word: string }
  | { kind: 'credentials' }
  /** Somebody who would get it, were their address not one that takes no mail (P11). */
  | { kind: 'bouncing'; address: Address }
  /** Somebody outside who came onto the ticket since an agent last answered. */
  | { kind: 'newcomer'; address: Address };

/** `files`: how many go along; `except`: who was taken off this answer. */
export type Unsent = { text: string; files: number; except: Address[] };

/** The warnings, each once. Quoted lines are somebody else's words. */
export function warningsOf({ text, files, except }: Unsent, on: { people: Pick<ShownPerson, 'address' | 'role' | 'bounced'>[]; newcomers: Address[] }): Warning[] {
  const own = text.split('\n').filter((line) => !line.startsWith('>')).join('\n');
  const word = files === 0 ? spokenFile(own) : null;
  const outside = on.people.filter((person) => person.role !== 'agent' && !except.includes(person.address));
  return [
    ...(word === null ? [] : [{ kind: 'missingFile', word } as const]),
    ...(credentialsIn(own).length === 0 ? [] : [{ kind: 'credentials' } as const]),
    ...outside.filter((person) => person.bounced !== null).map(({ address }): Warning => ({ kind: 'bouncing', address })),
    ...outside.filter((person) => person.bounced === null && on.newcomers.includes(person.address)).map(({ address }): Warning => ({ kind: 'newcomer', address })),
  ];
}

/** A name for the warning, by which a form says that it was shown. */
export function nameOfWarning(warning: Warning): string {
  return 'address' in warning ? `${warning.kind}:${warning.address}` : warning.kind;
}

/** Not *your attachment*, nor *without*: those speak of the other's files, or of none. */
const FILE = new RegExp(
  [
    String.raw`(?<![\p{L}])(?:(?:im|als|siehe|s\.) anhang|(?:in|siehe|s\.)(?: der| die)? anlage|anbei|beigefügt\p{L}*|beiliegend\p{L}*|angehängt\p{L}*|hänge\b[^.!?\n]{0,60}?\ban)(?![\p{L}])(?! (?:ihrer|ihres|deiner|deines)\b)`,
    String.raw`\b(?:attached|i attach|i have attached|i enclose|enclosed|(?:see|in) the attachment|as an attachment)\b(?! (?:to|in) your\b)`,
  ].join('|'),
  'iu',
);

function spokenFile(text: string): string | null {
  return FILE.exec(text)?.[0] ?? null;
}
