/** A password that has leaked elsewhere is none for us: asked of a real service on this machine, which speaks as the public one does. */

import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { mailTo } from '../support/local-mail.ts';
import { linkIn, send, visitor, words } from '../support/visitor.ts';

const leaked = 'blaue pferde fliegen nie';
const padded = 'grüne pferde schwimmen gern';
const fine = 'ein anderes langes Passwort';
const hashOf = (password: string) => createHash('sha1').update(password).digest('hex').toUpperCase();

describe('a password that has leaked', () => {
  let asked: string[] = [];
  let down = false;
  let service: Server;
  let desk: Desk;
  let chromium: Browser;
  let page: Page;

  beforeAll(async () => {
    service = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(down ? 503 : 200);
      response.end(`${'0'.repeat(35)}:3\r\n${hashOf(leaked).slice(5)}:17\r\n${hashOf(padded).slice(5)}:0\r\n`);
    });
    await new Promise<void>((listening) => void service.listen(0, '127.0.0.1', listening));
    const address = service.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    [desk, chromium] = await Promise.all([startDesk({ vars: { LEAKED_PASSWORDS: `http://127.0.0.1:${port}/range/` } }), browser()]);
    page = await visitor(chromium, desk, 'de-DE');
  });
  afterAll(async () => {
    await chromium?.close();
    await desk?.stop();
    service?.close();
  });

  async function choose(password: string): Promise<string> {
    asked = [];
    await page.goto('/password/forgotten');
    await send(page, '/password/forgotten', { email: 'admin@dtnet.de' });
    await page.goto(linkIn(await mailTo(desk, 'admin@dtnet.de'), `${desk.url}/password/new`));
    await page.locator('[name=password]').fill(password);
    await page.locator('[name=password_again]').fill(password);
    await page.locator('main button[type=submit]').click();
    await page.waitForLoadState('load');
    return words(page);
  }

  test('is refused, and the service never learns which it was (ASVS 6.2.12)', async () => {
    expect(await choose(leaked)).toContain('anderswo einmal bekannt geworden');
    expect(asked).toEqual([`/range/${hashOf(leaked).slice(0, 5)}`]);
  });

  test('is none that only fills the answer up, and any other is taken, also while the service is away (ASVS 6.2.12)', async () => {
    expect(await choose(padded)).not.toContain('anderswo einmal bekannt geworden');
    down = true;
    expect(await choose(fine)).not.toContain('anderswo einmal bekannt geworden');
    expect(asked).toHaveLength(1);
    expect(new URL(page.url()).pathname).toBe('/password/saved');
  });
});
