/** `npm run bench -- [--row PART] [--share 0.2]`: how long the built desk takes for its work, beside the least that the same runtime can take for it. */

import { option } from '../start/arguments.ts';
import { startDesk } from './bench-desk.ts';
import { buildAll } from './runtime.ts';
import { openState } from './state.ts';
import { heading, rowOf } from './table.ts';
import { measure, setScene, tasks } from './work.ts';

const args = process.argv.slice(2);
const part = option(args, '--row') ?? '';
const share = Number(option(args, '--share') ?? 1);

const workers = await buildAll();
const desk = await startDesk(workers, await openState());
try {
  const scene = await setScene(desk, { common: 'drucker', rare: 'papierfach' });
  for (const line of heading) console.log(line);
  for (const task of tasks(desk, scene).filter(({ work }) => work.includes(part))) console.log(rowOf(await measure(task, share)));
} finally {
  await desk.runtime.stop();
}
