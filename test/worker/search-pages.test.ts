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

describe('the hits while one types', () => {
  test('are the first tickets that the page would have, with the words marked and a count to be read out', async () => {
    const { page } = await agent.get('/desk/hits?q=fehlerb');

    expect(page).toContain(`role="option" aria-selected="false" id="hit-${number}" href="/tickets/${number}"`);
    expect(page).toContain('Vor &lt;b&gt;<mark>Fehlerb</mark>ild&lt;/b&gt;');
    expect(page).toContain('data-says="1 hit, arrow down leads there"');
  });

  test('begin with the ticket of that very number, and are at most eight', async () => {
    for (let count = 0; count < 9; count += 1) await bringToTicket(plainMail({ from: `t${count}@viele.example`, subject: `Toner zu ${number}` }));
    const numbers = [...(await agent.get(`/desk/hits?q=%23${number}`)).page.matchAll(/id="hit-(\d+)"/g)].map(([, one]) => Number(one));

    expect(numbers[0]).toBe(number);
    expect(numbers).toHaveLength(8);
    expect(new Set(numbers).size).toBe(8);
  });

  test('follow the filters of a query, and are none where nothing is asked', async () => {
    expect((await agent.get('/desk/hits?q=is%3Aopen+inventar')).page).toContain(`hit-${number}`);
    expect((await agent.get('/desk/hits?q=is%3Aclosed+inventar')).page).toContain('data-says="No hits"');
    expect((await agent.get('/desk/hits?q=%20')).page).not.toContain('role="option"');
  });

  test('of a requester are of their own tickets, without comments (P08, W04)', async () => {
    const eva = await signedIn('eva@anderswo.example');

    expect((await max.get('/tickets/hits?q=fehlerbild')).page).toContain(`hit-${number}`);
    expect((await max.get('/tickets/hits?q=vertragsproblem')).page).not.toContain('hit-');
    expect((await eva.get('/tickets/hits?q=fehlerbild')).page).not.toContain('hit-');
    expect((await agent.get('/tickets/hits?q=fehlerbild')).to).toBe('/desk/hits?q=fehlerbild');
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
