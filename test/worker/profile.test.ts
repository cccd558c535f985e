import { describe, expect, test } from 'vitest';
import { defaultChoices } from '../../src/rules/letter-choices.ts';
import { bringToTicket, plainMail } from './inbox.ts';
import { personWith, signedIn } from './portal-visitor.ts';

const noon = Date.UTC(2026, 10, 20, 12);

describe('the own profile', () => {
  test('is name, language and zone, and says that it is saved', async () => {
    const reader = await signedIn('reader@kunde.example');

    const saved = await reader.post('/profile', { name: 'Rita Leserin', language: 'de', zone: 'America/New_York' });

    expect(saved).toMatchObject({ status: 303, to: '/profile?saved=yes' });
    expect(await personWith('reader@kunde.example')).toMatchObject({ name: 'Rita Leserin', language: 'de', zone: 'America/New_York' });
    expect((await reader.get('/profile?saved=yes')).page).toContain('Gespeichert.');
  });

  test('has all times of all pages in the reader’s zone, and in the desk’s if they chose none (W10)', async () => {
    const [far, near] = [await signedIn('far@kunde.example'), await signedIn('near@kunde.example')];
    await far.post('/profile', { name: '', language: 'en', zone: 'Asia/Tokyo' });
    const number = await bringToTicket(plainMail({ from: 'far@kunde.example', subject: 'Zones', headers: ['Cc: near@kunde.example'] }), { at: noon });

    expect((await far.get('/tickets')).page).toMatch(/title="[^"]*21:00:00 GMT\+9"/);
    expect((await far.get(`/tickets/${number}`)).page).toMatch(/title="[^"]*21:00:00 GMT\+9"/);
    expect((await near.get('/tickets')).page).toMatch(/title="[^"]*13:00:00 CET"/);
  });

  test('asks agents alone which letters they want (P01)', async () => {
    const [agent, customer] = [await signedIn('agent@dtnet.de', 'agent'), await signedIn('customer@kunde.example')];

    const wanted = { letters_new: 'at-once', letters_mine: 'digest', letters_overdue: 'never' };
    await agent.post('/profile', { name: 'Anna', language: 'en', zone: '', ...wanted });
    await customer.post('/profile', { name: 'Karl', language: 'en', zone: '', ...wanted });

    expect((await personWith('agent@dtnet.de')).letters).toEqual({ new: 'at-once', mine: 'digest', mentioned: 'at-once', overdue: 'never' });
    expect((await personWith('customer@kunde.example')).letters).toEqual(defaultChoices);
    expect((await agent.get('/profile')).page).toMatch(/name="letters_mine".*?value="digest" selected/);
    expect((await customer.get('/profile')).page).not.toContain('letters_');
  });

  test('takes no time for letters that nobody can choose', async () => {
    const agent = await signedIn('odd@dtnet.de', 'agent');

    expect((await agent.post('/profile', { name: '', language: 'en', zone: '', letters_new: 'hourly' })).status).toBe(422);
    expect((await personWith('odd@dtnet.de')).letters).toEqual(defaultChoices);
  });

  test.each([{ language: 'fr', zone: '' }, { language: 'en', zone: 'Mars/Olympus' }])('comes back with what is wrong and what was typed: %j', async (wrong) => {
    const reader = await signedIn('wrong@kunde.example');

    const answer = await reader.post('/profile', { name: 'Typed', ...wrong });

    expect(answer.status).toBe(422);
    expect(answer.page).toContain('value="Typed"');
    expect(answer.page).toContain('aria-invalid="true"');
    expect((await personWith('wrong@kunde.example')).name).toBe('');
  });

  test('leads to the ways in, they lead back, and the bar’s name leads here', async () => {
    const reader = await signedIn('paths@kunde.example');

    expect((await reader.get('/profile')).page).toContain('href="/profile/security"');
    expect((await reader.get('/profile/security')).page).toContain('class="bar-name" href="/profile"');
    expect((await reader.get('/profile/security')).page).toMatch(/<a href="\/profile">/);
  });
});
