/** `POST /profile/security/passkeys/options`, `/passkeys`: a new passkey, as JSON for `public/passkeys.js`. `/passkeys/remove`: a form. */

import type { Context } from 'hono';
import * as v from 'valibot';
import { addPasskey, listPasskeys, MOST_PASSKEYS, removePasskey } from '../../directory/passkeys.ts';
import { proveSession } from '../../directory/sessions.ts';
import { beginStep, takeStep } from '../../directory/sign-in-steps.ts';
import { newPasskeyOptions, readNewPasskey } from '../../directory/webauthn.ts';
import { cleanLine } from '../../rules/clean.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { signedIn } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { readSessionCookie } from '../session-cookie.ts';
import { jsonOf, siteOf } from '../sign-in/passkey.ts';
import { deleteStepCookie, readStepCookie, setStepCookie } from '../sign-in/step-cookie.ts';
import { tellByMail } from './account-notice.ts';

const LONGEST_NAME = 60;
const shape = v.object({ name: v.optional(v.pipe(v.string(), v.maxLength(500)), ''), answer: v.unknown() });

export async function askForNewPasskey(c: Context<PortalEnv>) {
  const person = signedIn(c);
  const known = await listPasskeys(c.env.DB, person.id);
  if (known.length >= MOST_PASSKEYS) return c.json({ ok: false }, 422);
  const options = await newPasskeyOptions(siteOf(c), person, known.map((passkey) => passkey.id));
  setStepCookie(c, await beginStep(c.env.DB, 'new-passkey', { personId: person.id, facts: { challenge: options.challenge } }, c.var.at));
  return c.json(options);
}

export async function keepNewPasskey(c: Context<PortalEnv>) {
  const person = signedIn(c);
  const sent = v.safeParse(shape, await jsonOf(c));
  const step = await takeStep(c.env.DB, 'new-passkey', readStepCookie(c), c.var.at);
  const challenge = step?.facts['challenge'];
  if (!sent.success || step?.personId !== person.id || challenge === undefined) return c.json({ ok: false }, 422);
  const made = await readNewPasskey(siteOf(c), challenge, sent.output.answer);
  if (made === null) return c.json({ ok: false }, 422);

  await addPasskey(c.env.DB, person.id, { ...made, name: cleanLine(sent.output.name, LONGEST_NAME) }, c.var.at);
  await proveSession(c.env.DB, readSessionCookie(c), true, c.var.at);
  deleteStepCookie(c);
  tellByMail(c, 'passkeyAdded');
  return c.json({ ok: true, to: '/profile/security?passkey=added#passkeys' });
}

export async function endPasskey(c: Context<PortalEnv>) {
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');
  await removePasskey(c.env.DB, signedIn(c).id, form.text('id'));
  tellByMail(c, 'passkeyRemoved');
  return c.redirect('/profile/security#passkeys', 303);
}
