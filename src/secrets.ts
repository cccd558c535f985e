/** Secrets of the deployed desk (`wrangler secret put NAME`). Each may be missing; what needs it is then off. */

import { env } from 'cloudflare:workers';

/**
 * `OIDC_CLIENT_SECRET`: of the client at the company's own sign-in. `PASSWORD_PEPPER`: mixed into every password before it is hashed;
 * `…_BEFORE`: the one it had, while it is changed. `SECRETS_KEY`: seals credentials that agents ask for, and makes the links under which
 * they are given.
 */
type SecretName = 'OIDC_CLIENT_SECRET' | 'PASSWORD_PEPPER' | 'PASSWORD_PEPPER_BEFORE' | 'SECRETS_KEY';

export function companySecret(): string | null {
  return secret('OIDC_CLIENT_SECRET');
}

/** Today's pepper first. Without one passwords are hashed as they are. */
export function passwordPeppers(): string[] {
  return [secret('PASSWORD_PEPPER'), secret('PASSWORD_PEPPER_BEFORE')].filter((pepper) => pepper !== null);
}

/** Anything shorter could be guessed, and counts as missing. */
const SHORTEST_KEY = 32;

export function secretsKey(): string | null {
  const key = secret('SECRETS_KEY');
  return key === null || key.length < SHORTEST_KEY ? null : key;
}

/** By its name: `wrangler types` knows a secret only on machines whose `.dev.vars` has it, so no type can be relied on. */
function secret(name: SecretName): string | null {
  const value: unknown = Reflect.get(env, name);
  return typeof value === 'string' && value !== '' ? value : null;
}
