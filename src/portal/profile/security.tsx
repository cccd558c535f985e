/** `GET /profile/security`: everything with which its reader gets in, and where they are in (SW01, SW15). */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { countRecoveryCodes, hasAuthenticator } from '../../directory/authenticators.ts';
import { findAccount } from '../../directory/credentials.ts';
import { listPasskeys, type Passkey } from '../../directory/passkeys.ts';
import { listSessions, type ListedSession } from '../../directory/sessions.ts';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { Notice } from '../parts/notice.tsx';
import type { FieldErrors } from '../parts/field.tsx';
import type { Clock } from '../parts/times.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, readerOf, signedIn } from '../reader.ts';
import { lacksSecondFactor } from '../session.ts';
import { AuthenticatorSection } from './authenticator-section.tsx';
import { PasskeysSection } from './passkeys-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

export function showSecurity(c: Context<PortalEnv>) {
  return securityPage(c, {});
}

export type Ways = { hasPassword: boolean; app: boolean; codesLeft: number; passkeys: Passkey[]; sessions: ListedSession[]; here: string };

/** The page; with `errors`, the form that came back (422). */
export async function securityPage(c: Context<PortalEnv>, errors: FieldErrors) {
  const { id, role, address } = signedIn(c);
  const [account, app, codesLeft, passkeys, sessions] = await Promise.all([
    findAccount(c.env.DB, address),
    hasAuthenticator(c.env.DB, id),
    countRecoveryCodes(c.env.DB, id),
    listPasskeys(c.env.DB, id),
    listSessions(c.env.DB, { id, role }, c.var.at),
  ]);
  const ways = { hasPassword: account?.hasPassword === true, app, codesLeft, passkeys, sessions, here: c.var.session?.id ?? '' };
  const status = Object.keys(errors).length === 0 ? 200 : 422;
  return c.html(<Security reader={readerOf(c)} now={clockOf(c)} ways={ways} errors={errors} missing={lacksSecondFactor(c)} />, status);
}

export type SecurityProps = { reader: Reader; now: Clock; ways: Ways; errors: FieldErrors };

const Security: FC<SecurityProps & { missing: boolean }> = (props) => {
  const { reader, missing } = props;
  const words = reader.text.security;
  return (
    <Layout {...reader} title={words.title} here="/profile/security">
      <Heading title={words.title} lead={words.lead}><a href="/profile">{reader.text.profile.title}</a></Heading>
      {missing && <Notice tone="careful"><p><strong>{words.missing}</strong></p></Notice>}
      <div class="cards security">
        <PasskeysSection {...props} />
        <AuthenticatorSection {...props} />
        <PasswordSection {...props} />
        <SessionsSection {...props} />
      </div>
    </Layout>
  );
};
