/**
 * Brings a kept mail in, whoever asks: the door, or the check that finds one which an outage left. What a mail goes through:
 *
 *   received   raw bytes in R2, a row in the ledger; the sender's server may forget it once we return
 *   parsed     read into plain data; past the parser's limits only its headers
 *   screened   who vouches for the sender, and whether a machine wrote it
 *   routed     which ticket it names
 *   delivered  filed on a ticket | at the door | refused | machine | loop: the row says which, and why
 *
 * The same mail again, at any time and by both at once, is finished where it was left and changes nothing once it is done.
 */

import { claimIntake, takeBackAttempt, type Arrived, type IntakeRow } from '../directory/intake.ts';
import type { IntakeOutcome } from '../directory/schema.ts';
import { failPoint } from '../fail-points.ts';
import type { Envelope } from '../rules/mail.ts';
import type { Instant } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import { deliver } from './deliver.ts';
import { parseHeadersOnly, parseMail } from './parse.ts';
import { readKept, type Kept } from './raw-mails.ts';
import { screen } from './screened.ts';
import { inTurn } from './turns.ts';

/** The third attempt files the mail unparsed: something in it breaks us (SP09). */
const ATTEMPTS_TO_PARSE = 2;
/** A mail to several of our addresses comes several times at once: those are no attempts that failed. */
const AT_ONCE_MS = 10_000;
/** As long as an outage of database or objects may last before a fault in delivering is put down to the mail. */
const OUTAGE_MS = 3_600_000;

/** Brings in the mail that is kept under this key. Throws if it is not there, and whatever went wrong on the way. */
export async function bringInKept(env: Env, settings: Settings, mail: { key: string; size: number }, at: Instant): Promise<IntakeOutcome> {
  return inTurn(mail.size, async () => bringIn(env, settings, await readKept(env.BYTES, mail.key), at));
}

/** Where the mail is then. `at` is now; `kept.receivedAt` counts where the ledger does not know the mail yet. */
export async function bringIn(env: Env, settings: Settings, kept: Kept, at: Instant): Promise<IntakeOutcome> {
  const { key, raw, etag, envelope, receivedAt } = kept;
  const row = await claim(env, { key, receivedAt, size: raw.length, etag, envelopeFrom: envelope.from, envelopeTo: envelope.to });
  await failPoint('mail-claimed');
  if (row.outcome !== 'received') return row.outcome;

  const age = at - row.receivedAt;
  const harmless = row.attempts <= ATTEMPTS_TO_PARSE || age < AT_ONCE_MS;
  const parsed = harmless ? await parseMail(raw) : parseHeadersOnly(raw);
  const screened = screen(parsed, raw, { envelope, authentication: settings.mailAuthentication });
  // It was read, and so was no reason for the attempt before to end. Taken back now, because a Worker that is killed takes back nothing.
  const mayBeOutage = age < OUTAGE_MS;
  const takenBack = harmless && mayBeOutage && row.attempts > 1;
  if (takenBack) await takeBackAttempt(env.DB, key);
  await failPoint('mail-parsed');
  try {
    const { outcome } = await deliver(env, settings, { key, raw, envelope: allRecipients(envelope, row), screened, again: row.receivedAt !== at }, at);
    return outcome;
  } catch (fault) {
    if (mayBeOutage && !takenBack) await blameOutage(env, key);
    throw fault;
  }
}

/** A database that fails may have counted the attempt all the same, and nothing was read. */
async function claim(env: Env, arrived: Arrived): Promise<IntakeRow> {
  try {
    return await claimIntake(env.DB, arrived);
  } catch (fault) {
    await blameOutage(env, arrived.key);
    throw fault;
  }
}

/** The mail was parsed, so its attempt does not count. If the ledger cannot be written either, it does. */
async function blameOutage(env: Env, key: string): Promise<void> {
  try {
    await takeBackAttempt(env.DB, key);
  } catch (fault) {
    console.error('An attempt could not be taken back', { intake: key, fault });
  }
}

/** One mail to two of our addresses arrives twice; both are known by the second time. */
function allRecipients(envelope: Envelope, row: IntakeRow): Envelope & { recipients: string[] } {
  return { ...envelope, recipients: row.envelopeTo };
}
