import { describe, expect, test } from 'vitest';
import { Browser, type Asked } from './front-door.ts';

const local = 'http://localhost:8787';

describe('a form counts', () => {
  test.each<[string, Record<string, string>, boolean]>([
    ['from our own pages', { Origin: local }, true],
    ['from our own pages that send no referrer', { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }, true],
    ['from a browser that sends only Sec-Fetch-Site', { 'Sec-Fetch-Site': 'same-origin' }, true],
    ['not from another site', { Origin: 'https://evil.example' }, false],
    ['not from another site that looks like ours', { Origin: 'http://localhost:8787.evil.example' }, false],
    ['not from another port of this machine', { Origin: 'http://localhost:9999' }, false],
    ['not from another scheme', { Origin: 'https://localhost:8787' }, false],
    ['not from a sandboxed or foreign page without an origin', { Origin: 'null' }, false],
    ['not from another site without an origin', { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }, false],
    ['not from a sister domain', { 'Sec-Fetch-Site': 'same-site' }, false],
    ['not from an address typed in', { 'Sec-Fetch-Site': 'none' }, false],
    ['not from nowhere', {}, false],
    ['not from another site, whatever Sec-Fetch-Site says', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' }, false],
  ])('%s (SW02)', async (_, headers, counts) => {
    const answer = await new Browser().ask('/sign-out', { method: 'POST', headers });

    expect(answer.status).toBe(counts ? 303 : 403);
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is one (SW02)', async (method) => {
    expect((await new Browser().ask('/tickets', { method })).status).toBe(403);
  });

  test.each<[string, Asked]>([['GET', {}], ['HEAD', { method: 'HEAD' }]])('%s is none', async (_, asked) => {
    expect((await new Browser().ask('/sign-in', asked)).status).toBe(200);
  });

  test('from the public address only, where the portal is public (SW02)', async () => {
    const outside = new Browser({}, 'https://other-name.example');

    expect((await outside.ask('/sign-out', { method: 'POST', headers: { Origin: 'https://other-name.example' } })).status).toBe(403);
    expect((await outside.ask('/sign-out', { method: 'POST', headers: { Origin: local } })).status).toBe(303);
  });
});
