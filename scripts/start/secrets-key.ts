import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './wrangler.ts';

/** Where wrangler reads what only this machine may know; git does not see it. */
const FILE = '.dev.vars';

/** A desk on this machine gets a SECRETS_KEY of its own, once, so that agents can ask for credentials. One that is set stays. */
export function provideSecretsKey(folder = root): void {
  const path = join(folder, FILE);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (/^\s*SECRETS_KEY\s*=/m.test(before)) return;
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  appendFileSync(path, `${gap}SECRETS_KEY="${randomBytes(32).toString('base64url')}"\n`, { mode: 0o600 });
}
