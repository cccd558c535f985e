/** `GET /confirm/said?as=filed`: what the answer brought about. */

import type { Context } from 'hono';
import * as v from 'valibot';
import { said } from '../../inbound/answer-question.ts';
import { errorPage } from '../errors.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout } from '../parts/layout.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf } from '../reader.ts';

export function showSaid(c: Context<PortalEnv>) {
  const asked = v.safeParse(v.picklist(said), c.req.query('as'));
  if (!asked.success) return errorPage(c, 'notFound');
  const reader = readerOf(c);
  const words = reader.text.portal.confirm.said[asked.output];
  return c.html(
    <Layout {...reader} title={words.title} width="narrow" here={`/confirm/said?as=${asked.output}`}>
      <Heading title={words.title} />
      <p>{words.what}</p>
    </Layout>,
  );
}

/** One page for every link that does not work, so that nobody learns why (SW09). */
export function overPage(c: Context<PortalEnv>) {
  const reader = readerOf(c);
  const words = reader.text.portal.confirm.over;
  return c.html(
    <Layout {...reader} title={words.title} width="narrow">
      <Heading title={words.title} />
      <p>{words.what}</p>
      <p>{words.todo}</p>
    </Layout>,
    410,
  );
}
