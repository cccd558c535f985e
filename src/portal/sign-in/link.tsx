/** `GET POST /sign-in/link`: a mailed link instead of a password. `GET POST /sign-in/link/open?token=…`: the way in with it. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { findAccount, type Account } from '../../directory/credentials.ts';
import { findPasswordLink, SIGN_IN_LINK_MINUTES, usePasswordLink } from '../../directory/password-links.ts';
import { parseAddress } from '../../rules/address.ts';
import { errorPage } from '../errors.tsx';
import { ownPath } from '../own-path.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { completeSignIn } from './complete.ts';
import { mailSignInLink, mayUseLink } from './mail-link.ts';
import { networkAddress } from './network-address.ts';
import { wrongLinkPage } from './wrong-link.tsx';

export function showSignInLink(c: Context<PortalEnv>) {
  return c.html(<AskForLink reader={readerOf(c)} email="" error={undefined} />);
}

/** The same answer, and as fast, for every address (W02). */
export async function askForSignInLink(c: Context<PortalEnv>) {
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');
  const email = form.text('email').trim();
  const address = parseAddress(email);
  if (address === null) {
    const words = c.var.text.signIn.form;
    return c.html(<AskForLink reader={readerOf(c)} email={email} error={email === '' ? words.noEmail : words.emailWrong} />, 422);
  }
  const { settings, language, at } = c.var;
  const account = await findAccount(c.env.DB, address);
  c.executionCtx.waitUntil(mailSignInLink(c.env, settings, { address, account, language, ip: networkAddress(c), at }));
  return c.redirect('/sign-in/link/sent', 303);
}

export function showSignInLinkSent(c: Context<PortalEnv>) {
  const reader = readerOf(c);
  const words = reader.text.signIn.link;
  return c.html(
    <Layout {...reader} title={reader.text.signIn.linkSent.title} width="narrow" here="/sign-in/link/sent">
      <Heading title={reader.text.signIn.linkSent.title} />
      <p>{words.sent(SIGN_IN_LINK_MINUTES)}</p>
      <p class="hint">{reader.text.signIn.linkSent.todo}</p>
      <p><a href="/sign-in/link">{reader.text.signIn.linkSent.again}</a></p>
    </Layout>,
  );
}

/** Looking uses nothing up: mail scanners look at every link (W03). */
export async function showOpenLink(c: Context<PortalEnv>) {
  const token = c.req.query('token') ?? '';
  const account = await openable(c, token);
  if (account === null) return wrongLinkPage(c);
  const reader = readerOf(c);
  const words = reader.text.signIn.link;
  return c.html(
    <Layout {...reader} title={words.openTitle} width="narrow" here={`/sign-in/link/open?token=${token}`}>
      <Heading title={words.openTitle} lead={words.openLead(account.person.address)} />
      <form class="sheet" method="post" action={`/sign-in/link/open?token=${token}`}>
        <input type="hidden" name="next" value={ownPath(c.req.query('next') ?? '/')} />
        <div class="row"><Button>{words.open}</Button></div>
      </form>
    </Layout>,
  );
}

export async function openLink(c: Context<PortalEnv>) {
  const token = c.req.query('token') ?? '';
  const account = await openable(c, token);
  if (account === null || !(await usePasswordLink(c.env.DB, token, c.var.at))) return wrongLinkPage(c);
  const form = await readForm(c);
  return c.redirect(await completeSignIn(c, account.person, 'weak', ownPath(form?.text('next') ?? '/')), 303);
}

async function openable(c: Context<PortalEnv>, token: string): Promise<Account | null> {
  const account = await findPasswordLink(c.env.DB, token, c.var.at, 'sign-in');
  return account !== null && mayUseLink(account, c.var.settings.staffSecondFactor) ? account : null;
}

const AskForLink: FC<{ reader: Reader; email: string; error: string | undefined }> = ({ reader, email, error }) => {
  const words = reader.text.signIn.link;
  return (
    <Layout {...reader} title={words.title} width="narrow" here="/sign-in/link">
      <Heading title={words.title} lead={words.lead} />
      <form class="sheet" method="post" action="/sign-in/link" novalidate>
        <Field name="email" type="email" label={reader.text.signIn.form.email} value={email} error={error} autocomplete="username" autofocus required />
        <div class="row"><Button>{words.send}</Button> <a href="/sign-in">{reader.text.signIn.forgotten.back}</a></div>
      </form>
    </Layout>
  );
};
