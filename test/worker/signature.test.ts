import { beforeAll, describe, expect, test } from 'vitest';
import { bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';

let admin: Visitor;
let anna: Visitor;
let max: Visitor;
let number: number;
beforeAll(async () => {
  admin = await signedIn('admin@dtnet.de', 'admin');
  anna = await signedIn('anna@dtnet.de', 'agent');
  max = await signedIn('max@kunde.example', 'requester', 'de');
  number = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Plotter' }));
  await admin.post('/admin/queues/1', { signature_de: 'dtnet GmbH', signature_en: 'dtnet Ltd' });
  await anna.post('/profile', { name: 'Anna Agentin', language: 'en', zone: '', signature_de: 'Gruß,\r\n{{bearbeiter}}', signature_en: '' });
});

describe('a signature', () => {
  test('stands below the box to answer in, in the requester’s language, and in the preview', async () => {
    const { page } = await anna.get(`/tickets/${number}`);
    const { to } = await anna.post(`/tickets/${number}/draft`, { text: 'Erledigt.', preview: '1' });

    for (const shown of [page, (await anna.get(to ?? '')).page]) expect(shown).toMatch(/class="signature">.*Gruß,\nAnna Agentin\n\ndtnet GmbH/s);
    expect(page.match(/class="signature"/g)).toHaveLength(1);
  });

  test('is no part of what was said', async () => {
    await anna.post(`/tickets/${number}/replies`, { text: 'Erledigt.' });

    expect((await ticketPage(number)).entries.find((entry) => entry.kind === 'article')).toMatchObject({ article: { text: 'Erledigt.' } });
    expect((await max.get(`/tickets/${number}`)).page).not.toMatch(/Anna Agentin\n|dtnet GmbH/);
  });

  test('that is too long is told to be', async () => {
    const wrong = await anna.post('/profile', { name: 'Anna', language: 'en', zone: '', signature_de: 'x'.repeat(2001) });
    const queue = await admin.post('/admin/queues/1', { signature_en: 'x'.repeat(2001) });

    expect(wrong).toMatchObject({ status: 422 });
    expect(wrong.page).toContain('id="signature_de-error"');
    expect(queue).toMatchObject({ status: 422 });
    expect(queue.page).toContain('id="signature_en-error"');
  });

  test('is nothing that customers have', async () => {
    await max.post('/profile', { name: 'Max', language: 'de', zone: '', signature_de: 'Ich' });

    expect((await max.get('/profile')).page).not.toContain('signature_de');
  });
});
