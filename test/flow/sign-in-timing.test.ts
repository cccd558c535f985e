import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDesk, type Desk } from '../support/desk.ts';
import { mailTo, sendMail } from '../support/local-mail.ts';
import { linkIn } from '../support/visitor.ts';

const ACCOUNTS = 8;
const SAMPLES = 40;
let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
  for (let n = 0; n < ACCOUNTS; n++) await someoneWithPassword(`known${n}@kunde.example`);
});
afterAll(() => desk.stop());

async function someoneWithPassword(address: string): Promise<void> {
  await sendMail(desk, { from: address, to: desk.supportAddress, subject: 'Drucker', text: 'druckt nicht' });
  await mailTo(desk, address);
  await post('/password/forgotten', { email: address });
  const link = linkIn(await mailTo(desk, address), `${desk.url}/password/new`);
  await post(link.slice(desk.url.length), { password: 'blau trompete regal', password_again: 'blau trompete regal' });
}

function post(path: string, fields: Record<string, string>, network = '203.0.113.1'): Promise<Response> {
  const headers = { Origin: desk.url, 'CF-Connecting-IP': network, 'Accept-Language': 'de' };
  return fetch(desk.url + path, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) });
}

async function tried(path: string, email: string, fields: Record<string, string>, network: string): Promise<{ took: number; said: string }> {
  const began = performance.now();
  const answer = await post(path, { email, ...fields }, network);
  const body = await answer.text();
  const headers = [...answer.headers].filter(([name]) => name !== 'date').map(([name, value]) => `${name}: ${value}`);
  return { took: performance.now() - began, said: [answer.status, ...headers, body.replaceAll(email, 'ADDRESS')].join('\n') };
}

/**
 * How often the first of two is the slower one, 0 to 1: one half if they are alike, near 0 or 1 if one skips work. Taken in turns,
 * so that a machine that is busy slows both.
 */
async function slower(path: string, fields: Record<string, string>): Promise<number> {
  const known: number[] = [];
  const unknown: number[] = [];
  const said = new Set<string>();
  for (let n = 0; n < SAMPLES; n++) {
    const network = `198.51.100.${n + 1}`;
    // Whoever comes first wakes the network's guard, so each is first half of the time.
    for (const who of n % 2 === 0 ? ['known', 'nobody'] : ['nobody', 'known']) {
      const one = await tried(path, `${who}${n % ACCOUNTS}@kunde.example`, fields, network);
      (who === 'known' ? known : unknown).push(one.took);
      said.add(one.said);
    }
  }
  expect(said.size).toBe(1);
  const won = known.flatMap((one) => unknown.map((other) => (one > other ? 1 : one < other ? 0 : 0.5)));
  return won.reduce((sum: number, one) => sum + one, 0) / won.length;
}

describe('neither bytes nor time tell whether an address exists (SW06, W02)', () => {
  test('when signing in with a wrong password', async () => {
    const share = await slower('/sign-in', { password: 'nicht das Passwort' });

    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.85);
  });

  test.each(['/password/forgotten', '/sign-in/link'])('when asking for a link at %s', async (path) => {
    const share = await slower(path, {});

    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.9);
  });
});
