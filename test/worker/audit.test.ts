import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { appendAudit, listAudit, verifyAudit } from '../../src/directory/audit-log.ts';
import type { NewAuditEntry } from '../../src/rules/audit.ts';
import { bringToTicket, plainMail } from './inbox.ts';
import { ask, origin, personWith, signedIn, type Visitor } from './portal-visitor.ts';

const everything = { by: null, action: null, ticket: null, from: null, until: null };
const entry: NewAuditEntry = { at: 1, by: null, action: 'signInFailed', ticket: null, target: '=HYPERLINK("x")', network: '203.0.113.0/24', request: 'r' };

let root: Visitor;
let max: Visitor;
let number: number;
beforeAll(async () => {
  [root, max] = [await signedIn('root@dtnet.de', 'admin'), await signedIn('max@kunde.example')];
  number = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Drucker' }));
});

describe('the audit log', () => {
  test('takes many entries at once, each in its place of the chain (SW18)', async () => {
    await Promise.all(Array.from({ length: 12 }, () => appendAudit(env.DB, entry)));

    expect(await verifyAudit(env.DB)).toEqual({ entries: 12, broken: null });
  });

  test('notes what was done, by whom and from where, and no password (SW18)', async () => {
    await signedIn('bert@dtnet.de', 'agent');
    const { id } = await personWith('bert@dtnet.de');

    await root.post(`/admin/people/${id}`, { account: 'disable' });
    await root.get(`/tickets/${number}/articles/1/source`);
    await ask('/sign-in', { method: 'POST', headers: { Origin: origin, 'CF-Connecting-IP': '198.51.100.7' }, body: new URLSearchParams({ email: 'bert@dtnet.de', password: 'geheim-4711' }) });

    const { rows } = await listAudit(env.DB, everything, 1);
    expect(rows.slice(0, 3)).toMatchObject([
      { action: 'signInFailed', by: null, target: 'bert@dtnet.de', network: '198.51.100.0/24' },
      { action: 'sourceRead', by: 'root@dtnet.de', ticket: number, target: '1' },
      { action: 'disabled', by: 'root@dtnet.de', target: 'bert@dtnet.de' },
    ]);
    expect(JSON.stringify(rows)).not.toContain('geheim-4711');
  });

  test('is shown to admins alone, filtered by person, action and ticket (SW18)', async () => {
    expect((await max.get('/admin/audit')).status).toBe(403);
    expect((await root.get('/admin/audit')).page).toContain('disabled an account: bert@dtnet.de');
    expect((await root.get(`/admin/audit?ticket=${number}&by=root@dtnet.de&action=sourceRead`)).page).toContain('root@dtnet.de opened a raw mail');
    expect((await root.get('/admin/audit?by=nobody@dtnet.de')).page).toContain('There are no such entries.');
    expect((await root.get('/admin/audit?until=1969-12-31')).page).toContain('There are no such entries.');
  });

  test('is exported as JSON lines and as CSV without formulas (SH13)', async () => {
    const [lines, csv] = [await root.get('/admin/audit.jsonl?action=signInFailed'), await root.get('/admin/audit.csv?action=signInFailed')];

    expect(lines.page.trim().split('\n').map((line) => JSON.parse(line).action)).toEqual(Array.from({ length: 13 }, () => 'signInFailed'));
    expect(csv.page).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv.headers.get('Content-Disposition')).toContain('attachment');
  });

  test('refuses to be changed or cut by the database itself (SW18)', async () => {
    await expect(env.DB.prepare("update audit_log set target = 'x' where seq = 3").run()).rejects.toThrow('append-only');
    await expect(env.DB.prepare('delete from audit_log where seq = 3').run()).rejects.toThrow('append-only');
  });

  test('shows where somebody changed it who got past that (SW18)', async () => {
    await env.DB.prepare('drop trigger audit_log_is_not_changed').run();
    await env.DB.prepare("update audit_log set target = 'x' where seq = 5").run();

    expect(await verifyAudit(env.DB)).toMatchObject({ broken: 5 });
    expect((await root.get('/admin/audit?check=yes')).page).toContain('The chain breaks at entry 5');
  });
});
