import { env } from 'cloudflare:workers';
import { readSettings } from './settings.ts';

/** The settings of this Worker. A wrong one throws while the Worker starts, so that it is never deployed. */
export const settings = readSettings(env);
