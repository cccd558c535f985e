/** One page for every link that does not work, so that nobody learns why it does not (SW09). */

import type { Context } from 'hono';
import { LINK_MINUTES } from '../../directory/password-links.ts';
import { Heading } from '../parts/heading.tsx';
import { Layout } from '../parts/layout.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf } from '../reader.ts';

/** How long such a link works, and where one asks for another. */
type LinkKind = { minutes: number; here: string; again: string };
const passwordLink: LinkKind = { minutes: LINK_MINUTES, here: '/password/new', again: '/password/forgotten' };

export function wrongLinkPage(c: Context<PortalEnv>, { minutes, here, again } = passwordLink) {
  const reader = readerOf(c);
  const words = reader.text.signIn.linkWrong;
  return c.html(
    <Layout {...reader} title={words.title} width="narrow" here={here}>
      <Heading title={words.title} />
      <p>{words.what(minutes)}</p>
      <p>{words.todo}</p>
      <p><a class="button main" href={again}>{words.again}</a></p>
    </Layout>,
    410,
  );
}
