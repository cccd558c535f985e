/** Where another project decided otherwise than we do: a miss that is none. Never for a fault of ours. */

import type { Field } from './checks.ts';

type Difference = { source: string; file: string; field: Field; why: string };

export const differences: Difference[] = [];

/** The reason, or null. */
export function policyOn(source: string, file: string, field: Field): string | null {
  return differences.find((one) => one.source === source && one.file === file && one.field === field)?.why ?? null;
}
