/** `GET /password/link-sent`: the same page whether a link was mailed or not (W02). */

import type { Context } from 'hono';
import { LINK_MINUTES } from '../../directory/password-links.ts';
import { Heading } from '../parts/heading.tsx';
import { Layout } from '../parts/layout.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf } from '../reader.ts';

export function showLinkSent(c: Context<PortalEnv>) {
  const reader = readerOf(c);
  const words = reader.text.signIn.linkSent;
  return c.html(
    <Layout {...reader} title={words.title} width="narrow" here="/password/link-sent">
      <Heading title={words.title} />
      <p>{words.what(LINK_MINUTES)}</p>
      <p class="hint">{words.todo}</p>
      <p class="hint">{words.help(reader.settings.helpContact)}</p>
      <p><a href="/password/forgotten">{words.again}</a></p>
    </Layout>,
  );
}
