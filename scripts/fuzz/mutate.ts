/** Mails made worse, as broken programs, gateways and enemies do it. */

import type { Chance } from '../../test/support/chance.ts';
import { fragments } from './fragments.ts';
import { linesOf, withHeaders, type Lines } from './lines.ts';

/** No mutation makes a mail longer than this. */
const LONGEST = 400_000;

/** The mail after one to six mutations. `others`: whose headers and parts may be put into it. */
export function mutated(mail: Buffer, others: readonly Buffer[], chance: Chance): Buffer {
  let bytes = mail;
  const times = 1 + chance.below(6);
  for (let at = 0; at < times; at++) {
    const worse = chance.of(mutations)(bytes, others, chance);
    if (worse.length <= LONGEST) bytes = worse;
  }
  return bytes;
}

type Mutation = (mail: Buffer, others: readonly Buffer[], chance: Chance) => Buffer;

const mutations: Mutation[] = [flipBits, cut, cut, repeatPiece, onLines(duplicate), onLines(drop), onLines(move), onLines(changeValue), onLines(changeValue), spliceHeaders, insert, insert, replaceWord, replaceWord,
  nest, attach, changeLineEnds, foldDifferently];

function flipBits(mail: Buffer, _: readonly Buffer[], chance: Chance): Buffer {
  const bytes = Buffer.from(mail);
  for (let left = 1 + chance.below(20); left > 0 && bytes.length > 0; left--) {
    const at = chance.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
  }
  return bytes;
}

/** The end, the beginning, or a piece within. */
function cut(mail: Buffer, _: readonly Buffer[], chance: Chance): Buffer {
  const [from, to] = twoPlaces(mail, chance);
  return chance.of([() => mail.subarray(0, to), () => mail.subarray(Math.min(from, 200)), () => Buffer.concat([mail.subarray(0, from), mail.subarray(to)])])();
}

function repeatPiece(mail: Buffer, _: readonly Buffer[], chance: Chance): Buffer {
  const [from, end] = twoPlaces(mail, chance);
  const to = Math.min(end, from + 1 + chance.below(200));
  const times = 2 ** chance.below(12);
  return Buffer.concat([mail.subarray(0, to), ...Array.from({ length: Math.min(times, LONGEST / Math.max(1, to - from)) }, () => mail.subarray(from, to)), mail.subarray(to)]);
}

function onLines(change: (lines: Lines, chance: Chance) => void): Mutation {
  return (mail, _, chance) => {
    const lines = linesOf(mail);
    change(lines, chance);
    return Buffer.concat(lines);
  };
}

function duplicate(lines: Lines, chance: Chance): void {
  const line = lines[chance.below(lines.length)];
  if (line !== undefined) lines.splice(chance.below(lines.length + 1), 0, line);
}

function drop(lines: Lines, chance: Chance): void {
  lines.splice(chance.below(lines.length), 1 + chance.below(3));
}

function move(lines: Lines, chance: Chance): void {
  lines.splice(chance.below(lines.length), 0, ...lines.splice(chance.below(lines.length), 1 + chance.below(5)));
}

/** What a header says becomes something else that a header may say. */
function changeValue(lines: Lines, chance: Chance): void {
  const named = lines.flatMap((line, at) => (/^[\w-]+:/.test(line.toString('latin1')) ? [at] : []));
  if (named.length === 0) return;
  const at = chance.of(named);
  const name = /^[\w-]+:/.exec((lines[at] ?? Buffer.alloc(0)).toString('latin1'))?.[0] ?? 'X:';
  lines[at] = Buffer.from(`${chance.of([name, name, 'Content-Type:', 'From:', 'Subject:'])} ${chance.of(fragments.values)}\r\n`, 'latin1');
}

