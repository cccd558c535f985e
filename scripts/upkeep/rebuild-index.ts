/** `npm run rebuild-index`: writes lists and search of a running desk anew from its tickets. It can be stopped and begun again (`--after NUMBER`). */

import * as v from 'valibot';
import { option } from '../start/arguments.ts';
import { Stop } from './stop.ts';
import { withDesk } from './with-desk.ts';

const rebuilt = v.object({ next: v.nullable(v.number()), tickets: v.number(), waiting: v.number() });
const args = process.argv.slice(2);

function begins(): number {
  const after = Number(option(args, '--after') ?? 0);
  if (!Number.isSafeInteger(after) || after < 0) throw new Stop('--after is the number of a ticket, or nothing.');
  return after;
}

await withDesk(args, begins, async (desk, from) => {
  let after: number | null = from;
  let tickets = 0;
  let waiting = 0;
  while (after !== null) {
    const step: v.InferOutput<typeof rebuilt> = v.parse(rebuilt, await desk.step('index', { after }));
    tickets += step.tickets;
    waiting = step.waiting;
    after = step.next;
    console.log(`${tickets} tickets${after === null ? '' : `, up to #${after}`}`);
  }
  console.log(waiting === 0 ? 'The index says what the tickets say.' : `${waiting} tickets could not write their rows yet; they go on trying by themselves.`);
});
