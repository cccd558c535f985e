/** `GET POST /address?token=…`: whoever got the link says that the new address is theirs (SW17). Looking changes nothing (W03). `GET /address/changed`: it is done. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { ADDRESS_LINK_MINUTES, findAddressLink, useAddressLink } from '../../directory/address-links.ts';
import { isFree } from '../../directory/readdressings.ts';
import { Button } from '../parts/button.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { Notice } from '../parts/notice.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf } from '../reader.ts';
import { deleteSessionCookie } from '../session-cookie.ts';
import { wrongLinkPage } from '../sign-in/wrong-link.tsx';
import { move } from './move.ts';

const addressLink = { minutes: ADDRESS_LINK_MINUTES, here: '/address', again: '/profile/address' };

export async function showConfirmAddress(c: Context<PortalEnv>) {
  const token = c.req.query('token');
  const asked = await findAddressLink(c.env.DB, token, c.var.at);
  if (asked === null) return wrongLinkPage(c, addressLink);
  const taken = !(await isFree(c.env.DB, asked.person.id, asked.address));
  return c.html(<ConfirmAddress reader={readerOf(c)} address={asked.address} token={token ?? ''} taken={taken} />);
}

/** Where another account has the address the link stays good, for when it has it no more. */
export async function confirmAddress(c: Context<PortalEnv>) {
  const token = c.req.query('token');
  const asked = await findAddressLink(c.env.DB, token, c.var.at);
  if (asked === null) return wrongLinkPage(c, addressLink);
  const { person, address } = asked;
  if (!(await isFree(c.env.DB, person.id, address))) return c.html(<ConfirmAddress reader={readerOf(c)} address={address} token={token ?? ''} taken />, 422);
  if (!(await useAddressLink(c.env.DB, token, c.var.at)) || !(await move(c, person, address, person.address))) return wrongLinkPage(c, addressLink);
  if (c.var.person?.id === person.id) deleteSessionCookie(c);
  return c.redirect('/address/changed', 303);
}

/** The old address is not told to whoever opens the link: it may have gone to a stranger. */
const ConfirmAddress: FC<{ reader: Reader; address: string; token: string; taken: boolean }> = ({ reader, address, token, taken }) => {
  const words = reader.text.newAddress.confirm;
  const here = `/address?token=${token}`;
  return (
    <Layout {...reader} title={words.title} width="narrow" here={here}>
      <Heading title={words.title} lead={words.lead(address)} />
      {taken ? <Notice tone="careful"><p>{words.taken}</p></Notice> : (
        <form class="sheet" method="post" action={here}>
          <p>{words.effects}</p>
          <div class="row"><Button>{words.button}</Button></div>
        </form>
      )}
    </Layout>
  );
};

export function showAddressChanged(c: Context<PortalEnv>) {
  const reader = readerOf(c);
  const words = reader.text.newAddress.changed;
  return c.html(
    <Layout {...reader} title={words.title} width="narrow" here="/address/changed">
      <Heading title={words.title} />
      <p>{words.what}</p>
      <p><a class="button main" href="/sign-in">{words.signIn}</a></p>
    </Layout>,
  );
}
