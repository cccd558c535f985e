/**
 * How many times as much work four times the size is: 4 if time grows with the size, 16 if with its square. Counted in this thread's own
 * processor time, the best of three, so that a busy machine changes nothing.
 */
export function growthOf(work: (size: number) => unknown, size: number): number {
  work(size);
  return best(() => work(4 * size)) / Math.max(best(() => work(size)), CLOCK_STEP_US);
}

/** The clock of a thread moves in steps; less than one cannot be told from nothing. */
const CLOCK_STEP_US = 10_000;

/** Microseconds. */
function best(work: () => unknown): number {
  const took = Array.from({ length: 3 }, () => {
    const before = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(before);
    return user + system;
  });
  return Math.min(...took);
}
