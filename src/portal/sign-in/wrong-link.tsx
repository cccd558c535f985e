/** One page for every link that does not work, so that nobody learns why it does not (SW09). */

import type { Context } from 'hono';
import { LINK_MINUTES } from '../../directory/password-links.ts';
import { Heading } from '../parts/heading.tsx';
import { Layout } from '../parts/layout.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf } from '../reader.ts';

export function wrongLinkPage(c: Context<PortalEnv>) {
  const reader = readerOf(c);
  const words = reader.text.signIn.linkWrong;
  return c.html(
    <Layout {...reader} title={words.title} width="narrow" here="/password/new">
      <Heading title={words.title} />
      <p>{words.what(LINK_MINUTES)}</p>
      <p>{words.todo}</p>
      <p><a class="button" href="/password/forgotten">{words.again}</a></p>
    </Layout>,
    410,
  );
}
