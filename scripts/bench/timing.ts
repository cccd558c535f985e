/** Work and its floor measured in turns, so that whatever else the machine does hits both alike. Times are milliseconds. */

export type Work = () => Promise<void>;

/**
 * `knowing`: the floor once more, with the question whose session it is, where work cannot go without it. `rest` runs unmeasured after every
 * piece of work, until what it left behind is done.
 */
export type Turns = { rounds: number; warmUp: number; ours: Work; floor: Work; knowing?: Work | undefined; rest?: Work | undefined };

/** Times of pieces of work that ran side by side: of the same place in all arrays. `knowing` is empty where nothing has to be known. */
export type Compared = { ours: number[]; floor: number[]; knowing: number[] };

/** Who begins changes every round, so that none of them always finds what another one left. */
export async function inTurns({ rounds, warmUp, ours, floor, knowing, rest = async () => undefined }: Turns): Promise<Compared> {
  const compared: Compared = { ours: [], floor: [], knowing: [] };
  const works: [keyof Compared, Work][] = [['ours', ours], ['floor', floor], ...(knowing === undefined ? [] : [['knowing', knowing] satisfies [keyof Compared, Work]])];
  for (let round = -warmUp; round < rounds; round += 1) {
    const first = Math.abs(round) % works.length;
    for (const [whose, work] of [...works.slice(first), ...works.slice(0, first)]) {
      const took = await timed(work, rest);
      if (round >= 0) compared[whose].push(took);
    }
  }
  return compared;
}

async function timed(work: Work, rest: Work): Promise<number> {
  const start = performance.now();
  await work();
  const took = performance.now() - start;
  await rest();
  return took;
}

/** The work done `count` times, `lanes` of it at once. */
export async function atOnce(lanes: number, count: number, work: Work): Promise<void> {
  let left = count;
  const lane = async () => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** How many times the floor the work takes: the median of the pairs, for each pair ran side by side. */
export function ratio(ours: number[], floor: number[]): number {
  return median(ours.map((time, at) => time / (floor[at] ?? Number.NaN)));
}

export function median(times: number[]): number {
  return quantile(times, 0.5);
}

export function p95(times: number[]): number {
  return quantile(times, 0.95);
}

/** 0 of no times. */
function quantile(times: number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
