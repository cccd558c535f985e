import { join } from 'node:path';
import * as v from 'valibot';
import { unstable_readConfig } from 'wrangler';
import { readSettings } from '../../src/settings.ts';
import { isSignedIn, root } from '../start/wrangler.ts';
import { Stop } from './stop.ts';

const production = v.object({ vars: v.record(v.string(), v.unknown()), d1_databases: v.array(v.object({ binding: v.string(), database_id: v.optional(v.string()) })) });

/** Where the desk of [env.production] is. Throws Stop if none was deployed from here, or if nobody is signed in to Cloudflare. */
export async function deployedUrl(): Promise<string> {
  const { vars, d1_databases } = v.parse(production, unstable_readConfig({ config: join(root, 'wrangler.toml'), env: 'production' }, { hideWarnings: true }));
  const isDeployed = d1_databases.some(({ binding, database_id = '' }) => binding === 'DB' && /^[0-9a-f-]{36}$/.test(database_id));
  if (!isDeployed) throw new Stop('No desk was deployed from this folder: [env.production] in wrangler.toml names no database. Please call the command where npm run deploy was called, or call that first.');
  if (!(await isSignedIn())) throw new Stop('You are not signed in to Cloudflare. Please run: npx wrangler login');
  return readSettings(vars).publicUrl;
}
