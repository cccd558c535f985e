import type { Row } from '../row.ts';
import { killsAtPoints, killsAtRandom } from './kills.ts';
import { manyWakes } from './wakes.ts';

/** In the order of the table in docs/faults.md. */
export const rows: Row[] = [killsAtPoints, killsAtRandom, manyWakes];
