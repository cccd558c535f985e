/** The audit log's words (SW18): who did what of weight, and how its entries hang together. No text of a ticket and no secret is in it. */

import { networkOf } from './slow-down.ts';
import type { Address, Instant } from './ticket.ts';

export const auditActions = [
  'signedIn',
  'signInFailed',
  'secondFactorFailed',
  'refused',
  'linkSent',
  'passwordSet',
  'secondFactorChanged',
  'sessionsEnded',
  'personAdded',
  'rightsChanged',
  'disabled',
  'enabled',
  'devicesForgotten',
  'erased',
  'addressAsked',
  'addressChanged',
  'queueChanged',
  'organisationChanged',
  'doorDecided',
  'secretAsked',
  'secretGiven',
  'secretSeen',
  'secretWithdrawn',
  'redacted',
  'mailReadAgain',
  'letterSettled',
  'sourceRead',
  'fileRead',
  'ownDownloaded',
  'logExported',
] as const;
/** What was done. Every one has its sentence in `text/`. */
export type AuditAction = (typeof auditActions)[number];

/** `by` null: nobody who is signed in. `target`: whom or what it was done to, short and without secrets. `network`: a part of the address, as `networkPart`. */
export type NewAuditEntry = { at: Instant; by: Address | null; action: AuditAction; ticket: number | null; target: string; network: string; request: string };

/** `seq` counts from 1 without gaps. `hash`: hex SHA-256 over the hash before and `chained`. */
export type AuditEntry = NewAuditEntry & { seq: number; hash: string };

/**
 * How many entries of an action the log takes within an hour: from one person, or one network where nobody is signed in, and from
 * all. Anybody can cause these, and nobody is to fill the log with them. The last that is taken says that more were left out.
 */
export const auditBounds: Partial<Record<AuditAction, { each: number; all: number }>> = {
  signInFailed: { each: 60, all: 500 },
  secondFactorFailed: { each: 30, all: 500 },
  refused: { each: 20, all: 500 },
  linkSent: { each: 30, all: 500 },
};
export const AUDIT_BOUND_MS = 3_600_000;

/** The entry's target if so many like it were taken within the hour, or null if it is one too many. */
export function boundedTarget(entry: Pick<NewAuditEntry, 'action' | 'target'>, taken: { each: number; all: number }): string | null {
  const bound = auditBounds[entry.action];
  if (bound === undefined) return entry.target;
  if (taken.each >= bound.each || taken.all >= bound.all) return null;
  return taken.each === bound.each - 1 || taken.all === bound.all - 1 ? `${entry.target} more`.trim() : entry.target;
}

/** What the first entry follows. */
export const BEFORE_FIRST = '0'.repeat(64);

/** The text whose hash is the entry's: the hash before it, and the entry as JSON of one fixed form. */
export function chained(before: string, entry: NewAuditEntry & { seq: number }): string {
  const { seq, at, by, action, ticket, target, network, request } = entry;
  return `${before}\n${JSON.stringify([seq, at, by, action, ticket, target, network, request])}`;
}

/** The network without its last part, so that the log tells places and not households: `203.0.113.0/24`, or an IPv6 /64. */
export function networkPart(ip: string): string {
  const network = networkOf(ip);
  return network.replace(/^(\d+\.\d+\.\d+)\.\d+$/, '$1.0/24');
}

/** A cell of a CSV file: quoted, and with an apostrophe before what a spreadsheet would take for a formula (SH13). */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
