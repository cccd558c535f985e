import { runInDurableObject } from 'cloudflare:test';
import { env, withEnv } from 'cloudflare:workers';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { readSecretToken, seal, secretToken, unseal } from '../../src/ticket/sealed-text.ts';
import type { TicketObject } from '../../src/ticket/ticket-object.ts';
import { bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { ask, origin, signedIn, type Answer, type Visitor } from './portal-visitor.ts';

const canary = 'Kanarienvogel-7391';

let anna: Visitor;
let bert: Visitor;
let max: Visitor;
let boss: Visitor;
let number: number;
beforeAll(async () => {
  [anna, bert] = [await signedIn('anna@dtnet.de', 'agent'), await signedIn('bert@dtnet.de', 'admin')];
  [max, boss] = [await signedIn('max@kunde.example'), await signedIn('boss@kunde.example')];
  number = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Drucker', headers: ['Cc: boss@kunde.example'] }));
});
afterEach(() => vi.restoreAllMocks());

/** Asks, and finds the link where the requester finds it. */
async function asked(label: string): Promise<{ id: number; link: string }> {
  await anna.post(`/tickets/${number}/secrets`, { label });
  const id = (await ticketPage(number)).secrets.at(-1)?.id ?? 0;
  const link = [...(await max.get(`/tickets/${number}`)).page.matchAll(/\/secrets\/\d+-(\d+)-[\w-]{43}/g)].find((found) => Number(found[1]) === id)?.[0] ?? '';
  return { id, link };
}

const give = (link: string, secret: string) => ask(link, { method: 'POST', headers: { Origin: origin }, body: new URLSearchParams({ secret }) });
const see = (who: Visitor, id: number) => who.post(`/tickets/${number}/secrets/${id}/see`);

/** Every row of the ticket object, as text. */
async function everythingKept(): Promise<string> {
  return runInDurableObject(env.TICKETS.getByName(String(number)), (_, { storage }) => {
    const tables = storage.sql.exec<{ name: string }>("select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\'").toArray();
    return JSON.stringify(tables.map(({ name }) => storage.sql.exec(`select * from "${name}"`).toArray()));
  });
}

describe('a credential that was asked for', () => {
  test('is typed in by whoever has the link, seen once by who asked, then gone (S18)', async () => {
    const { id, link } = await asked('WLAN Büro');

    expect((await ask(link)).page).toContain('WLAN Büro');
    expect(await give(link, canary)).toMatchObject({ status: 303, to: link });
    expect(await everythingKept()).not.toContain(canary);

    const seen = await see(anna, id);
    expect(seen.page).toContain(canary);
    expect(seen.headers.get('Cache-Control')).toBe('no-store');
    expect((await see(anna, id)).page).not.toContain(canary);
    expect((await ticketPage(number)).entries.flatMap((entry) => (entry.kind === 'fact' ? [entry.fact.kind] : []))).toEqual(expect.arrayContaining(['secretAsked', 'secretGiven', 'secretEnded']));
    expect(await everythingKept()).toMatch(/"state":"seen","until":\d+,"sealed":null/);
  });

  test('is shown to nobody else, on no page and in no log (S18)', async () => {
    const logged = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
    const { id, link } = await asked('VPN');
    await give(link, canary);

    for (const other of [bert, max, boss]) expect((await see(other, id)).page).not.toContain(canary);
    for (const reader of [anna, bert, max, boss]) expect((await reader.get(`/tickets/${number}`)).page).not.toContain(canary);
    expect((await ask(link)).page).not.toContain(canary);
    expect((await see(anna, id)).page).toContain(canary);
    expect(JSON.stringify(logged.map((spy) => spy.mock.calls))).not.toContain(canary);
  });

  test('is kept as it was typed first; looking at the link uses nothing up (W03)', async () => {
    const { id, link } = await asked('Router');

    await Promise.all([ask(link), ask(link)]);
    expect((await give(link, ' ')).status).toBe(422);
    await give(link, 'first');
    await give(link, 'second');
    expect((await see(anna, id)).page).toContain('>first</pre>');
  });

  test('is not given any more once it is withdrawn (S18)', async () => {
    const { id, link } = await asked('Fax');

    await bert.post(`/tickets/${number}/secrets/${id}/withdraw`);
    expect((await ask(link)).status).toBe(410);
    expect((await give(link, canary)).status).toBe(410);
    expect(await everythingKept()).not.toContain('"state":"given"');
  });

  test('is deleted unseen when its time is over, and the history says so (S18)', async () => {
    const { link } = await asked('Alt');
    await give(link, canary);

    await runInDurableObject(env.TICKETS.getByName(String(number)), async (object: TicketObject, { storage }) => {
      storage.sql.exec("update secrets set until = 1 where state = 'given'");
      await object.drain();
    });

    expect((await ticketPage(number)).entries[0]).toMatchObject({ fact: { kind: 'secretEnded', how: 'expired' }, by: null });
    expect(await everythingKept()).not.toContain('"state":"given"');
  });

  test('is asked of the requester alone: others on the ticket learn nothing of it (S18)', async () => {
    await asked('Tresor');

    expect((await boss.get(`/tickets/${number}`)).page).not.toContain('Tresor');
    expect((await max.get(`/tickets/${number}`)).page).toContain('Tresor');
  });

  test('stands above all else on the requester’s ticket until it is given, for agents never (S18)', async () => {
    const { link } = await asked('Alarmanlage');
    const above = async (who: Visitor) => (await who.get(`/tickets/${number}`)).page.split('class="ticket"')[0] ?? '';

    expect(await above(max)).toContain(link);
    expect(await above(anna)).not.toContain('Alarmanlage');
    await give(link, canary);
    expect(await above(max)).not.toContain('Alarmanlage');
  });
});

test('a form without a word of what for comes back with what is wrong', async () => {
  const { status, page } = await anna.post(`/tickets/${number}/secrets`, { label: ' ' });

  expect(status).toBe(422);
  expect(page).toContain('id="secrets-label-error"');
  expect((await max.post(`/tickets/${number}/secrets`, { label: 'x' })).status).toBe(403);
});

describe('a token', () => {
  const token = () => secretToken({ number: 427637, secret: 3 }) ?? '';

  test('names its own credential and no other (SW09)', () => {
    expect(readSecretToken(token())).toEqual({ number: 427637, secret: 3 });
    expect(readSecretToken(token().replace('427637-3-', '427637-4-'))).toBeNull();
    expect(readSecretToken(token().replace('427637-', '427638-'))).toBeNull();
  });

  test.each(['', 'x', '427637-3-', `427637-3-${'A'.repeat(43)}`, `0-1-${'A'.repeat(43)}`])('that was never one opens the page that says so: "%s" (SW09)', async (wrong) => {
    expect(readSecretToken(wrong)).toBeNull();
    expect((await ask(`/secrets/${wrong}`)).status).toBe(wrong === '' ? 404 : 410);
  });
});

test('sealed text opens at its own place only, and under its own key only (S18)', async () => {
  const place = { number: 1, secret: 2 };
  const sealed = await seal(canary, place);

  expect(await unseal(sealed, place)).toBe(canary);
  expect(await unseal(sealed, { number: 2, secret: 2 })).toBeNull();
  expect(await withEnv({ ...env, SECRETS_KEY: 'another key that is long enough for it' }, () => unseal(sealed, place))).toBeNull();
});

test.each(['', 'too short'])('without a real key nothing is asked for, and the page says how to get one (S18): "%s"', async (key) => {
  const answers: Answer[] = [];
  await withEnv({ ...env, SECRETS_KEY: key }, async () => answers.push(await anna.post(`/tickets/${number}/secrets`, { label: 'Tür' })));

  expect(answers.map(({ status }) => status)).toEqual([422]);
  expect(answers[0]?.page).toContain('wrangler secret put SECRETS_KEY');
});
