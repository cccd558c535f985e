import { beforeAll, describe, expect, test } from 'vitest';
import { bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';

let agent: Visitor;
let max: Visitor;
let number: number;

beforeAll(async () => {
  agent = await signedIn('anna@dtnet.de', 'agent');
  max = await signedIn('max@kunde.example');
  number = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Plotter' }));
});

describe('labels', () => {
  test('are put on and taken off, and the history has who did it', async () => {
    const put = await agent.post(`/tickets/${number}/labels`, { label: 'Vor Ort, <b>Büro</b>' });
    await agent.post(`/tickets/${number}/labels`, { remove: '<b>Büro</b>' });
    const { page } = await agent.get(`/tickets/${number}`);

    expect(put.status).toBe(303);
    expect((await ticketPage(number)).labels).toEqual(['Vor Ort']);
    expect(page).toContain('put the label “&lt;b&gt;Büro&lt;/b&gt;” on');
    expect(page).toContain('took the label “&lt;b&gt;Büro&lt;/b&gt;” off');
  });

  test('narrow lists down in any spelling, and stand in them', async () => {
    const found = await agent.get('/desk?q=label:%22VOR+ORT%22');
    const others = await agent.get('/desk?q=-label:%22vor+ort%22');

    expect(found.page).toMatch(/<span class="label hue-\d+">Vor Ort<\/span>/);
    expect(found.page).toContain(`/tickets/${number}"`);
    expect(others.page).not.toContain(`/tickets/${number}"`);
  });

  test('that a ticket bears are offered on others', async () => {
    const other = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Anderes' }));

    expect((await agent.get(`/tickets/${other}`)).page).toContain('<option value="Vor Ort">');
  });

  test('are nothing that an outsider sees or finds', async () => {
    const { page } = await max.get(`/tickets/${number}`);

    expect(page).not.toMatch(/Vor Ort|label “/);
    expect((await max.get('/tickets?q=ort')).page).not.toContain(`/tickets/${number}"`);
  });

  test('have to be words', async () => {
    expect((await agent.post(`/tickets/${number}/labels`, { label: ' , ' })).page).toContain('Please type a label.');
  });
});
