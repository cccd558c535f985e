/** `GET POST /sign-in/second`: the code of an authenticator app, one on paper, or a passkey (SW15). */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { hasAuthenticator, takeAuthenticatorCode, takeRecoveryCode } from '../../directory/authenticators.ts';
import { hasPasskey } from '../../directory/passkeys.ts';
import { findPerson } from '../../directory/people.ts';
import { findStep, takeStep } from '../../directory/sign-in-steps.ts';
import { errorPage } from '../errors.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { completeSignIn } from './complete.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { deleteStepCookie, readStepCookie } from './step-cookie.ts';
import { takeTurnWithCode } from './turn.ts';

export async function showSecondFactor(c: Context<PortalEnv>) {
  return secondFactorPage(c, null, 200);
}

export async function secondFactor(c: Context<PortalEnv>) {
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');
  const { at, text } = c.var;
  const token = readStepCookie(c);
  const step = await findStep(c.env.DB, 'second-factor', token, at);
  if (step === null || step.personId === null) return c.redirect('/sign-in', 303);

  const words = text.signIn.second;
  const code = form.text('code').trim();
  if (code === '') return secondFactorPage(c, words.noCode, 422);
  const turn = await takeTurnWithCode(c, step.personId);
  if ('retryAfterMs' in turn) return secondFactorPage(c, text.signIn.form.tooOften(Math.ceil(turn.retryAfterMs / 1000)), 429);
  if (!(await isRight(c.env.DB, step.personId, code, at))) return secondFactorPage(c, words.wrong, 401);

  await turn.succeeded();
  const person = await findPerson(c.env.DB, step.personId);
  const taken = await takeStep(c.env.DB, 'second-factor', token, at);
  if (person === null || person.disabledAt !== null || taken === null) return c.redirect('/sign-in', 303);
  deleteStepCookie(c);
  return c.redirect(await completeSignIn(c, person, 'strong', taken.facts['next'] ?? '/'), 303);
}

/** A code of the app has six digits, one on paper is longer. */
async function isRight(binding: D1Database, personId: number, code: string, at: number): Promise<boolean> {
  if (/^[\d\s]+$/.test(code)) return takeAuthenticatorCode(binding, personId, code, at);
  return (await hasAuthenticator(binding, personId)) && takeRecoveryCode(binding, personId, code, at);
}

async function secondFactorPage(c: Context<PortalEnv>, error: string | null, status: 200 | 401 | 422 | 429) {
  const step = await findStep(c.env.DB, 'second-factor', readStepCookie(c), c.var.at);
  if (step === null || step.personId === null) return c.redirect('/sign-in', 303);
  const [app, key] = await Promise.all([hasAuthenticator(c.env.DB, step.personId), hasPasskey(c.env.DB, step.personId)]);
  return c.html(<SecondFactor reader={readerOf(c)} app={app} passkey={key} next={step.facts['next'] ?? '/'} error={error} />, status);
}

type SecondFactorProps = { reader: Reader; app: boolean; passkey: boolean; next: string; error: string | null };

const SecondFactor: FC<SecondFactorProps> = ({ reader, app, passkey, next, error }) => {
  const words = reader.text.signIn.second;
  return (
    <Layout {...reader} title={words.title} width="narrow" here="/sign-in/second">
      <Heading title={words.title} lead={app ? words.lead : words.leadPasskey} />
      {app && (
        <form class="sheet" method="post" action="/sign-in/second" novalidate>
          <Field name="code" label={words.code} hint={words.codeHint} error={error ?? undefined} autocomplete="one-time-code" autofocus required />
          <div class="row"><Button>{words.send}</Button> <a href="/sign-in">{words.back}</a></div>
        </form>
      )}
      {passkey && <PasskeyButton text={reader.text} next={next} />}
      <p class="hint">{words.lost(reader.settings.helpContact)}</p>
    </Layout>
  );
};
