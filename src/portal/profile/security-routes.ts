/** The addresses of one's own ways in. */

import { Hono } from 'hono';
import type { PortalEnv } from '../portal-env.ts';
import { anySessionOnly, freshOnly } from '../session.ts';
import { endAuthenticator, newRecoveryCodes, setUpAuthenticator, showAuthenticator } from './authenticator.tsx';
import { changePassword } from './change-password.ts';
import { askForNewPasskey, endPasskey, keepNewPasskey } from './change-passkeys.ts';
import { endOtherSessions, endSession } from './change-sessions.ts';
import { showSecurity } from './security.tsx';

/** Mounted at `/profile/security`. Open to staff who lack the second factor: here they get it. */
export const securityRoutes = new Hono<PortalEnv>();

securityRoutes.use(anySessionOnly);
securityRoutes.get('/', showSecurity);
securityRoutes.post('/sessions/end', endSession);
securityRoutes.post('/sessions/end-others', endOtherSessions);

securityRoutes.use(freshOnly);
securityRoutes.post('/password', changePassword);
securityRoutes.post('/passkeys/options', askForNewPasskey);
securityRoutes.post('/passkeys', keepNewPasskey);
securityRoutes.post('/passkeys/remove', endPasskey);
securityRoutes.get('/authenticator', showAuthenticator);
securityRoutes.post('/authenticator', setUpAuthenticator);
securityRoutes.post('/authenticator/remove', endAuthenticator);
securityRoutes.post('/recovery-codes', newRecoveryCodes);
