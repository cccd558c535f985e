import { env, withEnv } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { passFor, readPass } from '../../src/portal/tickets/file-pass.ts';
import { now } from '../support/builders.ts';

const file = { key: 'files/abc', name: 'Prüfung "1".pdf', type: 'application/pdf', size: 17 };
const pass = passFor(file, now) ?? '';

describe('a pass to a file', () => {
  test('is for that file, for five minutes (SW11)', () => {
    expect(readPass(pass, now)).toEqual(file);
    expect(readPass(pass, now + 5 * 60_000 - 1)).toEqual(file);
    expect(readPass(pass, now + 5 * 60_000)).toBeNull();
  });

  const [said = '', signed = ''] = pass.split('.');
  const forged = passFor({ ...file, key: 'raw/other' }, now)?.split('.')[0] ?? '';
  test.each(['', '.', said, `${said}.`, `.${signed}`, `${said}.${signed}x`, `${said}x.${signed}`, `${forged}.${signed}`, `${said}.${'A'.repeat(43)}`, pass.toUpperCase(), `${pass}.${signed}`])('that was changed is none: "%s" (SW11)', (wrong) => {
    expect(readPass(wrong, now)).toBeNull();
  });

  test('is made and read under the desk’s own key alone, and without one not at all (SW11)', async () => {
    const others = await withEnv({ ...env, SECRETS_KEY: 'another key that is long enough for it' }, async () => readPass(pass, now));
    const none = await withEnv({ ...env, SECRETS_KEY: '' }, async () => [passFor(file, now), readPass(pass, now)]);

    expect(others).toBeNull();
    expect(none).toEqual([null, null]);
  });
});
