/** Pages for when something is not as asked: what happened, what to do, and a reference (W08). */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { settings } from '../settings-of-worker.ts';
import type { ErrorWords } from '../text/en/portal.ts';
import { textIn } from '../text/text.ts';
import { Heading } from './parts/heading.tsx';
import { Layout, type Reader } from './parts/layout.tsx';
import type { PortalEnv } from './portal-env.ts';

type Kind = 'notFound' | 'forbidden' | 'otherSite' | 'otherHost' | 'badInput' | 'tooLarge' | 'fileMissing' | 'fault';
const statusOf = { notFound: 404, forbidden: 403, otherSite: 403, otherHost: 421, badInput: 422, tooLarge: 413, fileMissing: 503, fault: 500 } as const;

/** Answers with the page for `kind`. Works too before, or although not, the reader was found. */
export function errorPage(c: Context<PortalEnv>, kind: Kind): Response | Promise<Response> {
  return answer(c, kind, newReference());
}

/** For `onError`: reports the fault under the reference that the page names. */
export function faultPage(fault: unknown, c: Context<PortalEnv>): Response | Promise<Response> {
  const reference = newReference();
  console.error('A page could not be made', { reference, method: c.req.method, path: loggedPath(c), fault });
  return answer(c, 'fault', reference);
}

/** What is as long as a token may open something: it is in no log. */
function loggedPath(c: Context<PortalEnv>): string {
  return new URL(c.req.url).pathname.replaceAll(/[^/]{16,}/g, '…');
}

/** For a file that the ticket knows and the store does not give (SF10): reports it, and offers to try again. */
export function missingFilePage(c: Context<PortalEnv>, key: string, fault?: unknown): Response | Promise<Response> {
  const reference = newReference();
  console.error('A file could not be fetched', { reference, key, fault });
  return answer(c, 'fileMissing', reference);
}

function answer(c: Context<PortalEnv>, kind: Kind, reference: string): Response | Promise<Response> {
  const reader = readerOf(c);
  const again = kind === 'fileMissing' ? new URL(c.req.url).pathname + new URL(c.req.url).search : null;
  return c.html(<ErrorPage reader={reader} words={reader.text.portal.errors[kind]} reference={reference} again={again} />, statusOf[kind]);
}

const ErrorPage: FC<{ reader: Reader; words: ErrorWords; reference: string; again: string | null }> = ({ reader, words, reference, again }) => (
  <Layout {...reader} title={words.title} width="narrow">
    <Heading title={words.title} />
    <p>{words.what}</p>
    <p>{words.todo}</p>
    {again !== null && <p><a class="button main" href={again}>{reader.text.portal.errors.again}</a></p>}
    <p><a class="button" href="/">{reader.text.portal.errors.home}</a></p>
    <p class="hint">{reader.text.portal.errors.reference(reference)}</p>
  </Layout>
);

/** A fault can come before the reader is known: then the desk's own language has to do. */
function readerOf(c: Context<PortalEnv>): Reader {
  const found: Partial<PortalEnv['Variables']> = c.var;
  const language = found.language ?? settings.defaultLanguage;
  return { settings, language, text: found.text ?? textIn(language), person: found.person ?? null };
}

/** Short enough to be read out on the phone. */
function newReference(): string {
  return crypto.randomUUID().slice(0, 8).toUpperCase();
}
