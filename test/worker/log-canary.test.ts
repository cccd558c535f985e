/** Whatever happens, what opens something is in no line of the Worker's log and in no entry of the audit log. */

import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makePasswordLink } from '../../src/directory/password-links.ts';
import { noReach } from '../../src/rules/reach.ts';
import { ticketOf } from '../../src/ticket/tickets.ts';
import { bringToTicket, plainMail } from './inbox.ts';
import { ask, origin, signedIn } from './portal-visitor.ts';

let spies: { mock: { calls: unknown[][] } }[];
beforeEach(() => {
  spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((way) => vi.spyOn(console, way).mockImplementation(() => undefined));
});
afterEach(() => void vi.restoreAllMocks());

const sent = (body: Record<string, string>) => ({ method: 'POST', headers: { Origin: origin }, body: new URLSearchParams(body) });

test('passwords, links, sessions and credentials are in no log, also where a page fails on the way (SW23, ASVS 16.2.5)', async () => {
  const [agent, max] = [await signedIn('anna@dtnet.de', 'agent'), await signedIn('max@kunde.example')];
  const number = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Zugang', headers: ['Cc: boss@kunde.example'] }));
  await agent.post(`/tickets/${number}/replies`, { text: 'Wird erledigt.' });
  await agent.post(`/tickets/${number}/secrets`, { label: 'WLAN' });
  await ticketOf(env, number).page({ address: max.person.address, role: 'requester', reach: noReach }, Date.now());
  const secretLink = /\/secrets\/[\w-]+/.exec((await max.get(`/tickets/${number}`)).page)?.[0] ?? '';
  const link = await makePasswordLink(env.DB, max.person.id, Date.now());
  const password = 'kanarienvogel singt 4711';

  const everything = async () => {
    await ask('/sign-in', sent({ email: 'max@kunde.example', password }));
    await ask(`/password/new?token=${link}`, sent({ password, password_again: 'anders' }));
    await ask(`/sign-in/link/open?token=${link}`, sent({}));
    await ask(secretLink, sent({ secret: password }));
    await ask(`/leave/${number}-2-kanarienvogelaaaa`, sent({}));
    await max.get('/profile');
    await agent.post(`/tickets/${number}/replies`, { text: password });
  };
  const broken = vi.spyOn(env.DB, 'prepare').mockImplementation(() => {
    throw new Error('The database is away');
  });
  await everything();
  broken.mockRestore();
  await everything();

  const logged = spies.map((spy) => spy.mock.calls.map((call) => call.map((part) => (part instanceof Error ? `${part.stack}` : JSON.stringify(part, (_, value: unknown) => (value instanceof Error ? `${value.stack} ${String(value.cause)}` : value)))).join(' ')).join('\n')).join('\n');
  const kept = JSON.stringify((await env.DB.prepare('select * from audit_log').all()).results);
  expect(logged).toContain('A page could not be made');
  expect(kept).toContain('signInFailed');
  for (const secret of [password, link ?? 'none', secretLink.split('-').at(-1) ?? 'none', 'kanarienvogelaaaa', max.cookie.split('=')[1] ?? 'none']) {
    expect(secret.length).toBeGreaterThan(10);
    expect(logged).not.toContain(secret);
    expect(kept).not.toContain(secret);
  }
});
