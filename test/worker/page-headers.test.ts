import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { portal } from '../../src/portal/portal.tsx';
import { ask, signedIn } from './portal-visitor.ts';

describe('every page', () => {
  test.each(['/sign-in', '/nowhere', '/tickets', '/desk'])('%s lets nothing run or load but what is our own (SW03)', async (path) => {
    const { headers } = await (await signedIn('reader@kunde.example')).get(path);

    const policy = headers.get('Content-Security-Policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test('tells no other site where its reader came from, and is in no frame (SW04)', async () => {
    const { headers } = await ask('/sign-in');

    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('X-Frame-Options')).toBe('DENY');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
    expect(headers.get('Cache-Control')).toBe('no-store');
  });

  test('asks for https for a year, where it came by https (SW04)', async () => {
    const context = createExecutionContext();

    const { headers } = await portal.fetch(new Request('https://help.example/sign-in'), env, context);

    expect(headers.get('Strict-Transport-Security')).toBe('max-age=31536000; includeSubDomains');
  });
});
