import { erasing } from './en/erasing.ts';
import { letters } from './en/letters.ts';
import { newAddress } from './en/new-address.ts';
import { organisationPages } from './en/organisation-pages.ts';
import { peoplePages } from './en/people-pages.ts';
import { portal } from './en/portal.ts';
import { profile } from './en/profile.ts';
import { security } from './en/security.ts';
import { signIn } from './en/sign-in.ts';
import { words } from './en/words.ts';

export const en = { words, erasing, letters, newAddress, organisations: organisationPages, people: peoplePages, portal, profile, security, signIn };
