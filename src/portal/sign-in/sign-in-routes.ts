/** The addresses that are open to everybody: the way in, and the footer's language. */

import { Hono } from 'hono';
import type { PortalEnv } from '../portal-env.ts';
import { forgotten, showForgotten } from './forgotten.tsx';
import { chooseLanguage } from './language.ts';
import { showLinkSent } from './link-sent.tsx';
import { newPassword, showNewPassword } from './new-password.tsx';
import { showPasswordSaved } from './password-saved.tsx';
import { showSignIn, signIn } from './sign-in.tsx';
import { signOut } from './sign-out.ts';

/** Mounted at `/`, behind `withReader` and `sameOriginOnly`. */
export const signInRoutes = new Hono<PortalEnv>();

signInRoutes.get('/sign-in', showSignIn);
signInRoutes.post('/sign-in', signIn);
signInRoutes.post('/sign-out', signOut);

signInRoutes.get('/password/forgotten', showForgotten);
signInRoutes.post('/password/forgotten', forgotten);
signInRoutes.get('/password/link-sent', showLinkSent);
signInRoutes.get('/password/new', showNewPassword);
signInRoutes.post('/password/new', newPassword);
signInRoutes.get('/password/saved', showPasswordSaved);

signInRoutes.post('/language', chooseLanguage);
