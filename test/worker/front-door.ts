/** The portal's front door for tests: sign-in pages and guards of the real portal, a browser with cookies, a recording mailer. */

import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { Hono } from 'hono';
import type { PortalEnv } from '../../src/portal/portal-env.ts';
import { securityRoutes } from '../../src/portal/profile/security-routes.ts';
import { sameOriginOnly } from '../../src/portal/same-origin.ts';
import { adminsOnly, signedInOnly, staffOnly, withReader } from '../../src/portal/session.ts';
import { signInRoutes } from '../../src/portal/sign-in/sign-in-routes.ts';

export const door = new Hono<PortalEnv>();
door.use(withReader);
door.use(sameOriginOnly);
door.get('/', (c) => c.json(c.var.person));
door.route('/', signInRoutes);
door.route('/profile/security', securityRoutes);
for (const [path, guard] of [['/tickets', signedInOnly], ['/desk', staffOnly], ['/admin/people', adminsOnly]] as const) {
  door.all(path, guard, (c) => c.json(c.var.person));
}

export type SentLetter = { from: { email: string }; to: string; subject: string; text: string; html: string; headers: Record<string, string> };

/** Every letter the mailer got, oldest first. */
export const sent: SentLetter[] = [];

const MAIL = {
  send: async (letter: SentLetter) => {
    sent.push(letter);
    return { messageId: `<${sent.length}@test>` };
  },
};

export type Asked = { method?: string; fields?: Record<string, string>; headers?: Record<string, string> };

/** Somebody's browser: keeps cookies as browsers do, follows nothing by itself. */
export class Browser {
  cookies = new Map<string, string>();
  origin: string;
  headers: Record<string, string>;

  constructor(headers: Record<string, string> = {}, origin = 'http://localhost:8787') {
    this.origin = origin;
    this.headers = headers;
  }

  get(path: string): Promise<Response> {
    return this.ask(path, {});
  }

  post(path: string, fields: Record<string, string> = {}): Promise<Response> {
    return this.ask(path, { method: 'POST', fields, headers: { Origin: this.origin } });
  }

  /** All that the answer leaves to be done later is done when this returns. */
  async ask(path: string, { method = 'GET', fields, headers = {} }: Asked): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const request = new Request(this.origin + path, {
      method,
      headers: { ...(cookie === '' ? {} : { Cookie: cookie }), ...this.headers, ...headers },
      ...(fields === undefined ? {} : { body: new URLSearchParams(fields) }),
    });
    const context = createExecutionContext();
    const answer = await door.fetch(request, { ...env, MAIL }, context);
    await waitOnExecutionContext(context);
    this.keep(answer);
    return answer;
  }

  keep(answer: Response) {
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

/** The path of the link in the newest letter to `address`. */
export function mailedLink(address: string): string {
  const letter = sent.findLast((one) => one.to === address);
  const link = /\/password\/new\?token=[\w-]+/.exec(letter?.text ?? '')?.[0];
  if (link === undefined) throw new Error(`No link was mailed to ${address}`);
  return link;
}

export const password = 'blau trompete regal';

/** Sets a password by mailed link and signs in. */
export async function enter(browser: Browser, address: string, chosen = password): Promise<Response> {
  await browser.post('/password/forgotten', { email: address });
  await browser.post(mailedLink(address), { password: chosen, password_again: chosen });
  return browser.post('/sign-in', { email: address, password: chosen });
}
