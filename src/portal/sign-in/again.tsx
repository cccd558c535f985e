/** `GET POST /sign-in/again`: prove once more who you are, before a change that lasts (SW16). */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { findAccount, verifyPassword } from '../../directory/credentials.ts';
import { hasPasskey } from '../../directory/passkeys.ts';
import { proveSession } from '../../directory/sessions.ts';
import { errorPage } from '../errors.tsx';
import { ownPath } from '../own-path.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf, signedIn } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { readSessionCookie } from '../session-cookie.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { takeTurn } from './turn.ts';

export function showAgain(c: Context<PortalEnv>) {
  return againPage(c, ownPath(c.req.query('next') ?? '/profile/security'), null, 200);
}

export async function proveAgain(c: Context<PortalEnv>) {
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');
  const next = ownPath(form.text('next'));
  const words = c.var.text.signIn.form;
  const password = form.text('password');
  if (password === '') return againPage(c, next, words.noPassword, 422);

  const { address } = signedIn(c);
  const turn = await takeTurn(c, address);
  if ('retryAfterMs' in turn) return againPage(c, next, words.tooOften(Math.ceil(turn.retryAfterMs / 1000)), 429);
  if ((await verifyPassword(c.env.DB, address, password, c.var.at)) === null) return againPage(c, next, c.var.text.signIn.again.wrong, 401);
  await turn.succeeded();
  await proveSession(c.env.DB, readSessionCookie(c), false, c.var.at);
  return c.redirect(next, 303);
}

async function againPage(c: Context<PortalEnv>, next: string, error: string | null, status: 200 | 401 | 422 | 429) {
  const { id, address } = signedIn(c);
  const [account, passkey] = await Promise.all([findAccount(c.env.DB, address), hasPasskey(c.env.DB, id)]);
  return c.html(<Again reader={readerOf(c)} password={account?.hasPassword === true} passkey={passkey} next={next} error={error} />, status);
}

type AgainProps = { reader: Reader; password: boolean; passkey: boolean; next: string; error: string | null };

const Again: FC<AgainProps> = ({ reader, password, passkey, next, error }) => {
  const words = reader.text.signIn.again;
  return (
    <Layout {...reader} title={words.title} width="narrow" here={`/sign-in/again?next=${encodeURIComponent(next)}`}>
      <Heading title={words.title} lead={words.lead} />
      {password && (
        <form class="sheet" method="post" action="/sign-in/again" novalidate>
          <input type="hidden" name="next" value={next} />
          <Field name="password" type="password" label={reader.text.signIn.form.password} error={error ?? undefined} autocomplete="current-password" autofocus required />
          <div class="row"><Button>{words.send}</Button></div>
        </form>
      )}
      {passkey && <PasskeyButton text={reader.text} next={next} />}
      {!password && !passkey && <p>{words.noWay}</p>}
    </Layout>
  );
};
