/** A real OpenID provider on this machine. Who signs in there is whoever `person` says. */

import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export type CompanyPerson = { email: string; email_verified: boolean };
export type CompanyServer = { issuer: string; clientId: string; clientSecret: string; person: CompanyPerson; stop: () => Promise<void> };

export async function startCompany(redirectUri: string): Promise<CompanyServer> {
  const server = createServer();
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const issuer = `http://127.0.0.1:${isPort(address) ? address.port : 0}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const started = { issuer, clientId: 'vorgang', clientSecret: 'a secret of the test', person: { email: 'admin@dtnet.de', email_verified: true }, stop: () => closed(server) };

  const provider = new Provider(issuer, {
    clients: [{ client_id: started.clientId, client_secret: started.clientSecret, redirect_uris: [redirectUri], token_endpoint_auth_method: 'client_secret_post' }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'one' }] },
    cookies: { keys: ['of the test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...started.person }) }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/enter/${interaction.uid}` },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/enter/') !== true) return void answer(request, response);
    void enter(provider, request, response);
  });
  return started;
}

/** Nobody is asked for anything: the company knows its people. */
async function enter(provider: Provider, request: Parameters<Provider['interactionDetails']>[0], response: Parameters<Provider['interactionDetails']>[1]): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') return provider.interactionFinished(request, response, { login: { accountId: 'one' } }, { mergeWithLastSubmission: false });
  const grant = new provider.Grant({ accountId: session?.accountId ?? 'one', clientId: String(params['client_id']) });
  grant.addOIDCScope('openid email');
  await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
}

function isPort(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

function closed(server: ReturnType<typeof createServer>): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => void server.close(() => done()));
}
