/** What a form may send, and that everything our pages send is among it (SW20). */

import { beforeAll, describe, expect, test } from 'vitest';
import { countParts } from '../../src/portal/count-parts.ts';
import { forms } from '../../src/portal/forms.ts';
import { bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { ask, origin, signedIn, type Visitor } from './portal-visitor.ts';

let root: Visitor;
let max: Visitor;
let number: number;
beforeAll(async () => {
  [root, max] = [await signedIn('root@dtnet.de', 'admin'), await signedIn('max@kunde.example')];
  number = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Drucker', headers: ['Cc: boss@kunde.example'], text: 'Passwort: Sommer2024' }));
});

const addressOf = (pattern: string) => pattern.replace(':number', String(number)).replace(':id', '1').replace(':secret', '1').replace(':key', 'f'.repeat(64)).replace(':token', 'x');

describe('a form with a field that it does not have', () => {
  const patterns = Object.entries(forms).filter(([pattern, form]) => form !== 'json' && pattern !== '/leave/:link').map(([pattern]) => pattern);

  test.each(patterns)('is refused at %s, and nothing is done (SW20, ASVS 15.3.3)', async (pattern) => {
    const { version } = await ticketPage(number);

    const { status, page } = await root.post(addressOf(pattern), { status: 'closed', role: 'requester', surprise: 'x' });

    expect(status).toBe(422);
    expect(page).toContain('This could not be read');
    expect((await ticketPage(number)).version).toBe(version);
  });

  test('tells a stranger no more than that (W05)', async () => {
    const stranger = await signedIn('eve@evil.example');

    const [there, missing] = [await stranger.post(`/tickets/${number}/status`, { surprise: 'x' }), await stranger.post(`/tickets/${number + 999}/status`, { surprise: 'x' })];

    expect([there.status, missing.status]).toEqual([422, 422]);
  });
});

describe('every form on our pages', () => {
  const pages = ['/', '/sign-in', '/password/forgotten', '/sign-in/link', '/sign-in/again', '/tickets', '/tickets/new', 'TICKET', 'TICKET/articles/1/redact', '/profile', '/profile/security', '/profile/security/authenticator', '/desk', '/desk/door', '/admin/people', '/admin/people?who=customers', '/admin/queues', '/admin/queues/1', '/admin/audit'];

  test.each(pages)('of %s sends only what is known (SW20)', async (path) => {
    const { page } = await root.get(path.replace('TICKET', `/tickets/${number}`));
    const { page: theirs } = await max.get(path.replace('TICKET', `/tickets/${number}`));
    const unknown = [...formsIn(page), ...formsIn(theirs)].filter(({ action, names }) => names.some((name) => !fieldsOf(action).includes(name)));

    expect(unknown).toEqual([]);
  });

  test('is found by this test (SW20)', async () => {
    const found = formsIn((await root.get(`/tickets/${number}`)).page);

    expect(found).toContainEqual({ action: `/tickets/${number}/watchers`, names: ['address', 'role'] });
    expect(found.length).toBeGreaterThan(8);
  });
});

/** A field may stand elsewhere and name its form; a button may send it elsewhere, and is none of its fields then. */
function formsIn(page: string): { action: string; names: string[] }[] {
  const found = [...page.matchAll(/<form ([^>]*)>(.*?)<\/form>/gs)].filter(([, attributes = '']) => attributes.includes('method="post"'));
  return found.flatMap(([, attributes = '', inner = '']) => {
    const id = /id="([^"]+)"/.exec(attributes)?.[1];
    const beside = id === undefined ? [] : [...page.matchAll(new RegExp(`<(?:input|select|textarea|button) [^>]*form="${id}"[^>]*>`, 'g'))].map(([tag]) => tag);
    const tags = [...[...inner.matchAll(/<(?:input|select|textarea|button) [^>]*>/g)].map(([tag]) => tag), ...beside];
    const own = tags.filter((tag) => !tag.includes('formaction='));
    const fields = own.filter((tag) => !tag.startsWith('<button'));
    const elsewhere = tags.filter((tag) => tag.includes('formaction=')).map((button) => ({ action: / formaction="([^"?]+)/.exec(button)?.[1] ?? '', names: namesOf([...fields, button]) }));
    return [{ action: /action="([^"?]+)/.exec(attributes)?.[1] ?? '', names: namesOf(own) }, ...elsewhere];
  });
}

function namesOf(tags: string[]): string[] {
  return [...new Set(tags.flatMap((tag) => / name="([^"]+)"/.exec(tag)?.[1] ?? []))];
}

function fieldsOf(action: string): string[] {
  const form = Object.entries(forms).find(([pattern]) => new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`).test(action))?.[1];
  return typeof form === 'object' && 'entries' in form ? Object.keys(Object(form.entries)) : [];
}

describe('a body', () => {
  test('of more than a hundred parts is not taken apart (SW20)', async () => {
    const form = new FormData();
    for (let at = 0; at < 120; at += 1) form.append('files', new File(['x'], `${at}.txt`));

    const answer = await ask(`/tickets/${number}/replies`, { method: 'POST', headers: { Cookie: max.cookie, Origin: origin }, body: form });

    expect(answer.status).toBe(422);
  });

  test.each([1, 7, 1000])('breaks off at the part that is one too many, in pieces of %i bytes too (SW20)', async (size) => {
    const body = new TextEncoder().encode(`${'--b\r\n\r\nx-\r\n'.repeat(6)}--b--`);
    const read = async (most: number) => {
      const pieces = new ReadableStream({
        start(controller) {
          for (let at = 0; at < body.length; at += size) controller.enqueue(body.slice(at, at + size));
          controller.close();
        },
      });
      return new Response(pieces.pipeThrough(countParts('b', most))).text();
    };

    expect(await read(6)).toBe(new TextDecoder().decode(body));
    await expect(read(5)).rejects.toThrow('too many parts');
  });

  test.each([
    ['signed out', 300_000, 413],
    ['signed in, without files', 5_000_000, 413],
  ])('%s, of %i bytes, is refused before it is read (SW20)', async (who, size, status) => {
    const body = new URLSearchParams({ text: 'x'.repeat(size) });
    const headers = { Origin: origin, ...(who === 'signed out' ? {} : { Cookie: max.cookie }) };

    expect((await ask(who === 'signed out' ? '/sign-in' : '/profile', { method: 'POST', headers, body })).status).toBe(status);
  });
});
