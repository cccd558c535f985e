/** Secrets of the deployed desk (`wrangler secret put NAME`). Each may be missing; what needs it is then off. */

import { env } from 'cloudflare:workers';

type Secrets = {
  /** Of the client at the company's own sign-in. */
  OIDC_CLIENT_SECRET?: string;
  /** Mixed into every password before it is hashed; and the one of before, while it is changed. */
  PASSWORD_PEPPER?: string;
  PASSWORD_PEPPER_BEFORE?: string;
  /** Seals credentials that agents ask for, and makes the links under which they are given. */
  SECRETS_KEY?: string;
};

declare global {
  interface Env extends Secrets {}
  namespace Cloudflare {
    interface Env extends Secrets {}
  }
}

export function companySecret(): string | null {
  return filled(env.OIDC_CLIENT_SECRET);
}

/** Today's pepper first. Without one passwords are hashed as they are. */
export function passwordPeppers(): string[] {
  return [filled(env.PASSWORD_PEPPER), filled(env.PASSWORD_PEPPER_BEFORE)].filter((pepper) => pepper !== null);
}

/** Anything shorter could be guessed, and counts as missing. */
const SHORTEST_KEY = 32;

export function secretsKey(): string | null {
  const key = filled(env.SECRETS_KEY);
  return key === null || key.length < SHORTEST_KEY ? null : key;
}

function filled(secret: string | undefined): string | null {
  return secret === undefined || secret === '' ? null : secret;
}
