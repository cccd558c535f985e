import { beforeAll, describe, expect, test } from 'vitest';
import { bringToTicket, plainMail } from './inbox.ts';
import { ask, signedIn, type Visitor } from './portal-visitor.ts';

let anna: Visitor;
/** Newest first, as the list has them. */
const numbers: number[] = [];

beforeAll(async () => {
  anna = await signedIn('anna@dtnet.de', 'agent');
  for (let count = 0; count < 53; count += 1) numbers.unshift(await bringToTicket(plainMail({ from: `p${count}@viele.example`, subject: `Anliegen ${count}` })));
});

const LIST = '/desk?view=open&sort=number';

/** A browser that keeps what the desk tells it of lists; `get` follows nothing. */
async function browsing(visitor: Visitor) {
  let kept = '';
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await ask(path, { headers: { Cookie: [visitor.cookie, kept].join('; '), ...headers } });
    kept = /^list=[^;]*/.exec(answer.headers.getSetCookie().find((one) => one.startsWith('list=')) ?? '')?.[0] ?? kept;
    return answer;
  };
  const beside = async (number: number | undefined, side: 'newer' | 'older') => (await get(`/desk/neighbour?of=${number}&side=${side}`)).to;
  return { get, beside };
}

describe('from a ticket', () => {
  test('the ways lead to its neighbours in the list one came from, in its order', async () => {
    const { get, beside } = await browsing(anna);
    await get(LIST);
    const { page } = await get(`/tickets/${numbers[1]}`);

    expect(page).toContain('<a class="to-list" href="/desk?view=open&amp;sort=number">');
    expect(page).toContain(`<a rel="prev" href="/desk/neighbour?of=${numbers[1]}&amp;side=newer">`);
    expect(await beside(numbers[1], 'newer')).toBe(`/tickets/${numbers[0]}`);
    expect(await beside(numbers[1], 'older')).toBe(`/tickets/${numbers[2]}`);
  });

  test('they go on over the end of the page and back, and the list one comes back to is then that page', async () => {
    const { get, beside } = await browsing(anna);
    await get(LIST);

    expect(await beside(numbers[49], 'older')).toBe(`/tickets/${numbers[50]}`);
    expect((await get(`/tickets/${numbers[50]}`)).page).toContain(`class="to-list" href="/desk?view=open&amp;sort=number&amp;after=${numbers[49]}%7E${numbers[49]}"`);
    expect(await beside(numbers[50], 'older')).toBe(`/tickets/${numbers[51]}`);
    expect(await beside(numbers[50], 'newer')).toBe(`/tickets/${numbers[49]}`);
    expect(await beside(numbers[49], 'newer')).toBe(`/tickets/${numbers[48]}`);
  });

  test('the page says so at either end of the list', async () => {
    const { get, beside } = await browsing(anna);
    await get(LIST);
    const first = await beside(numbers[0], 'newer');
    await get(`${LIST}&after=${numbers[49]}~${numbers[49]}`);
    const last = await beside(numbers[52], 'older');

    expect([first, last]).toEqual([`/tickets/${numbers[0]}?end=newer`, `/tickets/${numbers[52]}?end=older`]);
    expect((await get(first ?? '')).page).toContain('This is the first ticket of the list.');
    expect((await get(last ?? '')).page).toContain('This is the last ticket of the list.');
  });

  test('they stay where they were while the ticket itself moves in the list', async () => {
    const { get, beside } = await browsing(anna);
    await get('/desk?view=open');
    await anna.post(`/tickets/${numbers[3]}/comments`, { text: 'Nachgesehen.' });

    expect(await beside(numbers[3], 'older')).toBe(`/tickets/${numbers[4]}`);
  });

  test('there are none for whoever came from elsewhere, or for somebody else at that browser', async () => {
    const { get, beside } = await browsing(anna);
    expect((await get(`/tickets/${numbers[1]}`)).page).not.toContain('class="neighbours"');
    expect(await beside(numbers[1], 'older')).toBe(`/tickets/${numbers[1]}`);

    const list = (await ask(LIST, { headers: { Cookie: anna.cookie } })).headers.getSetCookie().find((one) => one.startsWith('list='))?.split(';')[0];
    const carl = await signedIn('carl@dtnet.de', 'agent');
    expect((await ask(`/tickets/${numbers[1]}`, { headers: { Cookie: `${carl.cookie}; ${list}` } })).page).not.toContain('class="neighbours"');
    expect((await ask(`/tickets/${numbers[1]}`, { headers: { Cookie: `${anna.cookie}; list=%7Bbroken` } })).status).toBe(200);
  });

  test('a list that follows by itself in another window does not take the place of the one that was looked at', async () => {
    const { get, beside } = await browsing(anna);
    await get(LIST);
    await get('/desk?view=closed', { 'Sec-Fetch-Dest': 'empty' });

    expect(await beside(numbers[1], 'older')).toBe(`/tickets/${numbers[2]}`);
  });
});
