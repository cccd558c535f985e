/** The addresses that are open to everybody: the way in, and the footer's language. */

import { Hono } from 'hono';
import type { PortalEnv } from '../portal-env.ts';
import { anySessionOnly } from '../session.ts';
import { proveAgain, showAgain } from './again.tsx';
import { comeFromCompany, goToCompany } from './company.tsx';
import { forgotten, showForgotten } from './forgotten.ts';
import { chooseLanguage } from './language.ts';
import { showLinkSent } from './link-sent.tsx';
import { askForSignInLink, openLink, showOpenLink, showSignInLink, showSignInLinkSent } from './link.tsx';
import { newPassword, showNewPassword } from './new-password.tsx';
import { showPasswordSaved } from './password-saved.tsx';
import { askForPasskey, signInWithPasskey } from './passkey.ts';
import { secondFactor, showSecondFactor } from './second-factor.tsx';
import { showSignIn, signIn } from './sign-in.tsx';
import { signOut } from './sign-out.ts';

/** Mounted at `/`, behind `withReader` and `sameOriginOnly`. */
export const signInRoutes = new Hono<PortalEnv>();

signInRoutes.get('/sign-in', showSignIn);
signInRoutes.post('/sign-in', signIn);
signInRoutes.post('/sign-out', signOut);

signInRoutes.get('/sign-in/second', showSecondFactor);
signInRoutes.post('/sign-in/second', secondFactor);
signInRoutes.post('/sign-in/passkey/options', askForPasskey);
signInRoutes.post('/sign-in/passkey', signInWithPasskey);
signInRoutes.get('/sign-in/again', anySessionOnly, showAgain);
signInRoutes.post('/sign-in/again', anySessionOnly, proveAgain);

signInRoutes.get('/sign-in/company', goToCompany);
signInRoutes.get('/sign-in/company/back', comeFromCompany);

signInRoutes.get('/sign-in/link', showSignInLink);
signInRoutes.post('/sign-in/link', askForSignInLink);
signInRoutes.get('/sign-in/link/sent', showSignInLinkSent);
signInRoutes.get('/sign-in/link/open', showOpenLink);
signInRoutes.post('/sign-in/link/open', openLink);

signInRoutes.get('/password/forgotten', showForgotten);
signInRoutes.post('/password/forgotten', forgotten);
signInRoutes.get('/password/link-sent', showLinkSent);
signInRoutes.get('/password/new', showNewPassword);
signInRoutes.post('/password/new', newPassword);
signInRoutes.get('/password/saved', showPasswordSaved);

signInRoutes.post('/language', chooseLanguage);
