/** `GET POST /sign-in`: the way in with address and password (S7). */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { verifyPassword } from '../../directory/credentials.ts';
import { parseAddress } from '../../rules/address.ts';
import type { Text } from '../../text/text.ts';
import { errorPage } from '../errors.tsx';
import { ownPath } from '../own-path.ts';
import { Button } from '../parts/button.tsx';
import { Field, type FieldErrors } from '../parts/field.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { Notice } from '../parts/notice.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { completeSignIn } from './complete.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { takeTurn } from './turn.ts';

export function showSignIn(c: Context<PortalEnv>) {
  const next = ownPath(c.req.query('next') ?? '/');
  if (c.var.person !== null) return c.redirect(next, 303);
  return c.html(<SignIn reader={readerOf(c)} email="" next={next} errors={{}} refused={null} />);
}

export async function signIn(c: Context<PortalEnv>) {
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');
  const typed = { email: form.text('email').trim(), next: ownPath(form.text('next')) };
  const address = parseAddress(typed.email);
  const password = form.text('password');
  const errors = missing(typed.email, address !== null, password, c.var.text);
  if (address === null || Object.keys(errors).length > 0) {
    return c.html(<SignIn reader={readerOf(c)} {...typed} errors={errors} refused={null} />, 422);
  }

  const turn = await takeTurn(c, address);
  if ('retryAfterMs' in turn) return tooOften(c, typed, turn.retryAfterMs);
  const person = await verifyPassword(c.env.DB, address, password, c.var.at);
  if (person === null) return c.html(<SignIn reader={readerOf(c)} {...typed} errors={{}} refused={c.var.text.signIn.form.wrong} />, 401);

  const to = await completeSignIn(c, person, 'weak', typed.next);
  await turn.succeeded();
  return c.redirect(to, 303);
}

/** Said before anybody looked whether there is such an account (W02). */
function tooOften(c: Context<PortalEnv>, typed: { email: string; next: string }, retryAfterMs: number) {
  const seconds = Math.ceil(retryAfterMs / 1000);
  c.header('Retry-After', String(seconds));
  return c.html(<SignIn reader={readerOf(c)} {...typed} errors={{}} refused={c.var.text.signIn.form.tooOften(seconds)} />, 429);
}

function missing(email: string, isAddress: boolean, password: string, text: Text): FieldErrors {
  const words = text.signIn.form;
  return {
    ...(email === '' ? { email: words.noEmail } : isAddress ? {} : { email: words.emailWrong }),
    ...(password === '' ? { password: words.noPassword } : {}),
  };
}

/** `refused`: address and password do not match, or too many tries; that is all anybody learns (W02). */
type SignInProps = { reader: Reader; email: string; next: string; errors: FieldErrors; refused: string | null };

const SignIn: FC<SignInProps> = ({ reader, email, next, errors, refused }) => {
  const words = reader.text.signIn.form;
  return (
    <Layout {...reader} title={words.title} width="narrow" here={next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`}>
      <Heading title={words.title} />
      {refused !== null && <Notice tone="wrong"><p>{refused}</p></Notice>}
      <form class="sheet" method="post" action="/sign-in" novalidate>
        <input type="hidden" name="next" value={next} />
        <Field name="email" type="email" label={words.email} value={email} error={errors['email']} autocomplete="username" autofocus={email === ''} required />
        <Field name="password" type="password" label={words.password} error={errors['password']} autocomplete="current-password" autofocus={email !== ''} required />
        <div class="row"><Button>{words.send}</Button> <a href="/password/forgotten">{words.forgotten}</a></div>
      </form>
      <PasskeyButton text={reader.text} next={next} />
      {reader.settings.company !== null && (
        <p><a class="button" href={`/sign-in/company?next=${encodeURIComponent(next)}`}>{reader.text.signIn.company.use(reader.settings.company.name || reader.text.signIn.company.yours)}</a></p>
      )}
      <p><a href="/sign-in/link">{reader.text.signIn.link.offer}</a></p>
      <p class="hint">{words.first}</p>
      <p class="hint">{words.help(reader.settings.helpContact)}</p>
    </Layout>
  );
};
