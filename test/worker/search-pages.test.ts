import { beforeAll, describe, expect, test } from 'vitest';
import { bringToTicket, plainMail } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';

let agent: Visitor;
let max: Visitor;
let number: number;

beforeAll(async () => {
  agent = await signedIn('anna@dtnet.de', 'agent');
  max = await signedIn('max@kunde.example');
  const boundary = ['--b', 'Content-Type: text/plain; charset=utf-8', '', 'Vor <b>Fehlerbild</b> nach & mit Straße.', '--b', 'Content-Type: text/csv; name=inventarliste.csv', 'Content-Disposition: attachment', '', 'a;b', '--b--', ''].join('\r\n');
  const mail = plainMail({ from: 'max@kunde.example', subject: 'Drucker <i>streikt</i>' });
  number = await bringToTicket(mail.replace('text/plain; charset=utf-8', 'multipart/mixed; boundary=b').replace(/Text \d+\.\r\n$/, boundary));
  await agent.post(`/tickets/${number}/comments`, { text: 'Unter uns: Vertragsproblem.' });
});

describe('the page of a search', () => {
  test('marks the words in the subject and in the text, and shows the rest as it was written', async () => {
    const { page } = await agent.get('/desk?q=drucker+fehlerbild+strasse');

    expect(page).toContain('<mark>Drucker</mark> &lt;i&gt;streikt&lt;/i&gt;');
    expect(page).toContain('Vor &lt;b&gt;<mark>Fehlerbild</mark>&lt;/b&gt; nach &amp; mit <mark>Straße</mark>.');
  });

  test('finds a file by its name', async () => {
    expect((await agent.get('/desk?q=inventar')).page).toContain('<mark>inventar</mark>liste.csv');
  });

  test('shows what was searched for in its field, and says when nothing was found', async () => {
    const { page } = await agent.get('/desk?q=%22%3E%3Cscript%3E');

    expect(page).toContain('value="&quot;&gt;&lt;script&gt;"');
    expect(page).toContain('Nothing was found for');
  });

  test('leads to the ticket with that number, if there is one', async () => {
    expect((await agent.get(`/desk?q=%23${number}`)).to).toBe(`/tickets/${number}`);
    expect((await agent.get('/desk?q=999999999')).to).toBeNull();
  });

  test('shows a requester their own, without comments (P08)', async () => {
    const own = await max.get('/tickets?q=fehlerbild');
    const secret = await max.get('/tickets?q=vertragsproblem');

    expect(own.page).toContain(`/tickets/${number}`);
    expect(secret.page).not.toContain(`/tickets/${number}`);
    expect((await agent.get('/desk?q=vertragsproblem')).page).toContain('Unter uns: <mark>Vertragsproblem</mark>.');
  });
});
