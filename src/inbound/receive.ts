/**
 * The door for mails. What a mail goes through:
 *
 *   received   raw bytes in R2, a row in the ledger; the sender's server may forget it once we return
 *   parsed     read into plain data; past the parser's limits only its headers
 *   screened   who vouches for the sender, and whether a machine wrote it
 *   routed     which ticket it names
 *   delivered  filed on a ticket | at the door | refused | machine | loop: the row says which, and why
 *
 * A fault on the way is thrown: the sender's server tries again, finds row and bytes, and the work is finished then.
 */

import { claimIntake, takeBackAttempt, type Arrived, type IntakeRow } from '../directory/intake.ts';
import { failPoint } from '../fail-points.ts';
import type { Envelope } from '../rules/mail.ts';
import type { Instant } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import { deliver } from './deliver.ts';
import { parseHeadersOnly, parseMail } from './parse.ts';
import { keepRaw, intakeKey } from './raw-mails.ts';
import { screen } from './screened.ts';
import { inTurn } from './turns.ts';

/** The platform's own limit; more never reaches us in production (M11). */
const MOST_BYTES = 25 * 1024 * 1024;
/** The third attempt files the mail unparsed: something in it breaks us (SP09). */
const ATTEMPTS_TO_PARSE = 2;
/** A mail to several of our addresses comes several times at once: those are no attempts that failed. */
const AT_ONCE_MS = 10_000;
/** As long as an outage of database or objects may last before a fault in delivering is put down to the mail. */
const OUTAGE_MS = 3_600_000;

export async function receiveMail(mail: ForwardableEmailMessage, env: Env, settings: Settings, at: Instant): Promise<void> {
  if (mail.rawSize > MOST_BYTES) return mail.setReject('5.3.4 This mail is larger than 25 MiB. Please send large files another way.');
  return inTurn(mail.rawSize, () => receive(mail, env, settings, at));
}

async function receive(mail: ForwardableEmailMessage, env: Env, settings: Settings, at: Instant): Promise<void> {
  const raw = await bytesOf(mail);
  const envelope: Envelope = { from: mail.from, to: mail.to };
  const key = await intakeKey(raw);
  await failPoint('mail-read');
  await keepRaw(env.BYTES, key, raw, envelope);
  await failPoint('raw-kept');
  const row = await claim(env, { key, receivedAt: at, size: raw.length, envelopeFrom: envelope.from, envelopeTo: envelope.to });
  await failPoint('mail-claimed');
  if (row.outcome !== 'received') return;

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
    await deliver(env, settings, { key, raw, envelope: allRecipients(envelope, row), screened, again: row.receivedAt !== at }, at);
  } catch (fault) {
    if (mayBeOutage && !takenBack) await blameOutage(env, key);
    throw fault;
  }
}

/** Into one buffer of the size that the platform names: collected piece by piece, a mail of 25 MiB would be there twice. */
async function bytesOf({ raw, rawSize }: ForwardableEmailMessage): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(rawSize);
  let length = 0;
  for await (const piece of raw) {
    if (length + piece.length > rawSize) throw new RangeError(`A mail of ${rawSize} bytes has more of them`);
    bytes.set(piece, length);
    length += piece.length;
  }
  return length === rawSize ? bytes : bytes.slice(0, length);
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
