import { env } from 'cloudflare:workers';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { ownHostOnly } from '../../src/portal/own-host.ts';
import type { PortalEnv } from '../../src/portal/portal-env.ts';
import { settings } from '../../src/settings-of-worker.ts';

function portalAt(publicUrl: string, attachmentOrigin: string | null = null) {
  const portal = new Hono<PortalEnv>();
  portal.use(async (c, next) => {
    c.set('settings', { ...settings, publicUrl, attachmentOrigin });
    return next();
  });
  portal.use(ownHostOnly);
  return portal.get('*', (c) => c.text('in'));
}

test.each([
  ['https://help.example', 'https://help.example/', 200],
  ['https://help.example', 'https://evil.example/', 421],
  ['https://help.example', 'https://help.example.evil.example/', 421],
  ['https://help.example', 'https://help.example:8443/', 421],
  ['http://localhost:8787', 'http://192.168.1.20:8787/', 200],
])('a desk at %s opened as %s answers %i (SW05)', async (publicUrl, asked, status) => {
  expect((await portalAt(publicUrl).request(asked, {}, env)).status).toBe(status);
});

test.each([
  ['https://files.example/files/pass/a.png', 200],
  ['https://files.example/', 421],
  ['https://files.example/sign-in', 421],
  ['https://help.example/files/pass/a.png', 404],
  ['https://help.example/tickets', 200],
  ['https://evil.example/files/pass/a.png', 404],
])('where files have an origin of their own, %s answers %i (SW10, SW05)', async (asked, status) => {
  expect((await portalAt('https://help.example', 'https://files.example').request(asked, {}, env)).status).toBe(status);
});
