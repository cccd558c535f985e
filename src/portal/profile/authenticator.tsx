/** `GET POST /profile/security/authenticator`: sets up an app; `/authenticator/remove`, `/recovery-codes`. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import {
  authenticatorUri,
  beginAuthenticator,
  confirmAuthenticator,
  findUnconfirmed,
  hasAuthenticator,
  makeRecoveryCodes,
  removeAuthenticator,
} from '../../directory/authenticators.ts';
import { proveSession } from '../../directory/sessions.ts';
import { errorPage } from '../errors.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { Notice } from '../parts/notice.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf, signedIn } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { readSessionCookie } from '../session-cookie.ts';
import { takeTurnWithCode } from '../sign-in/turn.ts';
import { tellByMail } from './account-notice.ts';
import { QrCode } from './qr-code.tsx';

/** The same secret until a code was entered, so that reloading does not make the picture in the app wrong. */
export async function showAuthenticator(c: Context<PortalEnv>) {
  const { id } = signedIn(c);
  if (await hasAuthenticator(c.env.DB, id)) return c.redirect('/profile/security', 303);
  return setUpPage(c, (await findUnconfirmed(c.env.DB, id)) ?? (await beginAuthenticator(c.env.DB, id)), undefined);
}

export async function setUpAuthenticator(c: Context<PortalEnv>) {
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');
  const { id } = signedIn(c);
  const secret = await findUnconfirmed(c.env.DB, id);
  if (secret === null) return c.redirect('/profile/security/authenticator', 303);
  const { text, at } = c.var;
  const code = form.text('code').trim();
  if (code === '') return setUpPage(c, secret, text.signIn.second.noCode);
  const turn = await takeTurnWithCode(c, id);
  if ('retryAfterMs' in turn) return setUpPage(c, secret, text.signIn.form.tooOften(Math.ceil(turn.retryAfterMs / 1000)));
  if (!(await confirmAuthenticator(c.env.DB, id, code, at))) return setUpPage(c, secret, text.signIn.second.wrong);

  await turn.succeeded();
  await proveSession(c.env.DB, readSessionCookie(c), true, at);
  tellByMail(c, 'authenticatorAdded');
  return codesPage(c, await makeRecoveryCodes(c.env.DB, id));
}

/** Ends it, and with it the codes on paper. */
export async function endAuthenticator(c: Context<PortalEnv>) {
  await removeAuthenticator(c.env.DB, signedIn(c).id);
  tellByMail(c, 'authenticatorRemoved');
  return c.redirect('/profile/security#authenticator', 303);
}

export async function newRecoveryCodes(c: Context<PortalEnv>) {
  const { id } = signedIn(c);
  if (!(await hasAuthenticator(c.env.DB, id))) return c.redirect('/profile/security', 303);
  tellByMail(c, 'recoveryCodes');
  return codesPage(c, await makeRecoveryCodes(c.env.DB, id));
}

async function setUpPage(c: Context<PortalEnv>, secret: string, error: string | undefined) {
  const uri = authenticatorUri(secret, c.var.settings.siteName, signedIn(c).address);
  return c.html(<SetUp reader={readerOf(c)} secret={secret} uri={uri} error={error} />, error === undefined ? 200 : 422);
}

/** Shown once; only hashes stay with us. */
async function codesPage(c: Context<PortalEnv>, codes: string[]) {
  return c.html(<Codes reader={readerOf(c)} codes={codes} />);
}

const SetUp: FC<{ reader: Reader; secret: string; uri: string; error: string | undefined }> = ({ reader, secret, uri, error }) => {
  const words = reader.text.security.authenticator;
  return (
    <Layout {...reader} title={words.setUp} width="narrow" here="/profile/security/authenticator">
      <Heading title={words.setUp} lead={words.scan} />
      <div class="sheet">
        <QrCode content={uri} label={words.picture} />
        <p class="hint">{words.typed}<br /><code class="secret">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code></p>
        <form class="stack" method="post" action="/profile/security/authenticator" novalidate>
          <Field name="code" label={words.firstCode} error={error} autocomplete="one-time-code" autofocus required />
          <div class="row"><Button>{words.confirm}</Button> <a href="/profile/security">{reader.text.security.back}</a></div>
        </form>
      </div>
    </Layout>
  );
};

const Codes: FC<{ reader: Reader; codes: string[] }> = ({ reader, codes }) => {
  const words = reader.text.security.codes;
  return (
    <Layout {...reader} title={words.title} width="narrow" here="/profile/security">
      <Heading title={words.title} lead={words.lead} />
      <Notice tone="careful"><p>{words.once}</p></Notice>
      <div class="sheet">
        <ol class="codes">{codes.map((code) => <li><code>{code}</code></li>)}</ol>
        <div class="row"><a class="button" href="/profile/security">{words.kept}</a></div>
      </div>
    </Layout>
  );
};
