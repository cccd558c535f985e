import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { OwnPage } from '../../src/rules/page.ts';
import { ticketOf } from '../../src/ticket/tickets.ts';
import { everywhere } from '../support/builders.ts';
import { bring, plainMail } from './inbox.ts';
import { ask, origin, signedIn, type Visitor } from './portal-visitor.ts';

const path = '/tickets/427637';
const png = new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0)], 'Bild ä.png', { type: 'image/png' });
const noFile = new File([], '', { type: 'application/octet-stream' });

let anna: Visitor;
let max: Visitor;
beforeAll(async () => {
  [anna, max] = [await signedIn('anna@dtnet.de', 'agent'), await signedIn('max@kunde.example')];
  await signedIn('bert@dtnet.de', 'agent');
  await bring(plainMail({ from: 'max@kunde.example', subject: 'Drucker', headers: ['Cc: boss@kunde.example'] }));
});

describe('a form that is as it should be leads to the ticket', () => {
  test.each([
    ['replies', { text: 'Bitte neu starten.' }],
    ['comments', { text: 'Nur wir.' }],
    ['status', { status: 'waiting' }],
    ['owner', { owner: 'bert@dtnet.de' }],
    ['owner', { owner: '' }],
    ['priority', { priority: '20', final_priority: '80' }],
    ['watchers', { address: 'it@kunde.example', role: 'cc' }],
    ['watchers/remove', { address: 'it@kunde.example', role: 'cc' }],
  ])('%s with %j', async (form, fields) => {
    expect(await anna.post(`${path}/${form}`, fields)).toMatchObject({ status: 303, to: path });
  });

  test('and does what it says', async () => {
    await anna.post(`${path}/status`, { status: 'open' });
    await anna.post(`${path}/owner`, { owner: 'bert@dtnet.de' });
    await anna.post(`${path}/priority`, { priority: '30', final_priority: '90' });

    expect((await ticket()).fields).toMatchObject({ status: 'open', owner: 'bert@dtnet.de', priority: 30, finalPriority: 90 });
  });
});

