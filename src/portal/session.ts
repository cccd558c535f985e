/** Who reads a page, and who may. */

import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { findSessionAtDesk } from '../directory/desk-rows.ts';
import { findSession, isDueToBeSeen, seeSession, type Session } from '../directory/sessions.ts';
import { isStaff } from '../rules/ticket.ts';
import { settings } from '../settings-of-worker.ts';
import { textIn } from '../text/text.ts';
import { errorPage } from './errors.tsx';
import type { PortalEnv, SignedIn } from './portal-env.ts';
import { readerLanguage } from './reader-language.ts';
import { readSessionCookie } from './session-cookie.ts';
import { signedOutPage } from './sign-in/signed-out.tsx';

/** Finds out who reads, in which language, and when. */
export const withReader: MiddlewareHandler<PortalEnv> = async (c, next) => {
  const at = Date.now();
  const token = readSessionCookie(c);
  const { session, rows } = isOfDesk(c) ? await findSessionAtDesk(c.env.DB, token, at) : { session: await findSession(c.env.DB, token, at), rows: null };
  if (session !== null && isDueToBeSeen(session, at)) c.executionCtx.waitUntil(seeSession(c.env.DB, token, at));

  const person = session === null ? null : signedInAs(session);
  const language = person?.language ?? readerLanguage(getCookie(c, 'language'), c.req.header('Accept-Language')) ?? settings.defaultLanguage;
  c.set('settings', settings);
  c.set('at', at);
  c.set('person', person);
  c.set('deskRows', rows);
  c.set('session', session === null ? null : { id: session.id, provenAt: session.provenAt, strong: session.strong });
  c.set('language', language);
  c.set('text', textIn(language));
  return next();
};

function isOfDesk(c: Context<PortalEnv>): boolean {
  return c.req.path === '/desk' || c.req.path.startsWith('/desk/');
}

/** Others are asked to sign in, and then come back to the page they wanted. */
export const signedInOnly: MiddlewareHandler<PortalEnv> = async (c, next) => {
  if (c.var.person === null) return askToSignIn(c);
  return lacksSecondFactor(c) ? c.redirect(SET_UP, 303) : next();
};

export const staffOnly: MiddlewareHandler<PortalEnv> = async (c, next) => {
  const { person } = c.var;
  if (person === null) return askToSignIn(c);
  if (!isStaff(person.role)) return errorPage(c, 'forbidden');
  return lacksSecondFactor(c) ? c.redirect(SET_UP, 303) : next();
};

export const adminsOnly: MiddlewareHandler<PortalEnv> = async (c, next) => {
  const { person } = c.var;
  if (person === null) return askToSignIn(c);
  if (person.role !== 'admin') return errorPage(c, 'forbidden');
  return lacksSecondFactor(c) ? c.redirect(SET_UP, 303) : next();
};

/** For the pages on which a second factor is set up: open to those who lack it. */
export const anySessionOnly: MiddlewareHandler<PortalEnv> = async (c, next) => (c.var.person === null ? askToSignIn(c) : next());

/** How old the proof may be for changes that give somebody else the account for good (SW16, ASVS 7.5.1). */
const FRESH_MS = 10 * 60_000;

/** Whoever proved themselves long ago does it again first, and comes back to the page of the form. Reading asks for nothing. */
export function freshFor(page: (c: Context<PortalEnv>) => string): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    const { session, at } = c.var;
    if (c.req.method === 'GET' || (session !== null && at - session.provenAt < FRESH_MS)) return next();
    return c.redirect(`/sign-in/again?next=${encodeURIComponent(page(c))}`, 303);
  };
}

export const freshOnly = freshFor(() => '/profile/security');
/** For forms whose page has the same address. */
export const freshHere = freshFor((c) => c.req.path);

const SET_UP = '/profile/security';

/** Staff see nothing before they have the second factor that the settings ask for (SW15). */
export function lacksSecondFactor(c: Context<PortalEnv>): boolean {
  const { person, session, settings: { staffSecondFactor } } = c.var;
  return staffSecondFactor === 'required' && person !== null && isStaff(person.role) && session?.strong !== true;
}

function askToSignIn(c: Context<PortalEnv>) {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return signedOutPage(c);
  const { pathname, search } = new URL(c.req.url);
  return c.redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`, 303);
}

function signedInAs({ person, domains }: Session): SignedIn {
  const { id, address, name, role, language, zone, queues, oldestFirst, singleKeys, signatureDe, signatureEn } = person;
  return { id, address, name, role, language, zone, reach: { queues, domains }, oldestFirst, singleKeys, signatureDe, signatureEn };
}
