/** `GET POST /leave/LINK`: somebody in Cc leaves a ticket without signing in (SJ24). Looking changes nothing (W03). */

import { noReach } from '../../rules/reach.ts';
import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { readLeaveLink, type LeaveLink } from '../../outbox/leave-link.ts';
import type { Leaver } from '../../ticket/leaving.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage } from '../errors.tsx';
import { Button } from '../parts/button.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf } from '../reader.ts';

export async function showLeave(c: Context<PortalEnv>) {
  const asked = await leaverFor(c);
  return asked === null ? errorPage(c, 'notFound') : c.html(<Leave reader={readerOf(c)} {...asked} />);
}

/** Mail programs post without a session and from anywhere (RFC 8058): the link is all the proof there is. */
export async function leave(c: Context<PortalEnv>) {
  const asked = await leaverFor(c);
  if (asked === null) return errorPage(c, 'notFound');
  const { leaver, link } = asked;
  if (leaver.left) return c.html(<Leave reader={readerOf(c)} {...asked} />);
  const by = { address: leaver.address, name: leaver.name, language: leaver.language, role: 'requester', reach: noReach } as const;
  const outcome = await ticketOf(c.env, link.number).act({ kind: 'removeWatcher', address: leaver.address, role: 'cc' }, by, c.var.at);
  return outcome.ok ? c.html(<Leave reader={readerOf(c)} link={link} leaver={{ ...leaver, left: true }} />) : errorPage(c, 'notFound');
}

type Asked = { link: LeaveLink; leaver: Leaver };

async function leaverFor(c: Context<PortalEnv>): Promise<Asked | null> {
  const link = readLeaveLink(c.req.param('link') ?? '');
  const leaver = link === null ? null : await ticketOf(c.env, link.number).leaver(link);
  return link === null || leaver === null ? null : { link, leaver };
}

const Leave: FC<Asked & { reader: Reader }> = ({ reader, link, leaver }) => {
  const words = reader.text.portal.leave;
  const title = leaver.left ? words.left : words.title;
  return (
    <Layout {...reader} title={title} width="narrow">
      <Heading title={title} />
      <p>{(leaver.left ? words.isLeft : words.ask)(leaver.address, link.number)}</p>
      {!leaver.left && <form method="post"><Button look="main">{words.button}</Button></form>}
    </Layout>
  );
};
