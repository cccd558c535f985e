/** `GET /admin/audit.csv` and `/admin/audit.jsonl`: the audit log, as it is filtered, oldest first. */

import type { Context } from 'hono';
import { readAudit } from '../../directory/audit-log.ts';
import { csvCell, type AuditEntry } from '../../rules/audit.ts';
import type { PortalEnv } from '../portal-env.ts';
import { askedAudit } from './asked-audit.ts';

const columns = ['seq', 'at', 'by', 'action', 'ticket', 'target', 'network', 'request', 'hash'] as const;

export function exportAuditCsv(c: Context<PortalEnv>) {
  const head = `${columns.map(csvCell).join(',')}\r\n`;
  return exported(c, { name: 'audit.csv', type: 'text/csv; charset=utf-8', head, line: (entry) => `${columns.map((column) => csvCell(cell(entry, column))).join(',')}\r\n` });
}

/** One JSON object a line; from all lines anybody can verify the chain. */
export function exportAuditLines(c: Context<PortalEnv>) {
  return exported(c, { name: 'audit.jsonl', type: 'application/jsonl; charset=utf-8', head: '', line: (entry) => `${JSON.stringify(entry)}\n` });
}

function exported(c: Context<PortalEnv>, { name, type, head, line }: { name: string; type: string; head: string; line: (entry: AuditEntry) => string }) {
  const pages = readAudit(c.env.DB, askedAudit(c));
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    start: (to) => to.enqueue(encoder.encode(head)),
    pull: async (to) => {
      const { done, value } = await pages.next();
      if (done === true) return to.close();
      to.enqueue(encoder.encode(value.map(line).join('')));
    },
  });
  return c.body(body, 200, { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` });
}

function cell(entry: AuditEntry, column: (typeof columns)[number]): string {
  return column === 'at' ? new Date(entry.at).toISOString() : String(entry[column] ?? '');
}
