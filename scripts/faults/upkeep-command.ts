/** The commands of whoever keeps the desk, as they are called from a shell. */

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ended, root, type Ended } from '../start/wrangler.ts';
import type { Rig } from './rig.ts';

export type UpkeepCommand = 'export' | 'import' | 'rebuild-index';

/** Ends with another code than 0 where the desk is killed meanwhile. */
export async function upkeep({ port, state }: Rig, command: UpkeepCommand, ...args: string[]): Promise<Ended> {
  const script = join(root, `scripts/upkeep/${command}.ts`);
  const child = spawn(process.execPath, ['--no-warnings', script, ...args, '--port', String(port), '--persist-to', state], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const [code, said, wrong] = await Promise.all([ended(child), text(child.stdout), text(child.stderr)]);
  return { code, output: said + wrong };
}

/** The same where it has to go well. Throws what it said if it does not. */
export async function upkeepDone(rig: Rig, command: UpkeepCommand, ...args: string[]): Promise<string> {
  const { code, output } = await upkeep(rig, command, ...args);
  if (code !== 0) throw new Error(`npm run ${command} ended with ${code}:\n${output}`);
  return output;
}
