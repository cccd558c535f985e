/** Whether the ledger and the kept mails say the same. */

import type { Instant } from './ticket.ts';

/** A mail that is kept, whatever the ledger says. `size` in octets; `etag`: what the store calls its bytes, others having another. */
export type KeptMail = { key: string; keptAt: Instant; size: number; etag: string };

/**
 * What the ledger says of a mail, whether it is kept or not. `missing`, `changed`: it was found to be so before. `etag`: of the bytes that were kept;
 * null: it was not noted. `forgotten`: it was deleted with its sender, and its bytes are nobody's concern.
 */
export type LedgerMail = { key: string; receivedAt: Instant; missing: boolean; changed: boolean; etag: string | null; forgotten: boolean };

/** As long as a mail may take from its arrival until its row says what became of it: before, somebody is at it. */
export const AT_WORK_MS = 5 * 60_000;

/**
 * Mails without a row, rows without a mail, rows whose mail has other bytes than were kept, rows whose mail is there again as it was, and those
 * whose bytes are to be noted, each in the order of their keys.
 */
export type Difference = { unknown: KeptMail[]; missing: string[]; changed: string[]; found: string[]; unnoted: Pick<KeptMail, 'key' | 'etag'>[] };

/**
 * Compares the same stretch of both. What came within the last five minutes is left alone: a mail is kept a moment before it has its row, and
 * the two were not read in the same instant.
 */
export function compareLedger(kept: KeptMail[], ledger: LedgerMail[], at: Instant): Difference {
  const ledgerKeys = new Set(ledger.map((mail) => mail.key));
  const etags = new Map(kept.map((mail) => [mail.key, mail.etag]));
  const settled = at - AT_WORK_MS;
  const watched = ledger.filter((mail) => !mail.forgotten);
  const isOther = ({ key, etag }: LedgerMail) => etag !== null && etags.has(key) && etags.get(key) !== etag;
  return {
    unknown: kept.filter((mail) => !ledgerKeys.has(mail.key) && mail.keptAt <= settled),
    missing: keysOf(watched.filter((mail) => !etags.has(mail.key) && mail.receivedAt <= settled && !mail.missing)),
    changed: keysOf(watched.filter((mail) => isOther(mail) && mail.receivedAt <= settled && !mail.changed)),
    found: keysOf(watched.filter((mail) => etags.has(mail.key) && (mail.missing || mail.changed) && !isOther(mail))),
    unnoted: watched.filter((mail) => mail.etag === null).flatMap(({ key }) => etagged(key, etags.get(key))),
  };
}

/** Nothing for a mail that is not there. */
function etagged(key: string, etag: string | undefined): Pick<KeptMail, 'key' | 'etag'>[] {
  return etag === undefined ? [] : [{ key, etag }];
}

function keysOf(mails: LedgerMail[]): string[] {
  return mails.map((mail) => mail.key);
}
