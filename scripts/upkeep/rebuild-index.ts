/** `npm run rebuild-index`: writes lists and search of a running desk anew from its tickets. It can be stopped and begun again (`--after NUMBER`). */

import * as v from 'valibot';
import { option } from '../start/arguments.ts';
import { withDesk } from './desk-access.ts';

const rebuilt = v.object({ next: v.nullable(v.number()), tickets: v.number(), waiting: v.number() });
const args = process.argv.slice(2);

await withDesk(args, async (desk) => {
  let after: number | null = Number(option(args, '--after') ?? 0);
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
