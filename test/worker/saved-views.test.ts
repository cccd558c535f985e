import { beforeAll, describe, expect, test } from 'vitest';
import { bringToTicket, plainMail } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';

let anna: Visitor;
let bert: Visitor;
let printer: number;

beforeAll(async () => {
  anna = await signedIn('anna@dtnet.de', 'agent');
  bert = await signedIn('bert@dtnet.de', 'agent');
  printer = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Drucker' }));
  await bringToTicket(plainMail({ from: 'eva@anderswo.example', subject: 'Router' }));
});

async function keep(agent: Visitor, fields: Record<string, string>): Promise<string> {
  const { to, status } = await agent.post('/desk/views', { sort: 'updated', columns: 'requester', ...fields });
  if (to === null) throw new Error(`The view was not kept: ${status}`);
  return to;
}

describe("an agent's own view", () => {
  test('is a list with its order, its columns and a count', async () => {
    const address = await keep(anna, { name: 'Kunde & Co', q: 'domain:kunde.example is:open', sort: '-due', columns: 'queue' });
    const { page } = await anna.get(address);

    expect(page).toContain('<h1>Kunde &amp; Co</h1>');
    expect(page).toMatch(/<span class="name">Kunde &amp; Co<\/span><span class="count">1<\/span>/);
    expect(page).toContain('<td role="cell" class="c-queue">Support</td>');
    expect(page).not.toContain('class="c-owner"');
    expect(page).toMatch(/\/tickets\/\d+"/g);
    expect(page).toContain(`/tickets/${printer}"`);
    expect(page).not.toContain('Router');
  });

  test('is seen by nobody else until it is shared, and then by every agent', async () => {
    await keep(anna, { name: 'Nur ich', q: 'drucker' });
    const shared = await keep(anna, { name: 'Für alle', q: 'drucker', shared: 'yes' });
    const { page } = await bert.get('/desk');

    expect(page).not.toContain('Nur ich');
    expect(page).toContain('Für alle');
    expect((await bert.get(shared)).page).toContain(`/tickets/${printer}"`);
    expect((await bert.get(shared)).page).not.toContain('Remove this view');
  });

  test('that is no longer there, or not the reader’s, leads to their own tickets', async () => {
    const address = await keep(anna, { name: 'Geheim', q: 'drucker' });

    expect((await bert.get(address)).page).toContain('<h1>My tickets</h1>');
    expect((await anna.get('/desk?saved=99999')).page).toContain('<h1>My tickets</h1>');
  });

  test('takes the place of one with the same name', async () => {
    const first = await keep(anna, { name: 'Wechselnd', q: 'drucker' });
    const second = await keep(anna, { name: 'Wechselnd', q: 'router' });

    expect(second).toBe(first);
    expect((await anna.get(first)).page).toContain('value="router"');
  });

  test('is removed by its own agent alone', async () => {
    const address = await keep(anna, { name: 'Vergänglich', q: 'drucker', shared: 'yes' });
    const id = /saved=(\d+)/.exec(address)?.[1] ?? '';

    expect((await bert.post(`/desk/views/${id}/remove`)).status).toBe(404);
    expect((await anna.get('/desk')).page).toContain('Vergänglich');
    expect((await anna.post(`/desk/views/${id}/remove`)).status).toBe(303);
    expect((await anna.get('/desk')).page).not.toContain('Vergänglich');
  });

  test('needs a name, and says so beside the list', async () => {
    const answer = await anna.post('/desk/views', { name: '  ', q: 'drucker', sort: '', columns: '' });

    expect(answer.status).toBe(422);
    expect(answer.page).toContain('Please give the view a name.');
    expect(answer.page).toContain(`/tickets/${printer}"`);
  });
});

describe('an agent’s views', () => {
  const idOf = (to: string) => to.replace('/desk?saved=', '');
  const names = async (agent: Visitor) => [...(await agent.get('/desk')).page.matchAll(/<span class="name">([^<]+)<\/span>/g)].map(([, name]) => name);

  test('stand in the order in which they were kept, and can be moved', async () => {
    const dora = await signedIn('dora@dtnet.de', 'agent');
    const own = async () => (await names(dora)).filter((name) => 'BAC'.includes(name ?? ''));
    const [, second] = [await keep(dora, { name: 'B', q: 'drucker' }), await keep(dora, { name: 'A', q: 'drucker' })];
    await keep(dora, { name: 'C', q: 'drucker' });
    expect(await own()).toEqual(['B', 'A', 'C']);

    expect(await dora.post(`/desk/views/${idOf(second)}/move`, { way: 'up' })).toMatchObject({ status: 303, to: second });
    expect(await own()).toEqual(['A', 'B', 'C']);
    await dora.post(`/desk/views/${idOf(second)}/move`, { way: 'down' });
    await dora.post(`/desk/views/${idOf(second)}/move`, { way: 'down' });
    expect(await own()).toEqual(['B', 'C', 'A']);
    expect((await anna.post(`/desk/views/${idOf(second)}/move`, { way: 'up' })).status).toBe(404);
  });

  test('get another name, are shared and no longer, by their own agent alone', async () => {
    const emil = await signedIn('emil@dtnet.de', 'agent');
    const to = await keep(emil, { name: 'Vorher', q: 'drucker' });
    await keep(emil, { name: 'Besetzt', q: 'router' });

    expect((await emil.post(`/desk/views/${idOf(to)}`, { name: 'Nachher', shared: 'yes' })).to).toBe(to);
    expect(await names(bert)).toContain('Nachher');
    expect((await bert.post(`/desk/views/${idOf(to)}`, { name: 'Gekapert' })).status).toBe(404);
    await emil.post(`/desk/views/${idOf(to)}`, { name: 'Nachher' });
    expect(await names(bert)).not.toContain('Nachher');
    expect(await names(emil)).toContain('Nachher');

    const taken = await emil.post(`/desk/views/${idOf(to)}`, { name: 'Besetzt' });
    expect([taken.status, taken.page.includes('Another view of yours has this name.')]).toEqual([422, true]);
    expect(taken.page).toMatch(/id="kept-name"[^>]*value="Besetzt"/);
    expect((await emil.post(`/desk/views/${idOf(to)}`, { name: ' ' })).status).toBe(422);
  });

  test('are fifty at most, and each of the fifty can still be changed', async () => {
    const fritz = await signedIn('fritz@dtnet.de', 'agent');
    for (let count = 1; count <= 50; count += 1) await keep(fritz, { name: `Ansicht ${count}`, q: 'drucker' });

    expect((await fritz.post('/desk/views', { name: 'Eine mehr', q: 'drucker', sort: '', columns: '' })).status).toBe(422);
    expect((await fritz.get(await keep(fritz, { name: 'Ansicht 7', q: 'router' }))).page).toContain('value="router"');
  });

  test('are all there: the first twenty with their counts, the others folded until one of them is open', async () => {
    const gustav = await signedIn('gustav@dtnet.de', 'agent');
    for (let count = 1; count <= 49; count += 1) await keep(gustav, { name: `Nummer ${count}`, q: 'drucker' });
    const last = await keep(gustav, { name: 'Nummer 50', q: 'router' });
    const { page } = await gustav.get('/desk');
    const [shown = '', folded = ''] = page.split('<li class="more">');

    expect((await names(gustav)).filter((name) => name?.startsWith('Nummer'))).toEqual(Array.from({ length: 50 }, (_, at) => `Nummer ${at + 1}`));
    expect(shown).toContain('<span class="name">Nummer 20</span><span class="count">1</span>');
    expect(folded).toMatch(/^<details><summary>\d+ more …<\/summary>/);
    expect(folded).toContain('<span class="name">Nummer 21</span></a>');
    expect((await gustav.get(last)).page).toMatch(/<li class="more"><details open=""><summary>.*aria-current="page"[^>]*><span class="name">Nummer 50</s);
  });
});

describe('the columns that somebody chose', () => {
  const columnsOf = (page: string) => [...page.matchAll(/<th role="columnheader" scope="col" class="c-(\w+)"/g)].map(([, column]) => column).slice(1).join(' ');

  test('stay with the view of the desk for which they chose them, for them alone', async () => {
    const before = columnsOf((await bert.get('/desk?view=open')).page);
    expect(await anna.post('/desk/columns', { view: 'open', sort: '-due', columns: 'queue' })).toMatchObject({ status: 303, to: '/desk?view=open&sort=-due' });

    expect(columnsOf((await anna.get('/desk?view=open')).page)).toBe('number subject status queue updated');
    expect(columnsOf((await anna.get('/desk?view=waiting')).page)).toBe('');
    expect(columnsOf((await bert.get('/desk?view=open')).page)).toBe(before);

    await anna.post('/desk/columns', { view: 'open' });
    expect(columnsOf((await anna.get('/desk?view=open')).page)).toBe('number subject status updated');
  });

  test('stay with a view of their own; of somebody else’s and of a search they are in the address', async () => {
    const own = await keep(anna, { name: 'Spalten', q: 'drucker', shared: 'yes' });
    const saved = own.replace('/desk?saved=', '');
    await anna.post('/desk/columns', { saved, columns: 'created' });
    expect(columnsOf((await anna.get(own)).page)).toBe('number subject status created updated');

    expect((await bert.post('/desk/columns', { saved, columns: 'due' })).to).toBe(`${own}&columns=due`);
    expect(columnsOf((await bert.get(own)).page)).toBe('number subject status created updated');
    expect((await anna.post('/desk/columns', { q: 'router', columns: 'due' })).to).toBe('/desk?q=router&columns=due');
  });
});
