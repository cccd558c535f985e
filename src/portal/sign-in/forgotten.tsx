/** `GET POST /password/forgotten`: asks for a link with which a password is set (S8). */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { findAccount } from '../../directory/credentials.ts';
import { parseAddress } from '../../rules/address.ts';
import { errorPage } from '../errors.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { mailPasswordLink } from './mail-link.ts';
import { networkAddress } from './network-address.ts';

export function showForgotten(c: Context<PortalEnv>) {
  return c.html(<Forgotten reader={readerOf(c)} email="" error={undefined} />);
}

/** Answers the same, and as fast, whoever the address belongs to (W02): what differs is done after the answer. */
export async function forgotten(c: Context<PortalEnv>) {
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');
  const email = form.text('email').trim();
  const address = parseAddress(email);
  if (address === null) {
    const words = c.var.text.signIn.form;
    return c.html(<Forgotten reader={readerOf(c)} email={email} error={email === '' ? words.noEmail : words.emailWrong} />, 422);
  }

  const { settings, language, at } = c.var;
  const asked = { address, account: await findAccount(c.env.DB, address), language, ip: networkAddress(c), at };
  c.executionCtx.waitUntil(mailPasswordLink(c.env, settings, asked));
  return c.redirect('/password/link-sent', 303);
}

const Forgotten: FC<{ reader: Reader; email: string; error: string | undefined }> = ({ reader, email, error }) => {
  const words = reader.text.signIn.forgotten;
  return (
    <Layout {...reader} title={words.title} width="narrow" here="/password/forgotten">
      <Heading title={words.title} lead={words.lead} />
      <form class="sheet" method="post" action="/password/forgotten" novalidate>
        <Field name="email" type="email" label={reader.text.signIn.form.email} value={email} error={error} autocomplete="username" autofocus required />
        <div class="row"><Button>{words.send}</Button> <a href="/sign-in">{words.back}</a></div>
      </form>
    </Layout>
  );
};
