import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { listAudit } from '../../src/directory/audit-log.ts';
import { ticketOf } from '../../src/ticket/tickets.ts';
import { rawMail } from '../support/raw-mail.ts';
import { anna, articlesOf, bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';

const canary = 'Kanarienvogel-7391';
const mail = (subject: string) =>
  rawMail({
    from: 'Max Muster <max@kunde.example>',
    to: 'support@dtnet.de',
    subject,
    text: `Guten Tag,\n\nPasswort: ${canary}\nPIN fürs Tor 4711`,
    html: `<p>Guten <b>Tag</b>,</p><p title="${canary}">Passwort: ${canary}<br>PIN fürs Tor 4711</p>`,
    files: [{ name: 'zugang.txt', type: 'text/plain', bytes: new TextEncoder().encode(canary) }],
  });

let agent: Visitor;
let max: Visitor;
let root: Visitor;
beforeAll(async () => {
  [agent, max, root] = [await signedIn(anna.address, 'agent'), await signedIn('max@kunde.example'), await signedIn('root@dtnet.de', 'admin')];
});

const redact = (who: Visitor, number: number, article: number, fields: Record<string, string>) => who.post(`/tickets/${number}/articles/${article}/redact`, fields);

/** Every row of the ticket object, as text. */
async function everythingKept(number: number): Promise<string> {
  return runInDurableObject(env.TICKETS.getByName(String(number)), (_, { storage }) => {
    const tables = storage.sql.exec<{ name: string }>("select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\'").toArray();
    return JSON.stringify(tables.map(({ name }) => storage.sql.exec(`select * from "${name}"`).toArray()));
  });
}

describe('a mail that seems to hold a password', () => {
  test('warns agents at its text, and nobody else (S18)', async () => {
    const number = await bringToTicket(mail('Zugang'));
    const way = `/tickets/${number}/articles/1/redact`;

    expect((await agent.get(`/tickets/${number}`)).page).toMatch(new RegExp(`This seems to hold a password.*href="${way}"`, 's'));
    expect((await max.get(`/tickets/${number}`)).page).not.toContain('This seems to hold a password');
    expect((await max.get(`/tickets/${number}`)).page).not.toContain(way);
  });

  test('asks before it is taken out, saying that it is for good; looking changes nothing (S18, W03)', async () => {
    const number = await bringToTicket(mail('Zugang'));

    const { page } = await agent.get(`/tickets/${number}/articles/1/redact`);
    expect(page).toContain('This cannot be undone');
    expect(page).toContain(`value="${canary}" checked`);
    expect((await articlesOf(number))[0]?.text).toContain(canary);
    for (const refused of [await max.get(`/tickets/${number}/articles/1/redact`), await redact(max, number, 1, { passage: canary })]) expect(refused.status).toBe(403);
  });

  test('has it nowhere afterwards: not in what is kept, on pages, as sent, in files or the source (S18)', async () => {
    const number = await bringToTicket(mail('Zugang'));
    const [file] = (await articlesOf(number))[0]?.attachments ?? [];

    expect(await redact(agent, number, 1, { passage: canary, more: ' 4711 \n' })).toMatchObject({ status: 303, to: `/tickets/${number}#article-1` });

    expect(await everythingKept(number)).not.toContain(canary);
    expect((await articlesOf(number))[0]).toMatchObject({ text: 'Guten Tag,\n\nPasswort: █████\nPIN fürs Tor █████', attachments: [], redacted: true });
    const path = `/tickets/${number}/articles/1`;
    for (const reader of [agent, max, root]) {
      for (const shown of [`/tickets/${number}`, path, `${path}?view=text`, `${path}/html`]) expect((await reader.get(shown)).page).not.toContain(canary);
      for (const gone of [`${path}/source`, `${path}?view=source`, `/tickets/${number}/attachments/${file?.id}/zugang.txt`]) expect((await reader.get(gone)).status).toBe(404);
    }
    expect((await agent.get(`${path}/html`)).page).toContain('<b>Tag</b>');
    expect((await max.get(`/tickets/${number}`)).page).toContain('A passage was taken out of this text.');
  });

  test('is not read at the door either, once it is on a ticket (S18)', async () => {
    const number = await bringToTicket(mail('Zugang'));
    const { intake } = (await articlesOf(number))[0] ?? {};

    for (const way of ['', '/source', '/html', '/files/0/zugang.txt']) expect((await root.get(`/desk/door/${intake}${way}`)).status).toBe(404);
  });

  test('leaves a line in the history for agents, and an entry in the audit log, both without it (S14, SW18)', async () => {
    const number = await bringToTicket(mail('Zugang'));

    await redact(agent, number, 1, { passage: canary });

    expect((await agent.get(`/tickets/${number}`)).page).toContain('took a passage out of a text');
    expect((await max.get(`/tickets/${number}`)).page).not.toContain('took a passage out of a text');
    const { rows } = await listAudit(env.DB, { by: null, action: 'redacted', ticket: number, from: null, until: null }, 1);
    expect(rows).toMatchObject([{ by: anna.address, target: '1' }]);
    expect(JSON.stringify(rows)).not.toContain(canary);
  });
});

describe('a form that names nothing of the text', () => {
  test.each([
    [{}, 'Please choose or enter'],
    [{ more: 'ab' }, 'at least 3 characters'],
    [{ more: 'steht da nicht' }, 'None of these passages is in the text.'],
  ])('%j changes nothing and says so (S18)', async (fields, said) => {
    const number = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Ohne' }));
    const { version } = await ticketPage(number);

    const answer = await redact(agent, number, 1, fields);

    expect(answer.status).toBe(422);
    expect(answer.page).toContain(said);
    expect((await ticketPage(number)).version).toBe(version);
  });
});

describe('on a ticket that others became part of', () => {
  test('it goes from the originals too, through every merge, and does not come back when they are separated (S18, T13)', async () => {
    const [first, second, third] = [await bringToTicket(mail('Eins')), await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Zwei' })), await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Drei' }))];
    await agent.post(`/tickets/${first}/merge`, { into: String(second) });
    await agent.post(`/tickets/${second}/merge`, { into: String(third) });
    const copy = (await articlesOf(third)).find((article) => article.path.at(-1) === first);

    expect((await redact(agent, third, copy?.id ?? 0, { passage: canary })).status).toBe(303);

    for (const number of [first, second, third]) expect(await everythingKept(number)).not.toContain(canary);
    await agent.post(`/tickets/${second}/unmerge`);
    await agent.post(`/tickets/${first}/unmerge`);
    expect((await articlesOf(first))[0]).toMatchObject({ redacted: true, attachments: [] });
  });

  test('the one that is part of it takes nothing by itself (T13)', async () => {
    const [first, into] = [await bringToTicket(mail('Eins')), await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Zwei' }))];
    await agent.post(`/tickets/${first}/merge`, { into: String(into) });

    expect((await redact(agent, first, 1, { passage: canary })).status).toBe(403);
    expect(await ticketOf(env, first).redact({ article: 1, passages: [canary], survivor: null }, anna, Date.now())).toEqual({ ok: false, refusal: 'merged' });
  });
});
