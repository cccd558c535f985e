/** `npm run deploy`: brings the desk of [env.production] to a Cloudflare account. Can be run again at any time. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unstable_readConfig } from 'wrangler';
import { readSettings, type Settings, SettingsError } from '../src/settings.ts';
import { whatIsLeft } from './deploy/what-is-left.ts';
import { isSignedIn, root, runWrangler } from './start/wrangler.ts';

const NAME = 'vorgang';
/** As in wrangler.toml. */
const LETTERS_QUEUE = `${NAME}-letters`;
const PRODUCTION = ['--env', 'production'];
const configPath = join(root, 'wrangler.toml');

/** Something that whoever deploys must do first. */
class Stop extends Error {}

try {
  const settings = productionSettings();
  await checkSignedIn();
  await provideDatabase();
  await provideBucket();
  await provideQueue();
  await step('Migrating the database', ['d1', 'migrations', 'apply', 'DB', '--remote', ...PRODUCTION]);
  await step('Deploying the Worker', ['deploy', ...PRODUCTION, ...domain(settings)]);
  console.log(whatIsLeft(settings));
} catch (fault) {
  if (!(fault instanceof Stop || fault instanceof SettingsError)) throw fault;
  console.error(fault.message);
  process.exitCode = 1;
}

function productionSettings(): Settings {
  const { vars } = unstable_readConfig({ config: configPath, env: 'production' }, { hideWarnings: true });
  const settings = readSettings(vars);
  if (settings.supportAddress.endsWith('@example.com') || settings.publicUrl.includes('example.com')) {
    throw new Stop('Please fill in [env.production.vars] at the end of wrangler.toml first: your support address, tag, address of the portal, help contact and admins.');
  }
  if (settings.mailAuthentication === 'off') throw new Stop('MAIL_AUTHENTICATION must be cloudflare in [env.production.vars]: with off, anybody could write in anybody’s name.');
  return settings;
}

async function checkSignedIn(): Promise<void> {
  if (!(await isSignedIn())) throw new Stop('You are not signed in to Cloudflare. Please run: npx wrangler login');
}

/** Finds or makes the database, and writes its id into wrangler.toml. */
async function provideDatabase(): Promise<void> {
  const id = (await databaseId()) ?? (await madeDatabase());
  const config = readFileSync(configPath, 'utf8');
  const [local = '', production = ''] = config.split('[env.production]');
  writeFileSync(configPath, `${local}[env.production]${production.replace(/database_id = "[^"]*"/, `database_id = "${id}"`)}`);
}

async function databaseId(): Promise<string | undefined> {
  const listed = await step('Looking for the database', ['d1', 'list', '--json']);
  const databases: { name: string; uuid: string }[] = JSON.parse(listed.slice(listed.indexOf('['), listed.lastIndexOf(']') + 1));
  return databases.find((database) => database.name === NAME)?.uuid;
}

async function madeDatabase(): Promise<string> {
  await step('Making the database', ['d1', 'create', NAME]);
  const id = await databaseId();
  if (id === undefined) throw new Stop(`The database "${NAME}" was made but is not listed yet. Please run npm run deploy again.`);
  return id;
}

async function provideBucket(): Promise<void> {
  const found = await runWrangler(['r2', 'bucket', 'info', NAME]);
  if (found.code !== 0) await step('Making the bucket for mails and files', ['r2', 'bucket', 'create', NAME]);
}

/** For news of letters. The Worker reads it, so it must be there before. */
async function provideQueue(): Promise<void> {
  const found = await runWrangler(['queues', 'info', LETTERS_QUEUE]);
  if (found.code !== 0) await step('Making the queue for news of letters', ['queues', 'create', LETTERS_QUEUE]);
}

/** The portal's own domain, and that of files; addresses under workers.dev come by themselves. */
function domain({ publicUrl, attachmentOrigin }: Settings): string[] {
  const hosts = [publicUrl, ...(attachmentOrigin === null ? [] : [attachmentOrigin])].map((url) => new URL(url).hostname);
  return hosts.filter((host) => !host.endsWith('.workers.dev')).flatMap((host) => ['--domain', host]);
}

async function step(what: string, args: string[]): Promise<string> {
  console.log(`${what} …`);
  const { code, output } = await runWrangler(args);
  if (code !== 0) throw new Stop(`This did not work: wrangler ${args.join(' ')}\n\n${output}`);
  return output;
}
