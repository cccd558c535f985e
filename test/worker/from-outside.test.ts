/** What a mail or a request from outside may say, and what it changes nothing by. */

import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { intakeTotals } from '../../src/directory/intake.ts';
import { portal } from '../../src/portal/portal.tsx';
import { rawMail } from '../support/raw-mail.ts';
import { anna, articlesOf, bring, bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { ask, origin, signedIn, type Visitor } from './portal-visitor.ts';

let agent: Visitor;
let max: Visitor;
beforeAll(async () => {
  [agent, max] = [await signedIn(anna.address, 'agent'), await signedIn('max@kunde.example')];
});

describe('a mail that is sent to the web', () => {
  const paths = [...new Set(portal.routes.filter(({ path }) => !path.endsWith('*')).map(({ path }) => path))].map((path) => path.replaceAll(/:\w+/g, '1'));

  test.each([...paths, '/email', '/inbound', '/cdn-cgi/local/email', '/api/mail'])('becomes none at %s (SA07)', async (path) => {
    const before = await intakeTotals(env.DB);
    const body = plainMail({ from: 'max@kunde.example', subject: 'Durch die Hintertür' });

    for (const headers of [{ Origin: origin }, { Origin: origin, Cookie: agent.cookie }, { Origin: 'https://evil.example' }]) {
      for (const type of ['message/rfc822', 'application/octet-stream', 'application/json']) {
        await ask(path, { method: 'POST', headers: { ...headers, 'Content-Type': type }, body });
      }
    }

    expect(await intakeTotals(env.DB)).toEqual(before);
  });
});

describe('a header that only desks write', () => {
  test.each(['X-Vorgang-Status: closed', 'X-Vorgang-Comment: yes', 'X-RT-Command-By-Mail: Status: resolved', 'X-RT-Loop-Prevention: dtnet.de', 'X-Zammad-Ticket-Owner: anna@dtnet.de', 'X-OTRS-State: closed', 'Content-Language: xx', 'List-Unsubscribe-Post: x', 'X-Auto-Response-Suppress: OOF'])('%s has no effect on the ticket it comes to (SJ10, A18)', async (header) => {
    const number = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Drucker' }));
    const before = await ticketPage(number);

    await bring(plainMail({ from: 'max@kunde.example', subject: `[dtnet.de #${number}] Drucker`, headers: [header] }));

    const { fields, people } = await ticketPage(number);
    expect({ fields, people }).toEqual({ fields: before.fields, people: before.people });
    expect((await articlesOf(number)).map(({ kind }) => kind)).toEqual(['correspondence', 'correspondence']);
  });
});

describe('somebody in Bcc', () => {
  test('is on no page but the source for agents, joins nothing and is written to by nobody (SJ14)', async () => {
    const number = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Vertraulich', headers: ['Cc: boss@kunde.example', 'Bcc: heimlich@kunde.example'] }));
    await agent.post(`/tickets/${number}/replies`, { text: 'Wird erledigt.' });

    const page = await ticketPage(number);
    expect(page.people.map((person) => person.address)).toEqual(['max@kunde.example', 'boss@kunde.example', anna.address]);
    expect(page.entries.flatMap((entry) => entry.letters.map((letter) => letter.to.address))).not.toContain('heimlich@kunde.example');
    for (const shown of [`/tickets/${number}`, `/tickets/${number}/articles/1?view=text`]) {
      for (const reader of [max, agent]) expect((await reader.get(shown)).page).not.toContain('heimlich');
    }
    expect((await agent.get(`/tickets/${number}/articles/1/source`)).page).toContain('heimlich');
  });
});

describe('the files of a mail', () => {
  test('are kept under random names, and named to the browser as they look (SH07)', async () => {
    const bytes = new TextEncoder().encode('x');
    const names = ['../../raw/secret.txt', '.\u200bhtaccess', 'rechnung\u202efdp.exe', 'a\r\nSet-Cookie: session=x.txt'];
    const number = await bringToTicket(rawMail({ from: 'max@kunde.example', to: 'support@dtnet.de', subject: 'Namen', text: 'x', files: names.map((name) => ({ name, type: 'text/plain', bytes })) }));

    const files = (await articlesOf(number))[0]?.attachments ?? [];

    expect(files).toHaveLength(names.length);
    for (const { id, key, name } of files) {
      const { headers } = await max.get(`/tickets/${number}/attachments/${id}/x`);
      expect(key).toMatch(/^files\/[\da-f-]{32,36}$/);
      expect(id).toMatch(/^[\da-f-]{32,36}$/);
      expect(name).not.toMatch(/[\u0000-\u001f\u200b\u202e/\\]/);
      expect(headers.get('Set-Cookie')).toBeNull();
      expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename="[^"\r\n/\\]*"/);
    }
  });
});

describe('the HTML parts of one mail', () => {
  test('cannot reach into each other: what one leaves open ends with it (SH12)', async () => {
    const part = (html: string) => ['--b', 'Content-Type: text/html; charset=utf-8', '', html].join('\r\n');
    const parts = [part('<p>Eins</p><a href="https://evil.example/?'), part('<p>Geheim</p>'), part('<!-- offen'), part('<p title="x>Drei</p>'), part('<p>Vier <b>fett</b></p>')].join('\r\n');
    const raw = plainMail({ from: 'max@kunde.example', subject: 'Teile', text: `${parts}\r\n--b--` }).replace('text/plain; charset=utf-8', 'multipart/mixed; boundary=b');
    const number = await bringToTicket(raw);

    const { page } = await max.get(`/tickets/${number}/articles/1/html`);

    expect(page).toContain('<p>Geheim</p>');
    expect(page).toContain('Vier <b>fett</b>');
    expect(page).not.toMatch(/href="https:\/\/evil\.example[^"]*Geheim/);
  });
});

describe('whoever is no agent', () => {
  test.each(['/admin/people', '/admin/people?search=max', '/admin/people?who=customers', '/desk', '/desk?q=max', '/desk/intake'])('looks nobody up at %s (SW19)', async (path) => {
    const { status, page } = await max.get(path);

    expect(status).toBe(403);
    expect(page).not.toContain('anna@dtnet.de');
  });
});
