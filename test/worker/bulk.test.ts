import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';

let anna: Visitor;
let bert: Visitor;

beforeAll(async () => {
  anna = await signedIn('anna@dtnet.de', 'agent');
  bert = await signedIn('bert@dtnet.de', 'agent');
});

let made = 0;
async function three(): Promise<number[]> {
  const numbers: number[] = [];
  for (let count = 0; count < 3; count += 1) numbers.push(await bringToTicket(plainMail({ from: `p${(made += 1)}@kunde.example`, subject: `Bündel ${made}` })));
  return numbers;
}

const change = (agent: Visitor, act: string, numbers: number[], value = '') => agent.post('/desk/bulk', { act, value, numbers: numbers.join() });
const owners = (numbers: number[]) => Promise.all(numbers.map(async (number) => (await ticketPage(number)).fields.owner));
const statuses = (numbers: number[]) => Promise.all(numbers.map(async (number) => (await ticketPage(number)).fields.status));

describe('the page before a change of many tickets', () => {
  test('shows which they are and how many, and changes nothing', async () => {
    const numbers = await three();
    await anna.post(`/tickets/${numbers[0]}/owner`, { owner: 'bert@dtnet.de' });
    const { page, status } = await anna.get(`/desk/bulk?act=owner:bert@dtnet.de&value=&scope=selected&${numbers.map((number) => `number=${number}`).join('&')}`);

    expect(status).toBe(200);
    expect(page).toContain('<h1>Change 2 tickets?</h1>');
    expect(page).toContain('One more is so already');
    expect(page).toContain(`name="numbers" value="${numbers[1]},${numbers[2]}"`);
    expect(await owners(numbers)).toEqual(['bert@dtnet.de', null, null]);
  });

  test('takes a whole view, by the words of its query', async () => {
    const numbers = await three();
    const { page } = await anna.get(`/desk/bulk?act=label&value=Eilig&scope=view&q=requester:p${made}@kunde.example`);

    expect(page).toContain('<h1>Change 1 ticket?</h1>');
    expect(page).toContain(`name="numbers" value="${numbers[2]}"`);
  });

  test('says of a view of more than are changed at once how many there are, and takes as many', async () => {
    await env.DB.batch(Array.from({ length: 501 }, (_, at) => env.DB.prepare("insert into tickets (number, subject, queue, status, priority, final_priority, created_at, starts_at, due_at, updated_at, version, requester_name, owner_name, requester_domain) values (?, 'Viele', 1, 'open', 5, 50, 1, 1, 1, ?, 1, '', '', 'viele.example')").bind(900_000 + at, at)));
    const { page } = await anna.get('/desk/bulk?act=owner:anna@dtnet.de&scope=view&q=domain:viele.example');
    await env.DB.prepare("delete from tickets where requester_domain = 'viele.example'").run();

    expect(page).toContain('<h1>Change 500 tickets?</h1>');
    expect(page).toContain('There are 501; 500 are changed at once.');
    expect(/name="numbers" value="([\d,]+)"/.exec(page)?.[1]?.split(',')).toHaveLength(500);
    expect(page.match(/id="ticket-9\d{5}"/g)).toHaveLength(50);
    expect(page).toContain('and 450 more');
  });

  test('says what is missing', async () => {
    const { page, status } = await anna.get('/desk/bulk?act=priority&value=high&scope=view&view=open');

    expect(status).toBe(422);
    expect(page).toContain('Please choose what to change');
  });

  test.each([['due', 'Due: '], ['until', 'They wait until ']])('understands the words of a moment for %s, and hands on the moment itself', async (act, says) => {
    const [number] = await three();
    const { page } = await anna.get(`/desk/bulk?act=${act}&value=2030-12-01+14:00&scope=selected&number=${number}`);

    expect(page).toContain(says);
    expect(page).toMatch(/1 Dec(ember)? 2030/);
    expect(page).toContain(`name="act" value="${act}:${Date.UTC(2030, 11, 1, 13)}"`);
  });

  test.each(['due', 'until'])('says which words are no moment for %s, or one that is over', async (act) => {
    const [number] = await three();
    const unread = await anna.get(`/desk/bulk?act=${act}&value=soonish&scope=selected&number=${number}`);
    const past = await anna.get(`/desk/bulk?act=${act}&value=2020-12-01&scope=selected&number=${number}`);

    expect([unread.status, past.status]).toEqual([422, 422]);
    expect(unread.page).toContain('This is no moment that we understand. Such as: tomorrow 9');
    expect(past.page).toContain('This moment is over already.');
    for (const kept of ['value="soonish"', `name="number" value="${number}"`, `name="act" value="${act}"`, 'name="scope" value="selected"']) expect(unread.page).toContain(kept);
  });
});

