/** Somebody signed in at the real portal, for tests in the runtime. */

import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { findPeople, rememberPeople, setRole, type DirectoryPerson } from '../../src/directory/people.ts';
import { startSession } from '../../src/directory/sessions.ts';
import { portal } from '../../src/portal/portal.tsx';
import type { AccountRole, Language } from '../../src/rules/ticket.ts';
import { address, beginning } from '../support/builders.ts';

export const origin = 'http://localhost:8787';

export type Answer = { status: number; to: string | null; page: string; headers: Headers };

export type Visitor = {
  person: DirectoryPerson;
  cookie: string;
  get: (path: string) => Promise<Answer>;
  /** As a browser sends a form: urlencoded, or multipart if there are `files`. */
  post: (path: string, fields?: Record<string, string>, files?: File[]) => Promise<Answer>;
  /** Sends any body from our own pages. */
  send: (path: string, body: string, type: string) => Promise<Answer>;
};

/** Somebody with this role, known from now on, with a session. */
export async function signedIn(who: string, role: AccountRole = 'requester', language: Language = 'en'): Promise<Visitor> {
  await rememberPeople(env.DB, [{ address: address(who), name: '', language }], Date.now());
  await setRole(env.DB, (await personWith(who)).id, role);
  const person = await personWith(who);
  const { token } = await startSession(env.DB, person, beginning(), Date.now());
  const cookie = `session=${token}`;
  const headers = { Cookie: cookie, Origin: origin };
  return {
    person,
    cookie,
    get: (path) => ask(path, { headers: { Cookie: cookie } }),
    post: (path, fields = {}, files) => ask(path, { method: 'POST', headers, body: bodyOf(fields, files) }),
    send: (path, body, type) => ask(path, { method: 'POST', headers: { ...headers, 'Content-Type': type }, body }),
  };
}

/** What the directory knows of somebody; throws if nothing. */
export async function personWith(who: string): Promise<DirectoryPerson> {
  const [person] = await findPeople(env.DB, [address(who)]);
  if (person === undefined) throw new Error(`${who} is not known`);
  return person;
}

/** Asks the portal; what the answer leaves to be done later is done when this returns. */
export async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const context = createExecutionContext();
  const answer = await portal.fetch(new Request(origin + path, { ...init, redirect: 'manual' }), env, context);
  await waitOnExecutionContext(context);
  return { status: answer.status, to: answer.headers.get('Location'), page: await answer.text(), headers: answer.headers };
}

function bodyOf(fields: Record<string, string>, files: File[] | undefined): URLSearchParams | FormData {
  if (files === undefined) return new URLSearchParams(fields);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const file of files) form.append('files', file);
  return form;
}
