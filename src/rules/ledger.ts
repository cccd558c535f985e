/** Whether the ledger and the kept mails say the same. */

import type { Instant } from './ticket.ts';

/** A mail that is kept, whatever the ledger says. `size` in octets. */
export type KeptMail = { key: string; keptAt: Instant; size: number };

/** What the ledger says of a mail, whether it is kept or not. `missing`: it was found to be missing before. */
export type LedgerMail = { key: string; receivedAt: Instant; missing: boolean };

/** As long as a mail may take from its arrival until its row says what became of it: before, somebody is at it. */
export const AT_WORK_MS = 5 * 60_000;

/** Mails without a row, rows without a mail, and rows whose mail is there again, each in the order of their keys. */
export type Difference = { unknown: KeptMail[]; missing: string[]; found: string[] };

/**
 * Compares the same stretch of both. What came within the last five minutes is left alone: a mail is kept a moment before it has its row, and
 * the two were not read in the same instant.
 */
export function compareLedger(kept: KeptMail[], ledger: LedgerMail[], at: Instant): Difference {
  const keptKeys = new Set(kept.map((mail) => mail.key));
  const ledgerKeys = new Set(ledger.map((mail) => mail.key));
  const settled = at - AT_WORK_MS;
  return {
    unknown: kept.filter((mail) => !ledgerKeys.has(mail.key) && mail.keptAt <= settled),
    missing: ledger.filter((mail) => !keptKeys.has(mail.key) && mail.receivedAt <= settled && !mail.missing).map((mail) => mail.key),
    found: ledger.filter((mail) => keptKeys.has(mail.key) && mail.missing).map((mail) => mail.key),
  };
}
