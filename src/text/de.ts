import type { en } from './en.ts';
import { erasing } from './de/erasing.ts';
import { letters } from './de/letters.ts';
import { newAddress } from './de/new-address.ts';
import { organisationPages } from './de/organisation-pages.ts';
import { peoplePages } from './de/people-pages.ts';
import { portal } from './de/portal.ts';
import { profile } from './de/profile.ts';
import { security } from './de/security.ts';
import { signIn } from './de/sign-in.ts';
import { words } from './de/words.ts';

export const de: typeof en = { words, erasing, letters, newAddress, organisations: organisationPages, people: peoplePages, portal, profile, security, signIn };
