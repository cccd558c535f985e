import { createExecutionContext, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { setRole } from '../../src/directory/people.ts';
import { endSessionsOf } from '../../src/directory/sessions.ts';
import { portal } from '../../src/portal/portal.tsx';
import { anna, bring, bringToTicket, plainMail } from './inbox.ts';
import { origin, signedIn, type Visitor } from './portal-visitor.ts';

const max = 'max@kunde.example';
let agent: Visitor;
let colleague: Visitor;
let customer: Visitor;
beforeAll(async () => {
  agent = await signedIn(anna.address, 'agent');
  colleague = await signedIn('carl@dtnet.de', 'agent');
  customer = await signedIn(max);
});

type Told = { kind: string; looking?: string[]; writing?: string[] };
type Page = { told: Told[]; changes: () => number; say: (what: string) => void; code: () => number | null; close: () => void };

/** A page of theirs that watches; what it is told is in `told`. */
async function watch(who: Visitor, path: string, headers: Record<string, string> = {}): Promise<Page> {
  const answer = await portal.fetch(new Request(origin + path, { headers: { Cookie: who.cookie, Upgrade: 'websocket', Origin: origin, ...headers } }), env, createExecutionContext());
  const socket = answer.webSocket;
  if (socket === null) throw new Error(`No socket: ${answer.status}`);
  const told: Told[] = [];
  let code: number | null = null;
  socket.addEventListener('message', ({ data }) => { told.push(JSON.parse(String(data))); });
  socket.addEventListener('close', (closed) => { code = closed.code; });
  socket.accept();
  onTestFinished(() => socket.close());
  return { told, changes: () => told.filter(({ kind }) => kind === 'changed').length, say: (what) => socket.send(what), code: () => code, close: () => socket.close(1000) };
}

const opened = (subject: string) => bringToTicket(plainMail({ from: max, subject }));
const soon = (fact: () => void) => vi.waitFor(fact, { timeout: 20_000 });
const present = (page: Page) => page.told.findLast(({ kind }) => kind === 'presence');

describe('a ticket page', () => {
  test('is told when an answer or a mail arrives, without what it says', async () => {
    const number = await opened('Live');
    const [atAgent, atCustomer] = [await watch(agent, `/tickets/${number}/live`), await watch(customer, `/tickets/${number}/live`)];

    await colleague.post(`/tickets/${number}/replies`, { text: 'Ein geheimer Text' });

    await soon(() => expect([atAgent.changes() > 0, atCustomer.changes() > 0]).toEqual([true, true]));
    expect(JSON.stringify([atAgent.told, atCustomer.told])).not.toContain('geheim');
  });

  test('of a customer is told nothing of a comment, nor of anything else that they do not see (P08)', async () => {
    const number = await opened('Still');
    await colleague.post(`/tickets/${number}/replies`, { text: 'Wir sehen es uns an.' });
    // What becomes of its letter is for everybody to see, so it is to be over.
    await runInDurableObject(env.TICKETS.getByName(String(number)), (object) => object.drain());
    const [atAgent, atCustomer, list] = [await watch(agent, `/tickets/${number}/live`), await watch(customer, `/tickets/${number}/live`), await watch(customer, '/live')];
    await soon(() => expect(present(atAgent)).toBeDefined());
    const before = [atCustomer.changes(), list.changes()];

    await colleague.post(`/tickets/${number}/comments`, { text: 'Nur unter uns' });
    await colleague.post(`/tickets/${number}/priority`, { priority: '9', final_priority: '90' });
    await soon(() => expect(atAgent.changes()).toBeGreaterThan(1));
    const after = [atCustomer.changes(), list.changes()];
    await colleague.post(`/tickets/${number}/replies`, { text: 'Es ist repariert.' });
    await soon(() => expect(atCustomer.changes()).toBeGreaterThan(before[0] ?? 0));

    expect(after).toEqual(before);
    expect(atCustomer.told.filter(({ kind }) => kind === 'presence')).toEqual([]);
  });

  test('of an agent shows which other agents look at the ticket and which of them write; it forgets who left', async () => {
    const number = await opened('Anwesend');
    const [first, second] = [await watch(agent, `/tickets/${number}/live`), await watch(colleague, `/tickets/${number}/live`)];
    await watch(customer, `/tickets/${number}/live`);
    await soon(() => expect(present(first)).toEqual({ kind: 'presence', looking: ['carl@dtnet.de'], writing: [] }));

    second.say('writing');
    await soon(() => expect(present(first)).toEqual({ kind: 'presence', looking: [], writing: ['carl@dtnet.de'] }));
    expect(present(second)).toEqual({ kind: 'presence', looking: [anna.address], writing: [] });

    second.close();
    await soon(() => expect(present(first)).toEqual({ kind: 'presence', looking: [], writing: [] }));
  });

  test('of a customer who says that they write is not listened to', async () => {
    const number = await opened('Kunde schreibt');
    const [atAgent, atCustomer] = [await watch(agent, `/tickets/${number}/live`), await watch(customer, `/tickets/${number}/live`)];

    atCustomer.say('writing');
    await colleague.post(`/tickets/${number}/replies`, { text: 'Guten Tag' });

    await soon(() => expect(atAgent.changes()).toBeGreaterThan(0));
    expect(atAgent.told.filter(({ writing }) => writing !== undefined && writing.length > 0)).toEqual([]);
  });

  test('is told nothing any more once its session is over, and closes', async () => {
    const number = await opened('Abgemeldet');
    const gone = await signedIn('gone@dtnet.de', 'agent');
    const [atGone, atAgent] = [await watch(gone, `/tickets/${number}/live`), await watch(agent, `/tickets/${number}/live`)];
    await endSessionsOf(env.DB, gone.person.id, { except: '' });

    await colleague.post(`/tickets/${number}/replies`, { text: 'Danach' });

    await soon(() => expect([atAgent.changes() > 0, atGone.code()]).toEqual([true, 4401]));
    expect(atGone.changes()).toBe(0);
  });

  test('closes for whoever was taken off the ticket, and for an agent who is none any more', async () => {
    const number = await bringToTicket(plainMail({ from: max, subject: 'Entfernt', headers: ['Cc: boss@kunde.example'] }));
    const [boss, former] = [await signedIn('boss@kunde.example'), await signedIn('former@dtnet.de', 'agent')];
    const [atBoss, atFormer] = [await watch(boss, `/tickets/${number}/live`), await watch(former, `/tickets/${number}/live`)];
    await setRole(env.DB, former.person.id, 'requester');

    await agent.post(`/tickets/${number}/watchers/remove`, { address: 'boss@kunde.example', role: 'cc' });

    await soon(() => expect([atBoss.code(), atFormer.code()]).toEqual([4403, 4401]));
    expect([atBoss.changes(), atFormer.changes()]).toEqual([0, 0]);
  });

  test('watches nothing from another site, and no ticket that its reader may not see (W05)', async () => {
    const number = await opened('Fremd');

    await expect(watch(agent, `/tickets/${number}/live`, { Origin: 'https://evil.example' })).rejects.toThrow('403');
    await expect(watch(await signedIn('stranger@evil.example'), `/tickets/${number}/live`)).rejects.toThrow('404');
  });
});

describe('a list', () => {
  test('is told of every change on the desk, and that of a customer of changes to their own tickets alone', async () => {
    const other = await signedIn('other@kunde.example');
    const [desk, own, others] = [await watch(agent, '/live'), await watch(customer, '/live'), await watch(other, '/live')];

    const number = await opened('Neu auf der Liste');

    await soon(() => expect([desk.changes() > 0, own.changes() > 0]).toEqual([true, true]));
    await agent.post(`/tickets/${number}/status`, { status: 'closed' });
    await soon(() => expect(own.changes()).toBeGreaterThan(1));
    expect(others.changes()).toBe(0);
  });
});
