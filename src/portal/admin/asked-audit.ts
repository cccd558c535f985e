import type { Context } from 'hono';
import * as v from 'valibot';
import type { AuditFilter } from '../../directory/audit-log.ts';
import { parseAddress } from '../../rules/address.ts';
import { auditActions } from '../../rules/audit.ts';
import type { PortalEnv } from '../portal-env.ts';

const DAY_MS = 86_400_000;

/** The filter in the address; what is none of its values filters nothing. Days are UTC, as the entries are, and `until` is the last one shown. */
export function askedAudit(c: Context<PortalEnv>): AuditFilter {
  const action = v.safeParse(v.picklist(auditActions), c.req.query('action'));
  const ticket = c.req.query('ticket')?.trim().replace(/^#/, '') ?? '';
  const until = dayIn(c.req.query('until'));
  return {
    by: parseAddress(c.req.query('by') ?? ''),
    action: action.success ? action.output : null,
    ticket: /^[1-9]\d{0,9}$/.test(ticket) ? Number(ticket) : null,
    from: dayIn(c.req.query('from')),
    until: until === null ? null : until + DAY_MS,
  };
}

/** The query that asks for the filter, with its question mark; empty without any. */
export function auditQuery({ by, action, ticket, from, until }: AuditFilter): string {
  const asked = { by, action, ticket, from: isoDay(from), until: isoDay(until === null ? null : until - DAY_MS) };
  const pairs = Object.entries(asked).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]));
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}

export function isoDay(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString().slice(0, 10);
}

function dayIn(typed: string | undefined): number | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(typed ?? '') ? Date.parse(`${typed}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}
