/** Hostile HTML in a real browser, a few each time; `npm run test:slow` shows thousands. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { watchFrames, type Watch } from '../support/hostile-frames.ts';
import { surelyHostile } from '../support/hostile-html.ts';
import { judge } from '../support/hostile-judge.ts';
import { hostileHtml, MAIL_SANDBOX, rawInFrame, rebuiltAlone, shown } from '../support/hostile-proof.ts';

const nothing = { ran: 0, connections: 0, stray: [] };
const some = [...surelyHostile, ...hostileHtml(20_261_125, 150)];

describe('hostile HTML', () => {
  let watch: Watch;
  beforeAll(async () => {
    watch = await watchFrames({ sandbox: MAIL_SANDBOX, judge });
  });
  afterAll(() => watch?.stop());

  test('runs and loads in a page without protection, so that this would be seen', async () => {
    const told = await watch.show(surelyHostile.map((html) => ({ html, headers: null })));

    expect(told.ran).toBeGreaterThan(4);
    expect(told.connections).toBeGreaterThan(4);
    expect(told.stray.length).toBeGreaterThan(4);
  });

  test('runs nothing and loads nothing once it is built anew, without any other protection (W06, SH02)', async () => {
    expect(await watch.show(some.map(rebuiltAlone))).toEqual(nothing);
  });

  test('runs nothing and loads nothing in the frame even as its sender wrote it (W06, SH03)', async () => {
    expect(await watch.show(some.map(rawInFrame))).toMatchObject({ ran: 0, connections: 0 });
  });

  test('is nothing but what the list allows as the portal shows it (W06, SH04)', async () => {
    expect(await watch.show(some.map(shown))).toEqual(nothing);
  });
});
