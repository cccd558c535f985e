/**
 * Compares the kept mails with the ledger, both ways, and mends what an outage left. A mail is accepted only after both know it, so its sender's
 * server mostly mends it first; this is for the servers that never come again, for faults of ours, and for what nobody would notice.
 */

import { ledgerBetween, markMails, unfinished } from '../directory/ledger.ts';
import { tellLists } from '../live/desk-object.ts';
import { compareLedger, type KeptMail, type LedgerMail } from '../rules/ledger.ts';
import type { Instant } from '../rules/ticket.ts';
import { keepPlace, readPlace } from './job-runs.ts';
import type { Settings } from '../settings.ts';
import { bringInKept } from '../inbound/bring-in.ts';
import { listKept } from '../inbound/raw-mails.ts';

/** What one run may cost: 20,000 mails compared, and as many brought in as an invocation has time for. The next run goes on where it ended. */
export type Bounds = { stretches: number; mailsInStretch: number; broughtIn: number };
const bounds: Bounds = { stretches: 20, mailsInStretch: 1000, broughtIn: 50 };

/** `unknown`: kept and without a row; `missing`, `changed`: rows whose mail was found to be gone or to have other bytes now; `found`: those that are as they were again; `left`: mails that could not be brought in. */
export type Checked = { compared: number; unknown: number; unfinished: number; left: number; missing: number; changed: number; found: number; rounds: number };

/** Throws if R2 or D1 cannot be read. A mail that cannot be brought in is reported and tried again by the next run. */
export async function checkLedger(env: Env, settings: Settings, at: Instant, within: Bounds = bounds): Promise<Checked> {
  const stuck = await unfinished(env.DB, { at, most: within.broughtIn });
  const checked: Checked = { compared: 0, unknown: 0, unfinished: stuck.length, left: 0, missing: 0, changed: 0, found: 0, rounds: 0 };
  checked.left += await bringAll(env, settings, stuck, at);
  for (let stretch = 0; stretch < within.stretches && checked.rounds === 0; stretch += 1) {
    const room = within.broughtIn - checked.unknown;
    if (!(await checkStretch(env, settings, { checked, room, most: within.mailsInStretch }, at))) break;
  }
  if (checked.unknown + checked.unfinished > 0) await tellLists(env, []);
  return checked;
}

/** Compares one stretch and adds what it found to `checked`. False if more is to be brought in there than there is room for: the next run begins with it. */
async function checkStretch(env: Env, settings: Settings, { checked, room, most }: { checked: Checked; room: number; most: number }, at: Instant): Promise<boolean> {
  const { kept, ledger, end } = await readStretch(env, await readPlace(env.DB, 'ledgerCheck'), most);
  const difference = compareLedger(kept, ledger, at);
  const { unknown, missing, changed, found } = difference;
  const taken = unknown.slice(0, room);
  checked.compared += kept.length;
  checked.unknown += taken.length;
  checked.missing += missing.length;
  checked.changed += changed.length;
  checked.found += found.length;
  await markMails(env.DB, difference, at);
  checked.left += (await bringAll(env, settings, taken, at)) + unknown.length - taken.length;
  if (taken.length < unknown.length) return false;
  await keepPlace(env.DB, 'ledgerCheck', end ?? '');
  if (end === null) checked.rounds += 1;
  return true;
}

type Stretch = { kept: KeptMail[]; ledger: LedgerMail[]; end: string | null };

/** The same stretch of keys of both. `end`: its last key; null: there are no more. */
async function readStretch(env: Env, after: string, most: number): Promise<Stretch> {
  const { mails, last } = await listKept(env.BYTES, { after, most });
  const upTo = last ? null : (mails.at(-1)?.key ?? null);
  const ledger = await ledgerBetween(env.DB, { after, upTo, most });
  const end = ledger.length < most ? upTo : (ledger.at(-1)?.key ?? null);
  return { kept: end === null ? mails : mails.filter((mail) => mail.key <= end), ledger, end };
}

/** How many of them could not be brought in. One after the other: they come from an outage, and what caused it may not be over. */
async function bringAll(env: Env, settings: Settings, mails: { key: string; size: number }[], at: Instant): Promise<number> {
  let left = 0;
  for (const mail of mails) {
    try {
      await bringInKept(env, settings, mail, at);
    } catch (fault) {
      left += 1;
      console.error('A kept mail could not be brought in', { intake: mail.key, fault });
    }
  }
  return left;
}
