/** Whom a report in plain words names, and what it says about each. */

import { oneOf } from '../one-of.ts';
import type { Address } from '../ticket.ts';
import { addressIn, statusIn, type Finding } from './finding.ts';

/** RFC 5321 addresses as they stand in running text. Bounded, so that a search stays linear. */
const LETTERS = String.raw`\u00a1-\uffff`;
const ADDRESS = String.raw`[\w!#$%&'*+/=?^_{|}~.\-${LETTERS}]{1,64}@[\w\-${LETTERS}]{1,63}(?:\.[\w\-${LETTERS}]{1,63}){1,8}`;

/** What stands before the address on a line of its own. */
const LABEL = [
  '(?:(?:final |original |intended |failed |undeliverable |rejected |e-?mail )?(?:recipient|addressee|address|rcpt to|to|user|mailbox)',
  'empfänger|empfängeradresse|adresse|destinataire|destinatario|destinatário|ontvanger|odbiorca|mottagare|modtager|получатель|宛先|收件人)(?: address| is| was)?',
  'unknown user|unknown recipient|no such user|invalid final delivery userid|undeliverable to|user mailbox exceeds allowed size',
  String.raw`delivery failed(?: \d+ attempts)?`,
].join('|');
const OWN_LINE = new RegExp(String.raw`^[\s>*\-+•·|]{0,12}(?:(?:${LABEL})\s?:?\s{0,8})?[<("'\[]{0,2}(${ADDRESS})(?![\w@])`, 'i');

/** Any words and a colon before the address, nothing behind it: `Receiver not found: …`. */
const LABELLED = new RegExp(String.raw`^[^@:：\n]{1,60}[:：]\s{0,8}[<("'\[]?(${ADDRESS})[>)"'\]]?\s{0,8}$`, 'i');

/** An address within a sentence that says who did not get the mail. */
const IN_SENTENCE = new RegExp([
  String.raw`\b(?:rcpt to\s?:?|(?:deliver(?:ed|y)?|delivering|sent|send|message|mail|mails|e-mail)\b[^\n]{0,100}?\b(?:to|for|an|à|a|para|aan)`,
  String.raw`recipient|address|user|mailbox|account|empfänger|failed|undeliverable)\W{1,4}(${ADDRESS})`,
].join('|'), 'gi');

const ANYWHERE = new RegExp(String.raw`(${ADDRESS})`, 'gi');

/** Lines that name somebody else. */
const ABOUT_OTHERS = oneOf([
  'from|sender|reply-to|mail from|return-path|original sender|absender|von|expéditeur|de|remitente|contact|for (?:further |more )?(?:assistance|help|information)',
  String.raw`if you|please|>>> mail from|cc|reporting-mta|message-id|bitte|veuillez|por favor|(?:[^@\n]{0,60}\b)?(?:contact|questions|assistance|kontakt|support team|sender|absender)`,
], { before: String.raw`^\s{0,8}`, after: String.raw`\b`, flags: 'i' });

/** A letter of ours went to one address; a report that names more than this is about something else. */
const MOST_NAMED = 50;
/** Longest answer of a server that is kept for an address. */
const MOST_WORDS = 1500;

/**
 * The addresses that the report's own lines give as those who did not get the mail, each with the words that stand with it. An
 * address on a line of its own counts more than one within a sentence, and that more than any other. `others` are addresses that a report names for other reasons: the
 * sender of the mail that came back, and the machine itself. Linear in the lines.
 */
export function namedInWords(lines: string[], others: Address[]): Finding[] {
  const ways = [
    () => withBlocks(lines, lines.flatMap((line, at) => startOf(OWN_LINE, { line, at }, others))),
    () => withBlocks(lines, lines.flatMap((line, at) => startOf(LABELLED, { line, at }, others))),
    () => inSentences(lines, IN_SENTENCE, others),
    () => inSentences(lines, ANYWHERE, others),
  ];
  const found = ways.reduce<Finding[]>((before, way) => (before.length > 0 ? before : way()), []);
  const byAddress = new Map<Address, Finding>();
  for (const finding of found) {
    const before = byAddress.get(finding.address);
    byAddress.set(finding.address, before === undefined ? finding : { ...before, words: `${before.words} ${finding.words}`.slice(0, MOST_WORDS) });
  }
  return [...byAddress.values()].map((finding) => ({ ...finding, status: statusIn(finding.words) }));
}

type Start = { address: Address; at: number };

function startOf(form: RegExp, { line, at }: { line: string; at: number }, others: Address[]): Start[] {
  if (!line.includes('@') || ABOUT_OTHERS.test(line)) return [];
  const [, written = ''] = form.exec(line) ?? [];
  const address = addressIn(written);
  return address === null || others.includes(address) ? [] : [{ address, at }];
}

/** What is said of an address stands on its line and on the lines below, up to the next address or to a new paragraph that is no server's answer. */
function withBlocks(lines: string[], starts: Start[]): Finding[] {
  return starts.slice(0, MOST_NAMED).map(({ address, at }, index) => {
    const next = starts[index + 1]?.at ?? lines.length;
    const below = lines.slice(at + 1, Math.min(next, at + MOST_LINES_BELOW));
    const blank = below.findIndex((line, n) => line.trim() === '' && n > 0);
    return finding(address, [lines[at] ?? '', ...(blank < 0 ? below : below.slice(0, blank))].join(' '));
  });
}

const MOST_LINES_BELOW = 16;

function inSentences(lines: string[], form: RegExp, others: Address[]): Finding[] {
  const found: Finding[] = [];
  for (const [at, line] of lines.entries()) {
    if (!line.includes('@') || ABOUT_OTHERS.test(line)) continue;
    for (const [, written = ''] of line.matchAll(form)) {
      const address = addressIn(written);
      if (address !== null && !others.includes(address)) found.push(finding(address, lines.slice(at, at + 4).join(' ')));
      if (found.length === MOST_NAMED) return found;
    }
  }
  return found;
}

function finding(address: Address, words: string): Finding {
  return { address, also: [], action: '', status: '', words: words.replace(/\s+/g, ' ').trim().slice(0, MOST_WORDS) };
}
