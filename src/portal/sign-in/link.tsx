/** `GET POST /sign-in/link`: a mailed link instead of a password. `GET POST /sign-in/link/open?token=…`: the way in with it. */

import type { Context } from 'hono';
import type { Account } from '../../directory/credentials.ts';
import { findPasswordLink, SIGN_IN_LINK_MINUTES, usePasswordLink } from '../../directory/password-links.ts';
import { ownPath } from '../own-path.ts';
import { Button } from '../parts/button.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout } from '../parts/layout.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { askAddress, mailToAsked } from './ask-address.tsx';
import { completeSignIn } from './complete.ts';
import { mailSignInLink, mayUseLink } from './mail-link.ts';
import { wrongLinkPage } from './wrong-link.tsx';

const ADDRESS = '/sign-in/link';

export function showSignInLink(c: Context<PortalEnv>) {
  return askAddress(c, { action: ADDRESS, words: c.var.text.signIn.link });
}

export function askForSignInLink(c: Context<PortalEnv>) {
  const { settings, text } = c.var;
  return mailToAsked(c, { action: ADDRESS, words: text.signIn.link, then: `${ADDRESS}/sent` }, (asked) => mailSignInLink(c.env, settings, asked));
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
