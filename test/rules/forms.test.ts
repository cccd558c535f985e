import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { forms } from '../../src/portal/forms.ts';

const portal = join(import.meta.dirname, '../../src/portal');
const sources = readdirSync(portal, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name)).map((name) => readFileSync(join(portal, name), 'utf8'));

/** Where the files with routes of their own are mounted. */
const mounts: Record<string, string> = { portal: '', signInRoutes: '', securityRoutes: '/profile/security', upkeepRoutes: '/upkeep' };
const posts = sources.flatMap((source) => [...source.matchAll(/^(\w+)\.(?:post|put|patch|delete|all)\('([^']+)'/gm)].map(([, app = '', path = '']) => `${mounts[app] ?? `${app} is not mounted `}${path}`));

describe('every form of the portal', () => {
  test('has its fields in src/portal/forms.ts, and nothing there is of no form (SW20)', () => {
    expect(posts.toSorted()).toEqual(Object.keys(forms).toSorted());
  });

  test('is read by no field that is not there (SW20)', () => {
    const known = new Set(Object.values(forms).flatMap((form) => (typeof form === 'object' && 'entries' in form ? Object.keys(Object(form.entries)) : [])));
    const read = sources.flatMap((source) => [...source.matchAll(/\bform\??\.(?:text|texts|has|files)\('([^']+)'/g)].map(([, name = '']) => name));

    expect(read.length).toBeGreaterThan(30);
    expect(read.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('a form', () => {
  const fits = (path: string, sent: unknown) => {
    const form = forms[path];
    return typeof form === 'object' && v.is(form, sent);
  };

  test('may leave fields out, and may be empty (SW20)', () => {
    expect(fits('/sign-in', { email: ['max@kunde.example'] })).toBe(true);
    expect(fits('/tickets/:number/replies', {})).toBe(true);
    expect(fits('/tickets', { text: ['x'], files: [new File(['a'], 'a.txt'), new File([], '')] })).toBe(true);
    expect(fits('/tickets/:number/articles/:id/redact', { passage: ['eins', 'zwei'], more: [''] })).toBe(true);
  });

  test.each([
    ['a field that it does not have', '/profile', { name: ['Max'], account: ['admin'] }],
    ['a field twice', '/tickets/:number/owner', { owner: ['a@dtnet.de', 'b@dtnet.de'] }],
    ['a file for a text', '/sign-in', { email: [new File(['x'], 'x')] }],
    ['a text for a file', '/tickets', { files: ['x'] }],
    ['far too much', '/sign-in', { email: ['x'.repeat(5000)] }],
    ['the prototype of everything', '/profile', JSON.parse('{"__proto__":["x"]}')],
    ['anything where it has only a button', '/tickets/:number/unmerge', { into: ['1'] }],
    ['no form', '/sign-in', null],
  ])('with %s is none (SW20, ASVS 15.3.3)', (_, path, sent) => {
    expect(fits(path, sent)).toBe(false);
  });
});
