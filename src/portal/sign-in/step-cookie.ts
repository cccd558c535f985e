/** The cookie of a way in that is half gone. It lives as long as the step. */

import type { Context } from 'hono';
import { STEP_MINUTES } from '../../directory/sign-in-steps.ts';
import { deleteOwnCookie, readOwnCookie, setOwnCookie } from '../own-cookie.ts';
import type { PortalEnv } from '../portal-env.ts';

const NAME = 'step';

export function readStepCookie(c: Context<PortalEnv>): string | undefined {
  return readOwnCookie(c, NAME);
}

export function setStepCookie(c: Context<PortalEnv>, token: string) {
  setOwnCookie(c, NAME, token, STEP_MINUTES * 60);
}

export function deleteStepCookie(c: Context<PortalEnv>) {
  deleteOwnCookie(c, NAME);
}
