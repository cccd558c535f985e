/**
 * The door for mails: a mail is kept before anything else happens to it, and only then brought in (bring-in.ts).
 *
 * A fault on the way is thrown: the sender's server tries again, finds row and bytes, and the work is finished then.
 */

import type { IntakeOutcome } from '../directory/schema.ts';
import { failPoint } from '../fail-points.ts';
import type { Envelope } from '../rules/mail.ts';
import type { Instant } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import { bringIn } from './bring-in.ts';
import { intakeKey, keepRaw } from './raw-mails.ts';
import { inTurn } from './turns.ts';

/** The platform's own limit; more never reaches us in production (M11). */
const MOST_BYTES = 25 * 1024 * 1024;

/** Where the mail is now; null: it was rejected. */
export async function receiveMail(mail: ForwardableEmailMessage, env: Env, settings: Settings, at: Instant): Promise<IntakeOutcome | null> {
  if (mail.rawSize > MOST_BYTES) {
    mail.setReject('5.3.4 This mail is larger than 25 MiB. Please send large files another way.');
    return null;
  }
  return inTurn(mail.rawSize, () => receive(mail, env, settings, at));
}

async function receive(mail: ForwardableEmailMessage, env: Env, settings: Settings, at: Instant): Promise<IntakeOutcome> {
  const raw = await bytesOf(mail);
  const envelope: Envelope = { from: mail.from, to: mail.to };
  const key = await intakeKey(raw);
  await failPoint('mail-read');
  const etag = await keepRaw(env.BYTES, key, raw, envelope);
  await failPoint('raw-kept');
  return bringIn(env, settings, { key, raw, etag, envelope, receivedAt: at }, at);
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
