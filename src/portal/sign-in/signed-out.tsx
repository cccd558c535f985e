/** The answer to a form whose sender is not signed in any more: what they wrote must not be lost. */

import type { Context } from 'hono';
import { Heading } from '../parts/heading.tsx';
import { Layout } from '../parts/layout.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf } from '../reader.ts';

export function signedOutPage(c: Context<PortalEnv>) {
  const reader = readerOf(c);
  const words = reader.text.signIn.signedOut;
  return c.html(
    <Layout {...reader} title={words.title} width="narrow">
      <Heading title={words.title} />
      <p>{words.what}</p>
      <p>{words.todo}</p>
      <p><a class="button main" href="/sign-in" target="_blank" rel="noopener">{words.signIn}</a></p>
    </Layout>,
    403,
  );
}
