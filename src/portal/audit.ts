/** Writes what was done of weight into the audit log, after the page was answered (SW18). */

import type { Context, MiddlewareHandler } from 'hono';
import { appendAudit } from '../directory/audit-log.ts';
import { findPerson } from '../directory/people.ts';
import { networkPart, type NewAuditEntry } from '../rules/audit.ts';
import { parseAddress } from '../rules/address.ts';
import { isStaff } from '../rules/ticket.ts';
import { audited, type Done } from './audited.ts';
import type { PortalEnv } from './portal-env.ts';
import { networkAddress } from './sign-in/network-address.ts';

export type Audited = Pick<NewAuditEntry, 'action'> & Partial<Pick<NewAuditEntry, 'by' | 'ticket' | 'target'>>;

/** Notes it later. The page neither waits for it nor fails with it; a fault is reported. */
export function audit(c: Context<PortalEnv>, done: Audited): void {
  c.executionCtx.waitUntil(note(c, done));
}

/** Behind it, whatever `audited` knows is noted by its address and answer. */
export const withAudit: MiddlewareHandler<PortalEnv> = async (c, next) => {
  await next();
  const form = c.req.method === 'POST' && isForm(c) && c.res.status < 500 ? await sentFields(c) : {};
  const { pathname } = new URL(c.req.url);
  const { person } = c.var;
  const everyTicket = person !== null && (person.role === 'admin' || (person.role === 'agent' && person.reach.queues === null));
  const done = audited({ method: c.req.method, path: pathname, status: c.res.status, to: c.res.headers.get('Location'), form, shownInPage: c.req.header('Sec-Fetch-Dest') === 'image', everyTicket });
  if (done !== null && mayBeTold(c, done)) audit(c, done);
};

/** Files are noted where staff open them: to everybody else they are their own. */
function mayBeTold(c: Context<PortalEnv>, done: Done): boolean {
  const { person } = c.var;
  if (person === null) return done.open === true;
  return done.action !== 'fileRead' || isStaff(person.role);
}

async function note(c: Context<PortalEnv>, done: Audited & Partial<Pick<Done, 'personId'>>): Promise<void> {
  try {
    await auditFirst(c, done);
  } catch (fault) {
    console.error('The audit log missed an entry', { action: done.action, fault });
  }
}

/** Notes it before it is done. Throws if the log takes no entry: then it is not to be done either. */
export async function auditFirst(c: Context<PortalEnv>, done: Audited & Partial<Pick<Done, 'personId'>>): Promise<void> {
  const { at, person } = c.var;
  const by = done.by ?? person?.address ?? null;
  const target = done.personId === undefined ? (done.target ?? '') : `${(await findPerson(c.env.DB, done.personId))?.address ?? done.personId} ${done.target ?? ''}`.trim();
  const ray = c.req.header('CF-Ray') ?? '';
  const request = /^[\w-]{1,40}$/.test(ray) ? ray : crypto.randomUUID();
  await appendAudit(c.env.DB, { at, by, action: done.action, ticket: done.ticket ?? null, target: target.slice(0, 200), network: networkPart(networkAddress(c)), request });
}

/** Only what the log may know; passwords and credentials are never among it. */
async function sentFields(c: Context<PortalEnv>): Promise<Record<string, string>> {
  try {
    const form = await c.req.formData();
    const email = parseAddress(String(form.get('email') ?? form.get('address') ?? ''));
    const plain = ['role', 'account', 'decision'].map((name) => [name, /^[\w-]{0,20}$/.exec(String(form.get(name) ?? ''))?.[0] ?? '']);
    return { address: email ?? '', ...Object.fromEntries(plain) };
  } catch {
    return {};
  }
}

function isForm(c: Context<PortalEnv>): boolean {
  return /^\/(sign-in|admin\/|desk\/)/.test(new URL(c.req.url).pathname) && (c.req.header('Content-Type') ?? '').startsWith('application/x-www-form-urlencoded');
}
