import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { OwnPage } from '../../src/rules/page.ts';
import { ticketOf } from '../../src/ticket/tickets.ts';
import { everywhere } from '../support/builders.ts';
import { bring, plainMail } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';

/** Every form of a ticket, filled in as it should be. */
const forms: [string, Record<string, string>][] = [
  ['replies', { text: 'Von mir.' }],
  ['comments', { text: 'Von mir.' }],
  ['status', { status: 'closed' }],
  ['owner', { owner: '' }],
  ['priority', { priority: '1', final_priority: '2' }],
  ['undo', { at: '1' }],
  ['letters/1', { how: 'again' }],
  ['due', { due: 'tomorrow' }],
  ['wait', { until: 'tomorrow' }],
  ['articles/1/read-again', {}],
  ['watchers', { address: 'eve@evil.example', role: 'cc' }],
  ['watchers/remove', { address: 'anna@dtnet.de', role: 'agent' }],
  ['watchers/share-history', { address: 'boss@kunde.example' }],
  ['watchers/make-requester', { address: 'boss@kunde.example', role: 'requester' }],
  ['watchers/try-again', { address: 'boss@kunde.example' }],
  ['watchers/unmute', { address: 'boss@kunde.example' }],
];
const canary = 'KANARIE-4711';

let anna: Visitor;
let max: Visitor;
let boss: Visitor;
let eve: Visitor;
let path: string;
let secretFile: string;

beforeAll(async () => {
  anna = await signedIn('anna@dtnet.de', 'agent');
  [max, boss, eve] = [await signedIn('max@kunde.example'), await signedIn('boss@kunde.example'), await signedIn('eve@evil.example')];
  await bring(plainMail({ from: 'max@kunde.example', subject: 'Vertraulich', headers: ['Cc: boss@kunde.example'] }));
  path = '/tickets/427637';
  await anna.post(`${path}/comments`, { text: canary }, [new File(['nur intern'], 'intern.txt', { type: 'text/plain' })]);
  secretFile = /\/tickets\/\d+\/attachments\/[^"]+/.exec((await anna.get(path)).page)?.[0] ?? '';
});

describe('somebody who is not on the ticket', () => {
  test('finds it in no list', async () => {
    for (const list of ['/tickets', '/tickets?status=closed']) expect((await eve.get(list)).page).not.toContain('Vertraulich');
    expect((await max.get('/tickets')).page).toContain('Vertraulich');
  });

  test.each(['', '/articles/1/source', '/articles/1/html', '/articles/2/html'])('gets the page of a missing ticket for its address%s (W05)', async (below) => {
    const [there, missing] = [await eve.get(path + below), await eve.get(`/tickets/999999${below}`)];

    expect(there.status).toBe(404);
    expect(withoutReference(there.page)).toBe(withoutReference(missing.page).replaceAll('999999', '427637'));
  });

  test.each(forms)('changes nothing by sending %s, and learns nothing by it (W05)', async (form, fields) => {
    const before = await ticket();

    for (const sent of [fields, {}]) {
      const [there, missing] = [await eve.post(`${path}/${form}`, sent), await eve.post(`/tickets/999999/${form}`, sent)];
      expect(there.status).toBe(404);
      expect(withoutReference(there.page)).toBe(withoutReference(missing.page).replaceAll('999999', '427637'));
    }

    expect(await ticket()).toEqual(before);
  });

  test('does not get its files, not even by way of their own ticket (W07)', async () => {
    const own = (await eve.post('/tickets', { subject: 'Meiner', text: 'Mein Text.' })).to ?? '';

    for (const file of [secretFile, secretFile.replace(path, own)]) expect((await eve.get(file)).status).toBe(404);
  });
});

describe('a requester', () => {
  test.each(forms.filter(([form]) => form !== 'replies'))('may not send %s, and is told so (S10)', async (form, fields) => {
    const before = await ticket();

    for (const sent of [fields, {}]) expect((await max.post(`${path}/${form}`, sent)).status).toBe(403);

    expect(await ticket()).toEqual(before);
  });

  test('sees no comment, no file of one, and no form but the reply (S13, P08)', async () => {
    const { page } = await max.get(path);

    for (const part of [canary, 'intern.txt', `${path}/comments`, `${path}/status`, `${path}/owner`, `${path}/priority`, `action="${path}/watchers"`]) {
      expect(page).not.toContain(part);
    }
    expect(page).toContain(`action="${path}/replies"`);
    for (const address of [secretFile, `${path}/articles/2/html`, `${path}/articles/1/source`]) expect((await max.get(address)).status).toBe(404);
    expect((await anna.get(secretFile)).page).toBe('nur intern');
  });

  test.each(['/desk', '/desk?view=open', '/desk/door', '/desk/intake'])('is told that %s is not for them (W05)', async (address) => {
    const answer = await max.get(address);

    expect(answer.status).toBe(403);
    expect(answer.page).not.toContain('Vertraulich');
  });
});

describe('somebody in Cc', () => {
  test('sees it, and may take themselves off it, but nobody else (W04, P06)', async () => {
    await anna.post(`${path}/watchers`, { address: 'late@kunde.example', role: 'cc' });
    const late = await signedIn('late@kunde.example');

    expect((await late.get(path)).status).toBe(200);
    expect((await late.post(`${path}/watchers/remove`, { address: 'boss@kunde.example', role: 'cc' })).status).toBe(403);
    expect(await late.post(`${path}/watchers/remove`, { address: 'late@kunde.example', role: 'cc' })).toMatchObject({ status: 303, to: '/tickets' });

    expect((await late.get(path)).status).toBe(404);
    expect((await boss.get(path)).status).toBe(200);
  });

  test('who joins by a later mail does not see what was said before (SJ21)', async () => {
    const number = Number((await max.post('/tickets', { subject: 'Lang', text: 'Das war vorher.' }, [])).to?.split('/').at(-1));
    await bring(plainMail({ from: 'max@kunde.example', subject: `[dtnet.de #${number}]`, text: 'Das ist jetzt.', headers: ['Cc: newcomer@kunde.example'] }));

    const { status, page } = await (await signedIn('newcomer@kunde.example')).get(`/tickets/${number}`);

    expect(status).toBe(200);
    expect(page).toContain('Das ist jetzt.');
    expect(page).not.toContain('Das war vorher.');
  });
});

/** All there is to know of the ticket but the letters’ way out, which goes on meanwhile. */
async function ticket(): Promise<Omit<OwnPage, 'entries'> & { entries: unknown[] }> {
  const page = await ticketOf(env, 427637).page({ address: anna.person.address, role: 'agent', reach: everywhere }, 0);
  if (page === null) throw new Error('The ticket is gone');
  return { ...page, entries: page.entries.map(({ letters, ...entry }) => ({ ...entry, letters: letters.map(({ kind, to }) => [kind, to]) })) };
}

function withoutReference(page: string): string {
  return page.replace(/\b[0-9A-F]{8}\b/g, 'REFERENCE');
}
