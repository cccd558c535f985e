/** A CPU profile of workerd over its inspector, and what it says. */

import * as v from 'valibot';
import type { Work } from './timing.ts';

const callFrame = v.object({ functionName: v.string(), url: v.string(), lineNumber: v.number() });
const cpuProfile = v.object({
  nodes: v.array(v.object({ id: v.number(), callFrame, children: v.optional(v.array(v.number()), []) })),
  samples: v.array(v.number()),
  timeDeltas: v.array(v.number()),
});
const answer = v.looseObject({ id: v.number(), result: v.optional(v.looseObject({ profile: v.optional(cpuProfile) })) });

export type CpuProfile = v.InferOutput<typeof cpuProfile>;
export type CallFrame = v.InferOutput<typeof callFrame>;

const EVERY_MICROSECONDS = 200;

/** What runs while the work is done. `inspector` is the address of the Worker's inspector. */
export async function profileOf(inspector: URL, work: Work): Promise<CpuProfile> {
  // Without an origin the inspector takes it for a page from elsewhere.
  const socket = new WebSocket(inspector.href.replace('http', 'ws'), { headers: { origin: 'http://localhost' } });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('The inspector did not answer')));
  });
  let asked = 0;
  const ask = (method: string, params = {}) => {
    const id = (asked += 1);
    socket.send(JSON.stringify({ id, method, params }));
    return answerTo(socket, id);
  };
  try {
    await ask('Profiler.enable');
    await ask('Profiler.setSamplingInterval', { interval: EVERY_MICROSECONDS });
    await ask('Profiler.start');
    await work();
    const profile = (await ask('Profiler.stop')).result?.profile;
    if (profile === undefined) throw new Error('The inspector gave no profile');
    return profile;
  } finally {
    socket.close();
  }
}

function answerTo(socket: WebSocket, id: number): Promise<v.InferOutput<typeof answer>> {
  return new Promise((resolve) => {
    const hear = ({ data }: MessageEvent) => {
      const said = v.safeParse(answer, JSON.parse(String(data)));
      if (!said.success || said.output.id !== id) return;
      socket.removeEventListener('message', hear);
      resolve(said.output);
    };
    socket.addEventListener('message', hear);
  });
}

/** Milliseconds by name: `self` in the function itself, `whole` with all that it called. */
export type Spent = { self: Map<string, number>; whole: Map<string, number> };

export function spentBy({ nodes, samples, timeDeltas }: CpuProfile, nameOf: (frame: CallFrame) => string): Spent {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children }) => children.map((child) => [child, id] as const)));
  const spent: Spent = { self: new Map(), whole: new Map() };
  for (const [at, sample] of samples.entries()) {
    const took = (timeDeltas[at] ?? 0) / 1000;
    const names: string[] = [];
    for (let node = byId.get(sample); node !== undefined; node = byId.get(parents.get(node.id) ?? 0)) names.push(nameOf(node.callFrame));
    add(spent.self, names[0] ?? '', took);
    for (const name of new Set(names)) add(spent.whole, name, took);
  }
  return spent;
}

function add(times: Map<string, number>, name: string, took: number): void {
  times.set(name, (times.get(name) ?? 0) + took);
}