describe('files', () => {
  test('come with a new ticket, and only those that were chosen (S17)', async () => {
    const { status, to } = await max.post('/tickets', { subject: 'Mit Bild', text: 'Siehe Bild.', cc: 'Boss <boss@kunde.example>; it@kunde.example' }, [png, noFile]);

    const { page } = await max.get(to ?? '');
    const [file = ''] = page.match(/\/tickets\/\d+\/attachments\/[^"]+/) ?? [];
    expect(status).toBe(303);
    expect(page).toContain('it@kunde.example');
    expect(new Set(page.match(/\/attachments\/[^"]+/g)).size).toBe(1);
    const { headers } = await max.get(file);
    expect(headers.get('Content-Type')).toBe('image/png');
    expect(headers.get('Content-Disposition')).toBe("inline; filename=\"Bild a.png\"; filename*=UTF-8''Bild%20%C3%A4.png");
  });

  test('alone are an answer too', async () => {
    expect((await max.post(`${path}/replies`, { text: '' }, [png])).status).toBe(303);
    expect((await ticket()).entries.find((entry) => entry.kind === 'article')).toMatchObject({ article: { text: '', attachments: [{ name: 'Bild ä.png' }] } });
  });

  test('beyond the twentieth are refused, with what was written', async () => {
    const { status, page } = await max.post(`${path}/replies`, { text: 'Viele Bilder' }, Array.from({ length: 21 }, () => png));

    expect(status).toBe(422);
    expect(page).toContain('id="reply-files-error"');
    expect(page).toContain('Viele Bilder');
  });
});

describe('bad input is answered with the form, what was typed, and what is wrong at each field', () => {
  test.each([
    ['replies', { text: ' \n' }, ['reply-text']],
    ['comments', { text: '' }, ['comment-text']],
    ['status', { status: 'finished' }, ['status-status']],
    ['status', {}, ['status-status']],
    ['owner', {}, ['owner-owner']],
    ['owner', { owner: 'nobody' }, ['owner-owner']],
    ['owner', { owner: 'max@kunde.example' }, ['owner-owner']],
    ['owner', { owner: 'ghost@dtnet.de' }, ['owner-owner']],
    ['priority', { priority: 'high', final_priority: '101' }, ['priority-priority', 'priority-final_priority']],
    ['priority', { priority: '10', final_priority: '' }, ['priority-final_priority']],
    ['watchers', { address: 'no address', role: 'emperor' }, ['watchers-address', 'watchers-role']],
    ['watchers', { address: 'it@kunde.example', role: 'agent' }, ['watchers-role']],
    ['watchers', { address: 'boss@kunde.example', role: 'cc' }, ['watchers-address']],
    ['watchers', { address: 'support@dtnet.de', role: 'cc' }, ['watchers-address']],
    ['watchers/remove', { address: 'nobody@kunde.example', role: 'cc' }, ['watchers-address']],
    ['watchers/remove', { address: 'max@kunde.example', role: 'requester' }, ['watchers-address']],
  ])('%s with %j', async (form, fields: Record<string, string>, wrong) => {
    const before = (await ticket()).version;

    for (const answer of [await anna.post(`${path}/${form}`, fields), await anna.post(`${path}/${form}`, fields, [])]) {
      expect(answer.status).toBe(422);
      expect(errorsOn(answer.page)).toEqual(wrong);
      for (const typed of Object.values(fields)) expect(answer.page).toContain(typed);
    }
    expect((await ticket()).version).toBe(before);
  });

  test.each([
    [{}, ['subject', 'text']],
    [{ subject: '', text: 'Mein Text', cc: 'it@kunde.example' }, ['subject']],
    [{ subject: 'Mein Betreff', text: ' ', cc: 'it@' }, ['text', 'cc']],
    [{ subject: '', text: ' ', device: 'Laptop 17', tried: 'Neustart', phone: '0231 17' }, ['subject', 'text']],
  ])('a new ticket with %j', async (fields: Record<string, string>, wrong) => {
    for (const answer of [await max.post('/tickets', fields), await max.post('/tickets', fields, [])]) {
      expect(answer.status).toBe(422);
      expect(errorsOn(answer.page)).toEqual(wrong);
      for (const typed of Object.values(fields)) expect(answer.page).toContain(typed);
    }
  });

  test('past the limits, too', async () => {
    const cc = Array.from({ length: 11 }, (_, n) => `p${n}@kunde.example`).join(' ');

    expect(errorsOn((await max.post('/tickets', { subject: 'x'.repeat(501), text: 'y'.repeat(200_001), cc })).page)).toEqual(['subject', 'text', 'cc']);
    expect(errorsOn((await max.post(`${path}/replies`, { text: 'y'.repeat(200_001) })).page)).toEqual(['reply-text']);
  });

  test('and says that chosen files are to be chosen again', async () => {
    expect(errorsOn((await max.post('/tickets', { subject: '', text: 'Mein Text' }, [png])).page)).toEqual(['subject', 'files']);
  });

  test.each(['replies', 'comments', 'status', 'owner', 'priority', 'watchers', 'watchers/remove'])('%s that is no form at all changes nothing', async (form) => {
    const before = (await ticket()).version;

    expect((await anna.send(`${path}/${form}`, '{"text":"x"}', 'application/json')).status).toBe(422);
    expect((await ticket()).version).toBe(before);
  });
});

test('an answer to a ticket that was closed meanwhile comes back with what was written (S16)', async () => {
  const own = (await max.post('/tickets', { subject: 'Erledigt', text: 'Mein Text.' })).to ?? '';
  await anna.post(`${own}/status`, { status: 'closed' });

  const { status, page } = await max.post(`${own}/replies`, { text: 'Noch eine Frage dazu.' });

  expect(status).toBe(422);
  expect(page).toContain('Noch eine Frage dazu.</textarea>');
  expect(page).toContain('href="/tickets/new"');
  expect((await max.get(own)).page).not.toContain('Noch eine Frage dazu.');
});

test.each([{ Origin: 'https://evil.example' }, { Origin: 'null' }, { Origin: `${origin}.evil.example` }, {}])('a form from elsewhere (%j) is refused, whoever is signed in (SW02)', async (headers) => {
  const before = (await ticket()).version;

  const answer = await ask(`${path}/replies`, { method: 'POST', headers: { ...headers, Cookie: max.cookie }, body: new URLSearchParams({ text: 'Von woanders.' }) });

  expect(answer.status).toBe(403);
  expect((await ticket()).version).toBe(before);
});

async function ticket(): Promise<OwnPage> {
  const page = await ticketOf(env, 427637).page({ address: anna.person.address, role: 'agent', reach: everywhere }, Date.now());
  if (page === null) throw new Error('The ticket is gone');
  return page;
}

/** The ids of the fields that have an error, in order of the page. */
function errorsOn(page: string): string[] {
  return [...page.matchAll(/class="error" id="([\w-]+)-error"/g)].map((found) => found[1] ?? '');
}
