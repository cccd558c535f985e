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

describe('the page of a list', () => {
  test('has the words of its view in the search line, and is that view again if they are sent', async () => {
    const german = await signedIn('gerda@dtnet.de', 'agent', 'de');

    expect((await agent.get('/desk?view=nobody')).page).toContain('value="owner:nobody is:open"');
    const { page } = await german.get('/desk?q=besitzer%3Aniemand+ist%3Aoffen');
    expect(page).toContain('<h1>Vorgänge ohne Besitzer (Dispatcher)</h1>');
    expect(page).toContain(`/tickets/${number}`);
  });

  test('says what it could not understand', async () => {
    const { page } = await agent.get('/desk?q=status%3Apurple+queue%3Anowhere+drucker');

    expect(page).toContain('“status:purple” could not be understood');
    expect(page).toContain('“queue:nowhere” could not be understood');
  });

  test('shows the columns that were chosen, also none, and sorts by them', async () => {
    const some = (await agent.get('/desk?view=open&columns=&columns=queue&columns=created')).page;
    const none = (await agent.get('/desk?view=open&columns=')).page;

    expect(some).toContain('<td role="cell" class="c-queue">');
    expect(some).not.toContain('<td role="cell" class="c-owner">');
    expect(some).toContain('/desk?view=open&amp;sort=number&amp;columns=queue%2Ccreated');
    expect(none).not.toContain('<td role="cell" class="c-requester">');
  });
});