function spliceHeaders(mail: Buffer, others: readonly Buffer[], chance: Chance): Buffer {
  return withHeaders(mail, (own) => {
    const theirs = linesOf(chance.of(others)).slice(0, 40);
    const some = theirs.filter(() => chance.below(3) === 0);
    const place = chance.below(own.length + 1);
    return [...own.slice(0, place), ...some, ...own.slice(place)];
  });
}

function insert(mail: Buffer, _: readonly Buffer[], chance: Chance): Buffer {
  const at = chance.below(chance.below(2) === 0 ? mail.length + 1 : Math.min(mail.length, 1500) + 1);
  return Buffer.concat([mail.subarray(0, at), Buffer.from(chance.of(fragments.pieces), 'latin1'), mail.subarray(at)]);
}

/** A charset, an encoding, a type, a boundary: everywhere or once, for another. */
function replaceWord(mail: Buffer, _: readonly Buffer[], chance: Chance): Buffer {
  const group = chance.of(fragments.words);
  const text = mail.toString('latin1');
  const present = group.filter((word) => text.toLowerCase().includes(word.toLowerCase()));
  if (present.length === 0) return mail;
  const from = new RegExp(chance.of(present).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'), chance.below(2) === 0 ? 'gi' : 'i');
  return Buffer.from(text.replace(from, () => chance.of(group)), 'latin1');
}

/** The mail within another one. */
function nest(mail: Buffer, _: readonly Buffer[], chance: Chance): Buffer {
  const type = chance.of(['message/rfc822', 'multipart/mixed; boundary=nest', 'multipart/alternative; boundary="nest"', 'multipart/report; report-type=delivery-status; boundary=nest', 'multipart/digest; boundary=nest']);
  const header = `From: Nest <nest@kunde.example>\r\nTo: support@dtnet.de\r\nSubject: Fwd: ${chance.of(fragments.values)}\r\nContent-Type: ${type}\r\n\r\n`;
  const inner = type.startsWith('message') ? [] : ['--nest\r\n', chance.of(['', 'Content-Type: message/rfc822\r\n\r\n', 'Content-Type: message/delivery-status\r\n\r\n', '\r\n'])];
  return Buffer.concat([Buffer.from(header + inner.join(''), 'latin1'), mail, Buffer.from(chance.of(['', '\r\n--nest--\r\n', '\r\n--nest\r\n']))]);
}

/** Another mail behind one of its boundaries. */
function attach(mail: Buffer, others: readonly Buffer[], chance: Chance): Buffer {
  const boundary = /boundary="?([^"\s;]+)/i.exec(mail.toString('latin1'))?.[1];
  if (boundary === undefined) return mail;
  const at = mail.indexOf(`--${boundary}`);
  const part = Buffer.concat([Buffer.from(`--${boundary}\r\nContent-Type: message/rfc822\r\n\r\n`), chance.of(others), Buffer.from('\r\n')]);
  return at < 0 ? mail : Buffer.concat([mail.subarray(0, at), part, mail.subarray(at)]);
}

function changeLineEnds(mail: Buffer, _: readonly Buffer[], chance: Chance): Buffer {
  const end = chance.of(['\n', '\r\n', '\r', '\n\r', '\r\r\n']);
  const always = chance.below(2) === 0;
  return Buffer.from(mail.toString('latin1').replace(/\r?\n/g, (found) => (always || chance.below(10) === 0 ? end : found)), 'latin1');
}

function foldDifferently(mail: Buffer, _: readonly Buffer[], chance: Chance): Buffer {
  return withHeaders(mail, (own) => own.map((line) => Buffer.from(line.toString('latin1').replace(/ /g, (blank) => (chance.below(8) === 0 ? chance.of(['\r\n ', '\n\t', '\t', '\xa0', '', '\r\n']) : blank)), 'latin1')));
}

function twoPlaces(mail: Buffer, chance: Chance): [number, number] {
  const [one, other] = [chance.below(mail.length + 1), chance.below(mail.length + 1)];
  return one < other ? [one, other] : [other, one];
}