describe('a change of many tickets', () => {
  test.each<[string, string, string]>([
    ['owner:anna@dtnet.de', '', 'anna@dtnet.de'],
    ['label', 'Eilig', 'Eilig'],
    ['priority', '77', '77'],
    ['status:waiting', '', 'waiting'],
    ['due:1922360400000', '', '1922360400000'],
    ['until:1922360400000', '', '1922360400000'],
  ])('by %s is told to each of them, and undone on each', async (act, value, found) => {
    const numbers = await three();
    const facts = async () => Promise.all(numbers.map(async (number) => {
      const { fields, labels } = await ticketPage(number);
      return JSON.stringify([fields.owner, fields.status, fields.priority, fields.finalPriority, fields.dueAt, fields.waitingUntil, labels]);
    }));
    const before = await facts();
    const { to } = await change(anna, act, numbers, value);
    const after = await facts();
    const shown = await anna.get(to ?? '');
    await anna.post(`${to}/undo`);

    expect(after.every((one) => one.includes(found))).toBe(true);
    expect(shown.page).toContain('<h1>3 tickets changed</h1>');
    expect(await facts()).toEqual(before);
    expect((await anna.get(to ?? '')).page).toContain('<h1>3 tickets as before</h1>');
  });

  test('reaches all of them where they are more than are told at once, and so does its undoing', async () => {
    const numbers: number[] = [];
    for (let count = 0; count < 25; count += 1) numbers.push(await bringToTicket(plainMail({ from: `v${count}@mehr.example`, subject: `Viele ${count}` })));
    const { page } = await anna.get('/desk/bulk?act=owner:anna@dtnet.de&scope=view&q=domain:mehr.example');
    const asked = /name="numbers" value="([\d,]+)"/.exec(page)?.[1]?.split(',').map(Number) ?? [];
    const { to } = await change(anna, 'owner:anna@dtnet.de', asked);
    const after = await owners(numbers);
    await anna.post(`${to}/undo`);

    expect(asked.toSorted((one, other) => one - other)).toEqual(numbers);
    expect(new Set(after)).toEqual(new Set(['anna@dtnet.de']));
    expect(new Set(await owners(numbers))).toEqual(new Set([null]));
    expect((await anna.get(to ?? '')).page).toContain('<h1>25 tickets as before</h1>');
  });

  test('is not undone where something happened since, which the page says', async () => {
    const numbers = await three();
    const { to } = await change(anna, 'owner:anna@dtnet.de', numbers);
    await bert.post(`/tickets/${numbers[1]}/status`, { status: 'waiting' });
    await anna.post(`${to}/undo`);
    const { page } = await anna.get(to ?? '');

    expect(await owners(numbers)).toEqual([null, 'anna@dtnet.de', null]);
    expect(page).toContain('2 tickets as before');
    expect(page).toContain('Something happened on it since');
  });

  test('that closed them is undone with its letters, while those wait', async () => {
    const numbers = await three();
    const { to } = await change(anna, 'status:closed', numbers);
    const closed = await statuses(numbers);
    await anna.post(`${to}/undo`);

    expect(closed).toEqual(['closed', 'closed', 'closed']);
    expect(await statuses(numbers)).toEqual(['new', 'new', 'new']);
  });

  test('goes on with the others where one refuses', async () => {
    const numbers = await three();
    const missing = 999_999_999;
    const { to } = await change(anna, 'owner:anna@dtnet.de', [...numbers, missing]);
    const { page } = await anna.get(to ?? '');

    expect(await owners(numbers)).toEqual(['anna@dtnet.de', 'anna@dtnet.de', 'anna@dtnet.de']);
    expect(page).toContain('3 tickets changed');
    expect(page).toContain(`#${missing}`);
    expect(page).toContain('There is no such ticket');
  });

  test('is seen and undone by nobody but its agent', async () => {
    const { to } = await change(anna, 'owner:anna@dtnet.de', await three());

    expect((await bert.get(to ?? '')).status).toBe(404);
    expect((await bert.post(`${to}/undo`)).status).toBe(404);
  });

  test('is refused where nothing can be read of it', async () => {
    expect((await anna.post('/desk/bulk', { act: 'status:purple', value: '', numbers: '1' })).status).toBe(422);
    expect((await anna.post('/desk/bulk', { act: 'status:open', value: '', numbers: 'x,-1' })).status).toBe(422);
  });
});
