/** The page that asks whose link is to be mailed, and what comes of it. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { findAccount } from '../../directory/credentials.ts';
import { parseAddress } from '../../rules/address.ts';
import { audit } from '../audit.ts';
import { errorPage } from '../errors.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import type { LinkAsked } from './mail-link.ts';
import { networkAddress } from './network-address.ts';

/** The work for an address that is known would else begin in the same moment as the answer, and slow it. */
const AFTER_THE_ANSWER_MS = 250;

/** Where the form goes, and what it says. */
export type Asking = { action: string; words: { title: string; lead: string; send: string } };

export function askAddress(c: Context<PortalEnv>, asking: Asking) {
  return c.html(<AskAddress reader={readerOf(c)} asking={asking} email="" error={undefined} />);
}

/**
 * Does `mail` after the answer, which is the same, and as fast, whoever the address belongs to (W02); what is no address gets the
 * form back (422).
 */
export async function mailToAsked(c: Context<PortalEnv>, asking: Asking & { then: string }, mail: (asked: LinkAsked) => Promise<boolean>) {
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');
  const email = form.text('email').trim();
  const address = parseAddress(email);
  if (address === null) {
    const words = c.var.text.signIn.form;
    return c.html(<AskAddress reader={readerOf(c)} asking={asking} email={email} error={email === '' ? words.noEmail : words.emailWrong} />, 422);
  }
  const { language, at } = c.var;
  const asked = { address, account: await findAccount(c.env.DB, address), language, ip: networkAddress(c), at };
  const sent = scheduler.wait(AFTER_THE_ANSWER_MS).then(() => mail(asked));
  c.executionCtx.waitUntil(sent.then((left) => left && audit(c, { action: 'linkSent', target: address })));
  return c.redirect(asking.then, 303);
}

const AskAddress: FC<{ reader: Reader; asking: Asking; email: string; error: string | undefined }> = ({ reader, asking: { action, words }, email, error }) => (
  <Layout {...reader} title={words.title} width="narrow" here={action}>
    <Heading title={words.title} lead={words.lead} />
    <form class="sheet" method="post" action={action} novalidate>
      <Field name="email" type="email" label={reader.text.signIn.form.email} value={email} error={error} autocomplete="username" autofocus required />
      <div class="row"><Button>{words.send}</Button> <a href="/sign-in">{reader.text.signIn.forgotten.back}</a></div>
    </form>
  </Layout>
);
