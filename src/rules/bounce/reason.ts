/** Why a mail was not delivered, and whether the address is to blame (RFC 3463). */

import type { BounceKind, BounceReason } from '../letter-kinds.ts';
import { PHRASES } from './phrases.ts';
import { replyCodeIn } from './finding.ts';

/** Only so much of a server's answer is searched. */
const MOST_SEARCHED = 1500;

/**
 * The reason. The server's words about the address count most, if they say more than *refused*; then the status; then what else the
 * report says. `unknown` if nothing tells. Addresses, links and host names count for nothing: people choose them
 * (`no-spam@…`), and every report has its own.
 */
export function reasonOf(finding: { status: string; words: string }, written: string): BounceReason {
  const own = spoken(bare(finding.words));
  const told = own === null || own === 'refused' ? (byStatus(finding.status) ?? own ?? byReplyCode(finding.words) ?? inPassing(written) ?? 'unknown') : own;
  // A server that took the address and refuses when the mail comes knows it (Japanese carriers answer every filter so).
  return told === 'userUnknown' && !finding.status.endsWith('.1.1') && AT_DATA.test(`${finding.words}\n${written}`) ? 'refused' : told;
}

const AT_DATA = /in reply to (?:end of )?data|^>>> data$|smtp command\s+data\b|after i sent the message|our final data/im;

/**
 * `delay`: still being tried. `hard`: the address takes no mail, now or ever. `soft`: this mail did not get there, the address may be
 * fine. Where no reason is known, it is hard only if the report says that it is permanent (RFC 3463 §2).
 */
export function kindOf(reason: BounceReason, what: { status: string; words: string; written: string; delayed: boolean }): BounceKind {
  if (what.delayed) return 'delay';
  const temporary = what.status.startsWith('4') || (what.status === '' && replyCodeIn(what.words).startsWith('4'));
  if (reason === 'unknown') return !temporary && (what.status.startsWith('5') || PERMANENT.test(what.written)) ? 'hard' : 'soft';
  return HARD.has(reason) && !temporary ? 'hard' : 'soft';
}

/** Elsewhere in a report, words like *security* and *content* are as often about the mail system itself. */
function inPassing(written: string): BounceReason | null {
  const reason = spoken(bare(written));
  return reason === null || VAGUE.has(reason) ? null : reason;
}

const VAGUE = new Set<BounceReason>(['policy', 'contentError', 'systemError', 'refused', 'network']);

const HARD = new Set<BounceReason>(['userUnknown', 'hostUnknown', 'moved', 'notAccepted']);
const PERMANENT = /permanent(?:ly)?\b|permanente|dauerhaft/i;

function spoken(text: string): BounceReason | null {
  return PHRASES.find(([, words]) => words.test(text))?.[0] ?? null;
}

/** RFC 3463 §3, and the few codes of RFC 7505, RFC 7372 and the big providers that say more. */
const BY_STATUS = new Map<string, BounceReason>([
  ['1.0', 'userUnknown'], ['1.1', 'userUnknown'], ['1.2', 'hostUnknown'], ['1.3', 'userUnknown'], ['1.4', 'userUnknown'], ['1.6', 'moved'],
  ['1.7', 'senderRejected'], ['1.8', 'senderRejected'], ['1.9', 'senderRejected'], ['1.10', 'notAccepted'], ['1.20', 'userUnknown'],
  ['2.1', 'suspended'], ['2.2', 'mailboxFull'], ['2.3', 'tooLarge'], ['2.4', 'refused'], ['3.1', 'systemError'], ['3.2', 'notAccepted'], ['3.4', 'tooLarge'], ['3.5', 'systemError'],
  ['4.0', 'network'], ['4.1', 'expired'], ['4.2', 'network'], ['4.3', 'network'], ['4.4', 'hostUnknown'], ['4.5', 'busy'], ['4.6', 'network'], ['4.7', 'expired'],
  ['5.1', 'contentError'], ['5.2', 'contentError'], ['5.3', 'busy'], ['5.4', 'contentError'], ['6.0', 'contentError'], ['6.1', 'contentError'], ['6.2', 'contentError'], ['6.3', 'contentError'],
  ['7.0', 'policy'], ['7.1', 'policy'], ['7.2', 'policy'], ['7.7', 'contentError'], ['7.8', 'policy'], ['7.13', 'suspended'], ['7.20', 'authenticationFailure'], ['7.21', 'authenticationFailure'], ['7.22', 'authenticationFailure'],
  ['7.23', 'authenticationFailure'], ['7.24', 'authenticationFailure'], ['7.25', 'policy'], ['7.26', 'authenticationFailure'], ['7.28', 'busy'],
]);

function byStatus(status: string): BounceReason | null {
  return BY_STATUS.get(status.slice(2)) ?? (status.startsWith('5.7.') || status.startsWith('4.7.') ? 'policy' : null);
}

/** The server did not understand us: no fault of the address (RFC 5321 §4.2.2). */
function byReplyCode(words: string): BounceReason | null {
  return /^50[0-4]$/.test(replyCodeIn(words)) ? 'systemError' : null;
}

/** `a@b`, `https://…` and `mx.example.com` mean nothing; status codes stay. */
function bare(text: string): string {
  return text
    .slice(0, MOST_SEARCHED)
    .toLowerCase()
    // Exchange's words for its reasons look like a host.
    .replace(/\bresolver\.\w+\./g, ' ')
    .replace(/\bhttps?:\S+/g, ' ')
    .replace(/<?[^\s<>"']{1,100}@[^\s<>"',;:]{1,100}>?/g, ' ')
    .replace(/\b(?:[\w-]+\.)+[a-z]{2,}\b/g, ' ')
    .replace(/[^\S\n]+/g, ' ');
}
