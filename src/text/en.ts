import { letters } from './en/letters.ts';
import { portal } from './en/portal.ts';
import { security } from './en/security.ts';
import { signIn } from './en/sign-in.ts';
import { words } from './en/words.ts';

export const en = { words, letters, portal, security, signIn };
