/** Five thousand hostile pieces of HTML in a real browser. `SEED=7 npm run test:slow` tries others. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { watchFrames, type Watch } from '../support/hostile-frames.ts';
import { judge } from '../support/hostile-judge.ts';
import { hostileHtml, MAIL_SANDBOX, rawInFrame, rebuiltAlone, shown } from '../support/hostile-proof.ts';

const nothing = { ran: 0, connections: 0, stray: [] };
const seed = Number(process.env['SEED'] ?? 1);

describe.each(Array.from({ length: 10 }, (_, part) => part))('five hundred pieces of hostile HTML, part %i', (part) => {
  const some = hostileHtml(seed * 100 + part, 500);
  let watch: Watch;
  beforeAll(async () => {
    watch = await watchFrames({ sandbox: MAIL_SANDBOX, judge });
  });
  afterAll(() => watch?.stop());

  test('run nothing and load nothing once they are built anew, without any other protection (W06, SH02)', async () => {
    expect(await watch.show(some.map(rebuiltAlone))).toEqual(nothing);
  });

  test('run nothing and load nothing in the frame even as their sender wrote them (W06, SH03)', async () => {
    expect(await watch.show(some.map(rawInFrame))).toMatchObject({ ran: 0, connections: 0 });
  });

  test('are nothing but what the list allows as the portal shows them (W06, SH04)', async () => {
    expect(await watch.show(some.map(shown))).toEqual(nothing);
  });
});
