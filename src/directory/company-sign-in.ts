/** The only door to the package that speaks OpenID Connect: the company's own sign-in for staff. */

import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import { parseAddress } from '../rules/address.ts';
import type { Address } from '../rules/ticket.ts';

export type Company = { issuer: string; clientId: string; clientSecret: string };

/** What we asked with, to be kept until the answer comes. */
export type Asked = { state: string; nonce: string; verifier: string };

/** Providers seldom change; a new isolate asks again. */
const KNOWN_MS = 10 * 60_000;
let known: { key: string; until: number; configuration: Promise<Configuration> } | null = null;

/** Where the browser goes to sign in, and what its answer is checked against (OpenID Connect Core §3.1.2.1, RFC 7636). */
export async function askCompany(company: Company, redirectUri: string, at: number): Promise<{ url: URL; asked: Asked }> {
  const asked = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  const url = buildAuthorizationUrl(await configurationOf(company, at), {
    redirect_uri: redirectUri,
    scope: 'openid email',
    state: asked.state,
    nonce: asked.nonce,
    code_challenge: await calculatePKCECodeChallenge(asked.verifier),
    code_challenge_method: 'S256',
  });
  return { url, asked };
}

/**
 * The mail address that the company vouches for, once issuer, signature, audience, nonce, state and times of its answer are
 * checked. Null if it vouches for none: an address that is not verified there could be anybody's (SJ13). Throws if the answer is
 * none of ours or the provider cannot be reached.
 */
export async function readCompanyAnswer(company: Company, answer: URL, asked: Asked, at: number): Promise<Address | null> {
  const tokens = await authorizationCodeGrant(await configurationOf(company, at), answer, {
    pkceCodeVerifier: asked.verifier,
    expectedNonce: asked.nonce,
    expectedState: asked.state,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims?.['email_verified'] !== true || typeof claims['email'] !== 'string') return null;
  return parseAddress(claims['email']);
}

function configurationOf({ issuer, clientId, clientSecret }: Company, at: number): Promise<Configuration> {
  const key = `${issuer} ${clientId}`;
  if (known !== null && known.key === key && known.until > at) return known.configuration;
  const configuration = discovery(new URL(issuer), clientId, clientSecret, undefined, isLocal(issuer) ? { execute: [allowInsecureRequests] } : {});
  known = { key, until: at + KNOWN_MS, configuration };
  // A provider that is away now is asked again by the next one who tries.
  configuration.catch(() => (known = null));
  return configuration;
}

/** Plain http only for a provider on this machine, as tests have. */
function isLocal(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1');
}
