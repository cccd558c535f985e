import { beforeAll, describe, expect, test } from 'vitest';
import { anna, bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';
import { max } from './vector-scene.ts';

const restart = { shortcut: '::Neustart', de: 'Guten Tag {{kunde}},\nbitte starten Sie neu. #{{nummer}}', en: 'Please restart.' };

let admin: Visitor;
let agent: Visitor;
beforeAll(async () => {
  [admin, agent] = [await signedIn('root@dtnet.de', 'admin'), await signedIn(anna.address, 'agent')];
  await admin.post('/admin/canned', restart);
});

describe('canned answers', () => {
  test('are made, changed and deleted by admins', async () => {
    expect(await admin.post('/admin/canned', { ...restart, shortcut: 'anruf' })).toMatchObject({ status: 303, to: '/admin/canned' });
    const id = await idOf('anruf');
    await admin.post('/admin/canned', { id, shortcut: 'rückruf', de: 'Wir rufen an.', en: '' });
    expect((await admin.get('/admin/canned')).page).toContain('Wir rufen an.');

    await admin.post('/admin/canned', { id, remove: '1' });
    expect((await admin.get('/admin/canned')).page).not.toContain('Wir rufen an.');
  });

  test.each([
    ['shortcut', { shortcut: 'zwei Worte', de: 'x', en: '' }],
    ['shortcut', { shortcut: 'NEUSTART', de: 'x', en: '' }],
    ['de', { shortcut: 'leer', de: ' ', en: '' }],
  ])('with a wrong %s come back with what was typed: %j', async (field, fields) => {
    const { status, page } = await admin.post('/admin/canned', fields);

    expect(status).toBe(422);
    expect(page).toContain(`id="${field}-0-error"`);
    expect(page).toContain(`value="${fields.shortcut.toLowerCase()}"`);
  });

  test('are inserted beneath what is written, filled, in the customer’s language, without any script (P15)', async () => {
    const number = await bringToTicket(plainMail({ from: `Max Muster <${max}>`, subject: 'Drucker', text: 'Guten Tag, der Drucker druckt nicht. Mit freundlichen Grüßen' }));
    const { page } = await agent.get(`/tickets/${number}`);
    expect(page).toContain('::neustart');

    expect((await agent.post(`/tickets/${number}/draft`, { text: 'Danke!', canned: 'neustart', insert: '1' })).status).toBe(303);

    expect((await ticketPage(number)).drafts).toMatchObject([{ text: `Danke!\n\nGuten Tag Max Muster,\nbitte starten Sie neu. #${number}` }]);
  });

  test('are not shown to customers', async () => {
    const number = await bringToTicket(plainMail({ from: max, subject: 'Drucker' }));
    expect((await (await signedIn(max)).get(`/tickets/${number}`)).page).not.toContain('::neustart');
  });
});

async function idOf(shortcut: string): Promise<string> {
  const { page } = await admin.get('/admin/canned');
  return new RegExp(`::${shortcut}</b>[\\s\\S]*?name="id" value="(\\d+)"`).exec(page)?.[1] ?? '';
}
