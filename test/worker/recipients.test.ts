import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { ticketOf } from '../../src/ticket/tickets.ts';
import { anna, bring, bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';
import { boss, max } from './vector-scene.ts';

const expert = 'experte@hersteller.example';
const png = new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47)], 'Bild.png', { type: 'image/png' });

let annasBrowser: Visitor;
beforeAll(async () => {
  annasBrowser = await signedIn(anna.address, 'agent');
});

describe('an answer', () => {
  test('goes to everybody who is ticked, and the page ticks everybody (P02)', async () => {
    const number = await aTicket();
    const { page } = await annasBrowser.get(`/tickets/${number}`);
    expect([...page.matchAll(/<input type="checkbox" name="to" value="([^"]+)" checked/g)].map(([, address]) => address)).toEqual([max, boss]);

    await annasBrowser.post(`/tickets/${number}/replies`, { text: 'Nur für Max.', to: max, among: `${max}` });
    expect(await answersTo(number)).toEqual([max, boss]);
  });

  test('leaves out who was unticked; one without the requester is no contact with them (P03, L03)', async () => {
    const number = await aTicket();
    await annasBrowser.post(`/tickets/${number}/replies`, { text: 'Nur für Boss.', to: boss, among: max });

    expect(await answersTo(number)).toEqual([boss]);
    expect((await ticketPage(number)).fields).toMatchObject({ status: 'open', lastContactAt: null });
  });

  test('also goes once to somebody who is not on the ticket, without what was said before, and never again (P07)', async () => {
    const number = await aTicket();
    await annasBrowser.post(`/tickets/${number}/replies`, { text: 'Kennen Sie das?', once: expert });
    await annasBrowser.post(`/tickets/${number}/replies`, { text: 'Noch etwas.' });
    await env.TICKETS.getByName(String(number)).drain();

    const letters = (await ticketPage(number)).entries.flatMap((entry) => entry.letters).filter(({ to }) => to.address === expert);
    expect(letters).toMatchObject([{ kind: 'correspondence', state: 'sent' }]);
    expect((await ticketPage(number)).people.map(({ address }) => address)).not.toContain(expert);
    expect((await (await signedIn(expert)).get(`/tickets/${number}`)).status).toBe(404);
  });

  test('goes once to nobody who is no address, is one of ours, or comes from a customer (P04, P07)', async () => {
    const number = await aTicket();
    const wrong = await annasBrowser.post(`/tickets/${number}/replies`, { text: 'x', once: 'kein Mensch' });
    const own = await annasBrowser.post(`/tickets/${number}/replies`, { text: 'x', once: 'support@dtnet.de' });
    const customers = await (await signedIn(max)).post(`/tickets/${number}/replies`, { text: 'x', once: expert });

    expect([wrong.status, own.status, customers.status]).toEqual([422, 422, 403]);
    expect(wrong.page).toContain('id="reply-once-error"');
    expect(await answersTo(number)).toEqual([]);
  });
});

describe('before an answer is sent', () => {
  test('its writer is told once of a file that is missing, and the files there are stay with it', async () => {
    const number = await aTicket();
    const first = await annasBrowser.post(`/tickets/${number}/replies`, { text: 'Anbei die Anleitung.' });
    const second = await annasBrowser.post(`/tickets/${number}/replies`, { text: 'Anbei die Anleitung.', warned: 'missingFile' });

    expect([first.status, second.status]).toEqual([422, 303]);
    expect(first.page).toContain('The text says “Anbei”, but no file is attached.');
    expect(first.page).toContain('<input type="hidden" name="warned" value="missingFile"');
    expect(first.page).toContain('>Anbei die Anleitung.</textarea>');
  });

  test('its writer is told of a password, and chosen files need not be chosen again (S18)', async () => {
    const number = await aTicket();
    const { status, page } = await annasBrowser.post(`/tickets/${number}/replies`, { text: 'Passwort: Sommer2024!' }, [png]);
    const [, kept = ''] = /name="kept" value="(\w+)"/.exec(page) ?? [];

    const sent = await annasBrowser.post(`/tickets/${number}/replies`, { text: 'Siehe Bild.', kept, warned: 'credentials' });

    expect([status, sent.status]).toEqual([422, 303]);
    expect((await ticketPage(number)).entries.find((entry) => entry.kind === 'article')).toMatchObject({ article: { text: 'Siehe Bild.', attachments: [{ name: 'Bild.png' }] } });
  });

  test('its writer is told of somebody who came since the last answer', async () => {
    const number = await aTicket();
    await annasBrowser.post(`/tickets/${number}/replies`, { text: 'Ist er an?' });
    await bring(plainMail({ from: max, subject: `[dtnet.de #${number}]`, headers: ['Cc: neu@kunde.example'] }));

    const { status, page } = await annasBrowser.post(`/tickets/${number}/replies`, { text: 'Dann bitte neu starten.' });

    expect(status).toBe(422);
    expect(page).toContain('neu@kunde.example came onto the ticket since the last answer');
  });

  test('a customer is told nothing of the kind', async () => {
    const number = await aTicket();
    expect((await (await signedIn(max)).post(`/tickets/${number}/replies`, { text: 'Anbei die Anleitung.' })).status).toBe(303);
  });
});

async function aTicket(): Promise<number> {
  const number = await bringToTicket(plainMail({ from: max, subject: 'Drucker', headers: [`Cc: ${boss}`] }));
  await ticketOf(env, number).act({ kind: 'changeStatus', to: 'waiting' }, anna, Date.now());
  await ticketOf(env, number).act({ kind: 'changeStatus', to: 'open' }, anna, Date.now());
  return number;
}

/** Who got answers, in the order of the letters. */
async function answersTo(number: number): Promise<string[]> {
  const { entries } = await ticketPage(number);
  return entries.toReversed().flatMap((entry) => entry.letters).filter(({ kind }) => kind === 'correspondence').map(({ to }) => to.address);
}
