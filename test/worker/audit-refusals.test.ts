/** What the audit log notes of those who were not let in, and that nobody can fill it so (SW18). */

import { env } from 'cloudflare:workers';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { listAudit, verifyAudit, type AuditFilter } from '../../src/directory/audit-log.ts';
import { setQueues } from '../../src/directory/people.ts';
import { auditBounds } from '../../src/rules/audit.ts';
import { bringToTicket, plainMail } from './inbox.ts';
import { ask, origin, signedIn, type Visitor } from './portal-visitor.ts';

let agent: Visitor;
let eve: Visitor;
let number: number;
beforeAll(async () => {
  [agent, eve] = [await signedIn('anna@dtnet.de', 'agent'), await signedIn('eve@evil.example')];
  number = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Drucker' }));
});
afterEach(() => void vi.restoreAllMocks());

const noted = async (filter: Partial<AuditFilter>) => (await listAudit(env.DB, { by: null, action: null, ticket: null, from: null, until: null, ...filter }, 1)).rows;
const from = (ip: string) => ({ Origin: origin, 'CF-Connecting-IP': ip });

describe('the audit log notes', () => {
  test('who asked for a ticket that is none for them, whether it exists or not (SW18)', async () => {
    await eve.get(`/tickets/${number}`);
    await eve.post(`/tickets/${number + 999}/replies`, { text: 'x' });

    expect((await noted({ action: 'refused', by: eve.person.address })).slice(0, 2)).toMatchObject([
      { ticket: number + 999, target: `POST /tickets/${number + 999}/replies` },
      { ticket: number, target: `GET /tickets/${number}` },
    ]);
  });

  test('who asked for pages of others (SW18)', async () => {
    await eve.get('/desk/door');
    await agent.get('/admin/audit');

    expect((await noted({ action: 'refused' })).slice(0, 2)).toMatchObject([{ by: agent.person.address, target: 'GET /admin/audit' }, { by: eve.person.address, target: 'GET /desk/door' }]);
  });

  test('an agent of other queues who asks for a ticket of this one (SW18)', async () => {
    const bert = await signedIn('bert@dtnet.de', 'agent');
    await setQueues(env.DB, bert.person.id, [99]);

    await bert.get(`/tickets/${number}`);

    expect(await noted({ action: 'refused', by: bert.person.address })).toMatchObject([{ ticket: number, target: `GET /tickets/${number}` }]);
  });

  test('no number that an agent mistyped (SW18)', async () => {
    await agent.get(`/tickets/${number + 998}`);

    expect(await noted({ ticket: number + 998 })).toEqual([]);
  });

  test('tries with passkeys, links and the own password that failed, and links that were mailed (SW18)', async () => {
    const ip = '198.51.100.9';
    await ask('/sign-in/passkey', { method: 'POST', headers: from(ip), body: '{}' });
    await ask('/sign-in/link/open?token=wrong', { method: 'POST', headers: from(ip), body: new URLSearchParams() });
    await ask('/password/forgotten', { method: 'POST', headers: from(ip), body: new URLSearchParams({ email: 'anna@dtnet.de' }) });
    await ask('/password/forgotten', { method: 'POST', headers: from(ip), body: new URLSearchParams({ email: 'nobody@dtnet.de' }) });
    await agent.post('/sign-in/again', { password: 'falsch' });

    expect((await noted({})).slice(0, 4)).toMatchObject([
      { action: 'signInFailed', by: agent.person.address, target: 'again' },
      { action: 'linkSent', by: null, target: 'anna@dtnet.de', network: '198.51.100.0/24' },
      { action: 'signInFailed', by: null, target: 'link' },
      { action: 'signInFailed', by: null, target: 'passkey' },
    ]);
  });
});

test('many refusals at once leave no more entries than the bound, the last says so, and the chain holds (SW18)', async () => {
  const flood = await signedIn('flood@evil.example');
  const most = auditBounds.refused?.each ?? 0;

  await Promise.all(Array.from({ length: most + 10 }, () => flood.get('/desk')));
  await flood.get('/desk');

  const entries = await noted({ action: 'refused', by: flood.person.address });
  expect(entries).toHaveLength(most);
  expect(entries.map((entry) => entry.target.endsWith(' more'))).toEqual(entries.map((_, at) => at === 0));
  expect((await verifyAudit(env.DB)).broken).toBeNull();
});
