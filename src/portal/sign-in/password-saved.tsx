/** `GET /password/saved`: the password is set, and the way to sign in with it (S8). */

import type { Context } from 'hono';
import { Heading } from '../parts/heading.tsx';
import { Layout } from '../parts/layout.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf } from '../reader.ts';

export function showPasswordSaved(c: Context<PortalEnv>) {
  const reader = readerOf(c);
  const words = reader.text.signIn.saved;
  return c.html(
    <Layout {...reader} title={words.title} width="narrow" here="/password/saved">
      <Heading title={words.title} />
      <p>{words.what}</p>
      <p><a class="button main" href="/sign-in">{words.signIn}</a></p>
    </Layout>,
  );
}
