import { unstable_getVarsForDev, unstable_readConfig } from 'wrangler';
import { join } from 'node:path';
import { readSettings, type Settings } from '../../src/settings.ts';
import { option, options } from './arguments.ts';
import { root } from './wrangler.ts';

/** What `wrangler dev` will run with, and where. `added`: arguments it needs beside the given ones. */
export type LocalDesk = { settings: Settings; url: string; host: string; port: number; added: string[] };

/**
 * The settings of wrangler.toml, .dev.vars and `--var`, checked before anything is started. On another port than
 * wrangler.toml's, PUBLIC_URL follows, so that links in letters work. Throws SettingsError.
 */
export function readLocalDesk(args: string[]): LocalDesk {
  const host = option(args, '--ip') ?? 'localhost';
  const port = Number(option(args, '--port') ?? 8787);
  const url = `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`;

  const given = givenVars(args);
  const configured = configuredVars();
  const follows = given.PUBLIC_URL === undefined && isLoopback(String(configured.PUBLIC_URL));
  const settings = readSettings({ ...configured, ...(follows ? { PUBLIC_URL: url } : {}), ...given });

  const added = [...(option(args, '--port') === undefined ? ['--port', String(port)] : []), ...(follows ? ['--var', `PUBLIC_URL:${url}`] : [])];
  return { settings, url, host, port, added };
}

function configuredVars(): Record<string, unknown> {
  const path = join(root, 'wrangler.toml');
  const { vars } = unstable_readConfig({ config: path }, { hideWarnings: true });
  const bindings = unstable_getVarsForDev(path, undefined, vars, undefined, true);
  return Object.fromEntries(Object.entries(bindings).map(([name, binding]) => [name, binding.value]));
}

/** `--var NAME:VALUE`; the value may hold colons itself. */
function givenVars(args: string[]): Record<string, string> {
  return Object.fromEntries(options(args, '--var').map((pair) => [pair.split(':', 1)[0] ?? '', pair.slice(pair.indexOf(':') + 1)]));
}

function isLoopback(url: string): boolean {
  return /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(url);
}
