/** `GET POST /profile/address`: the reader has another mail address (SW17). */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { ADDRESS_LINK_MINUTES } from '../../directory/address-links.ts';
import { errorPage } from '../errors.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { Notice } from '../parts/notice.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf, signedIn } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { askAtNewAddress, newAddressIn, type Fault } from './move.ts';

const ADDRESS = '/profile/address';

export function showOwnAddress(c: Context<PortalEnv>) {
  return page(c, '', null);
}

export async function askForOwnAddress(c: Context<PortalEnv>) {
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');
  const typed = form.text('address').trim();
  const person = signedIn(c);
  const asked = await newAddressIn(c, typed, person);
  if ('fault' in asked) return page(c, typed, asked.fault);
  return (await askAtNewAddress(c, person, asked.address)) ? c.redirect(`${ADDRESS}?sent=yes`, 303) : page(c, typed, 'tooOften');
}

function page(c: Context<PortalEnv>, typed: string, fault: Fault | null) {
  const sent = c.req.query('sent') !== undefined;
  return c.html(<OwnAddress reader={readerOf(c)} address={signedIn(c).address} typed={typed} fault={fault} sent={sent} />, fault === null ? 200 : 422);
}

type OwnAddressProps = { reader: Reader; address: string; typed: string; fault: Fault | null; sent: boolean };

const OwnAddress: FC<OwnAddressProps> = ({ reader, address, typed, fault, sent }) => {
  const words = reader.text.newAddress;
  return (
    <Layout {...reader} title={words.title} width="narrow" here={ADDRESS}>
      <Heading title={words.title} lead={words.lead(address)} />
      {sent && fault === null && <Notice tone="good"><p>{words.sent(ADDRESS_LINK_MINUTES)}</p></Notice>}
      <form class="sheet" method="post" action={ADDRESS} novalidate>
        <Field name="address" type="email" label={words.field} hint={words.hint} value={typed} error={fault === null ? undefined : words.faults[fault]} autocomplete="email" required />
        <div class="row"><Button>{words.send}</Button> <a href="/profile">{reader.text.profile.title}</a></div>
      </form>
    </Layout>
  );
};
