/** `POST /tickets/N/secrets/ID/see`: shows what was given, this once, to the agent who asked (S18). */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { unseal } from '../../ticket/sealed-text.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage } from '../errors.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { Notice } from '../parts/notice.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { actorOf, readerOf } from '../reader.ts';
import { askedNumber } from './asked-number.ts';
import { askedSecret } from './ask-secret.ts';
import { refused } from './command.ts';

export async function seeSecret(c: Context<PortalEnv>) {
  const [number, secret] = [askedNumber(c), askedSecret(c)];
  if (number === null || secret === null) return errorPage(c, 'notFound');
  const taken = await ticketOf(c.env, number).takeSecret(secret, actorOf(c), c.var.at);
  if (!taken.ok) return refused(c, taken.refusal, { form: 'secrets', typed: {}, field: 'label' });
  const text = await unseal(taken.sealed, { number, secret });
  return c.html(<Seen reader={readerOf(c)} number={number} text={text} />);
}

/** `text` null: the key was changed since, and nobody can read it any more. */
const Seen: FC<{ reader: Reader; number: number; text: string | null }> = ({ reader, number, text }) => {
  const words = reader.text.portal.secrets.seen;
  return (
    <Layout {...reader} title={words.title} width="narrow">
      <Heading title={words.title} />
      {text === null ? <Notice tone="wrong">{words.unreadable}</Notice> : <Notice tone="careful">{words.once}</Notice>}
      {text !== null && <pre class="secret" tabindex={0}>{text}</pre>}
      <p><a class="button" href={`/tickets/${number}`}>{words.back(number)}</a></p>
    </Layout>
  );
};
