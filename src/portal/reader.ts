/** The reader of a page, as parts, rules and tickets want to know them. */

import type { Context } from 'hono';
import type { Viewer } from '../rules/page.ts';
import type { Actor } from '../rules/ticket.ts';
import type { Reader } from './parts/layout.tsx';
import type { Clock } from './parts/times.ts';
import type { PortalEnv, SignedIn } from './portal-env.ts';

/** Behind `signedInOnly` there is always somebody. */
export function signedIn(c: Context<PortalEnv>): SignedIn {
  const { person } = c.var;
  if (person === null) throw new Error('This page is not behind signedInOnly');
  return person;
}

export function readerOf(c: Context<PortalEnv>): Reader {
  const { settings, text, language, person } = c.var;
  return { settings, text, language, person };
}

/** In the reader's own zone, if they chose one (W10). */
export function clockOf(c: Context<PortalEnv>): Clock {
  const { at, person, settings, language } = c.var;
  return { at, zone: person?.zone ?? settings.zone, language };
}

export function actorOf(c: Context<PortalEnv>): Actor {
  const { address, name, role, language, reach } = signedIn(c);
  return { address, name, role, language, reach };
}

export function viewerOf(c: Context<PortalEnv>): Viewer {
  const { address, role, reach } = signedIn(c);
  return { address, role, reach };
}
