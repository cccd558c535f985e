/** Who is called in a text by `@` and a name. */

import { fold } from './search-text.ts';
import type { Address, Person } from './ticket.ts';

/** A stretch of the text; `of`: the colleague whom it names. */
export type Stretch = { text: string; of: Address | null };

const MOST_MENTIONED = 20;
/** An `@` within an address calls nobody. After it a word, and up to three more: names have blanks. */
const CALL = /(?<![\p{L}\p{N}._%+-])@([\p{L}\p{N}][\p{L}\p{M}\p{N}._’'-]*(?:[ \u00a0][\p{L}][\p{L}\p{M}.’'-]*){0,3})/gu;

/** The colleagues whom the text calls, each once, in order. */
export function mentionedIn(text: string, colleagues: Person[]): Address[] {
  const called = mentionsIn(text, colleagues).flatMap(({ of }) => (of === null ? [] : [of]));
  return [...new Set(called)].slice(0, MOST_MENTIONED);
}

/**
 * The text cut where it calls somebody; joined again it is the same. A colleague is called by their whole name (with blanks, dots or nothing
 * between), by what stands before the `@` of their address, or by the first or last name if nobody else has it; `ae` is `ä`, case does not count. A name
 * of two people calls neither: better nobody than the wrong one.
 */
export function mentionsIn(text: string, colleagues: Person[]): Stretch[] {
  if (!text.includes('@') || colleagues.length === 0) return text === '' ? [] : [{ text, of: null }];
  const names = namesOf(colleagues);
  const stretches: Stretch[] = [];
  let done = 0;
  for (const found of text.matchAll(CALL)) {
    const call = longestName(found[1] ?? '', names);
    if (call === null) continue;
    if (found.index > done) stretches.push({ text: text.slice(done, found.index), of: null });
    done = found.index + 1 + call.name.length;
    stretches.push({ text: text.slice(found.index, done), of: call.of });
  }
  if (done < text.length) stretches.push({ text: text.slice(done), of: null });
  return stretches;
}

/** What an editor completes after `@` for each of them: the whole name, or where that calls several the address's own part. */
export function callNames(colleagues: Person[]): Map<Address, string> {
  const names = namesOf(colleagues);
  return new Map(colleagues.map(({ name, address }) => {
    const whole = name.trim().replaceAll(/\s+/g, ' ');
    return [address, whole !== '' && names.get(fold(whole)) === address ? whole : localPart(address)];
  }));
}

type Names = Map<string, Address | 'several'>;

/** Whole names come before first and last ones, so that `@anna` is hers who has that address, though another is called Anna, too. */
function namesOf(colleagues: Person[]): Names {
  const names: Names = new Map();
  const shorter: Names = new Map();
  for (const { name, address } of colleagues) {
    const words = name.trim().split(/\s+/).filter((word) => word !== '');
    for (const whole of new Set([words.join(' '), words.join('.'), words.join(''), localPart(address)].map(fold))) note(names, whole, address);
    for (const part of new Set([words[0] ?? '', words.at(-1) ?? ''].map(fold))) note(shorter, part, address);
  }
  for (const [part, address] of shorter) if (!names.has(part)) names.set(part, address);
  return names;
}

function note(names: Names, name: string, address: Address): void {
  if (name === '') return;
  const other = names.get(name);
  names.set(name, other === undefined || other === address ? address : 'several');
}

/** The longest beginning of what follows the `@` that is somebody's name, without the full stop of the sentence. */
function longestName(following: string, names: Names): { name: string; of: Address } | null {
  const words = following.split(/(?=[ \u00a0])/u);
  for (let count = words.length; count > 0; count -= 1) {
    const written = words.slice(0, count).join('');
    for (const name of [written, written.replace(/[._’'-]+$/u, ''), written.replace(/[’']s$/u, '')]) {
      const of = names.get(fold(name.replaceAll('\u00a0', ' ')));
      if (of !== undefined && of !== 'several') return { name, of };
    }
  }
  return null;
}

function localPart(address: Address): string {
  return address.slice(0, address.lastIndexOf('@'));
}
