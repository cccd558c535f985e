/** Secrets of the deployed desk (`wrangler secret put NAME`). Each may be missing; what needs it is then off. */

declare global {
  interface Env {
    /** Of the client at the company's own sign-in. */
    OIDC_CLIENT_SECRET?: string;
  }
}

export function companySecret(env: Env): string | null {
  return env.OIDC_CLIENT_SECRET === undefined || env.OIDC_CLIENT_SECRET === '' ? null : env.OIDC_CLIENT_SECRET;
}
