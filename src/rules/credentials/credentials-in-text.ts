/** Whether a text seems to hold a password, a PIN or a key (S18): people mail them, and an agent should take them out. */

import { canBeNothingElse, canBeOne, looksLikeOne, valueIn, type Value } from './value.ts';
import { LABEL, PAIR, TOKENS } from './words.ts';

const MOST = 50;
/** Characters that are looked at after a label. */
const READ = 300;
/** Longer lines are no sentences. */
const LONGEST_LINE = 20_000;

/**
 * The passages that look like credentials, in the text's order, each once, exactly as they stand in it; at most 50. Only the
 * credential, not the word before it. German and English. It rather misses one than warns of what is none: a word counts
 * where a label introduces it and it looks like no other word. Linear in the text's length; takes any text.
 */
export function credentialsIn(text: string): string[] {
  const found: { at: number; passage: string }[] = [];
  for (const token of TOKENS) for (const match of text.matchAll(token)) found.push({ at: match.index, passage: match[0] });
  let at = 0;
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const next = () => lines.slice(index + 1, index + 3).find((one) => /[^\s>]/.test(one)) ?? '';
    if (line.length <= LONGEST_LINE) for (const passage of inLine(line, next)) found.push({ at, passage });
    at += line.length + 1;
    if (found.length >= MOST * 2) break;
  }
  return [...new Set(found.toSorted((one, other) => one.at - other.at).map(({ passage }) => passage))].slice(0, MOST);
}

function inLine(line: string, next: () => string): string[] {
  const second = [...line.matchAll(PAIR)].flatMap((match) => valueIn(match[1] ?? '') ?? []).filter(looksLikeOne);
  const labelled = [...line.matchAll(LABEL)].flatMap((match) => {
    const after = line.slice(match.index + match[0].length, match.index + match[0].length + READ);
    return introduced(after, { opens: opensLine(line.slice(Math.max(0, match.index - 80), match.index)), next }) ?? [];
  });
  return [...second, ...labelled].map(({ word }) => word);
}

/** What may stand between a label and its sign: `Passwort (neu) für den Router:`. */
const ABOUT = String.raw`(?:\s*\([^()\n]{0,40}\))?(?:\s+(?:für|fürs|for|of|vom|von|zum|zur|beim|bei|des|der|im|am|in|to|at)\s[^:=\n]{1,50}?)?`;
const SIGN = new RegExp(String.raw`^["'”“*_]{0,2}${ABOUT}\s*(?:[:=：]|[-=]>|→)[*_]{0,2}[ \t]*`, 'u');
const VERB = new RegExp(String.raw`^${ABOUT}\s+(?:ist|lautet|war|heißt|is|was)(?:\s+(?:jetzt|nun|weiterhin|now|still))?\s*:?(?:\s+|$)`, 'iu');

/** The credential that `after`, the text behind a label, begins with, or null. */
function introduced(after: string, where: { opens: boolean; next: () => string }): Value | null {
  const signed = SIGN.exec(after)?.[0];
  const said = signed ?? VERB.exec(after)?.[0];
  if (said === undefined) return bare(after);
  const behind = after.slice(said.length);
  if (behind.trim() === '') return alone(where.next());
  const value = valueIn(behind);
  if (value === null) return null;
  if (looksLikeOne(value) || (value.quoted && canBeOne(value.word))) return value;
  return signed !== undefined && where.opens && value.rest.trim() === '' && canBeOne(value.word) ? value : null;
}

/** `PW Sommer2024!` */
function bare(after: string): Value | null {
  const value = /^[ \t]/.test(after) ? valueIn(after) : null;
  return value !== null && canBeNothingElse(value) ? value : null;
}

/** The label ended its line: what stands by itself on the next one. */
function alone(line: string): Value | null {
  const value = valueIn(line.replace(/^[\s>*-]+/, ''));
  return value !== null && value.rest.trim() === '' && looksLikeOne(value) ? value : null;
}

/** Whether the label begins its line, but for marks of quotes and lists and a few words such as *my new*. */
function opensLine(before: string): boolean {
  return /^[\s>*•-]*(?:(?:mein|dein|ihr|das|altes|neues|alte|neue|my|your|the|old|new)\s+)*[\p{L}\p{N}_.-]*$/iu.test(before);
}
