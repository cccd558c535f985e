/** `GET POST /password/forgotten`: asks for a link with which a password is set (S8). */

import type { Context } from 'hono';
import type { PortalEnv } from '../portal-env.ts';
import { askAddress, mailToAsked } from './ask-address.tsx';
import { mailPasswordLink } from './mail-link.ts';

const ADDRESS = '/password/forgotten';

export function showForgotten(c: Context<PortalEnv>) {
  return askAddress(c, { action: ADDRESS, words: c.var.text.signIn.forgotten });
}

export function forgotten(c: Context<PortalEnv>) {
  const { settings, text } = c.var;
  return mailToAsked(c, { action: ADDRESS, words: text.signIn.forgotten, then: '/password/link-sent' }, (asked) => mailPasswordLink(c.env, settings, asked));
}
