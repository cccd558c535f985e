import type { Reading } from '../read/reading.ts';
import { checks, fields, type Field } from './checks.ts';
import type { Expectation, Expected } from './expectations.ts';
import { policyOn } from './policy.ts';

/** `policy` says why a miss is none. */
export type Score = { source: string; file: string; field: Field; result: 'right' | 'missed' | 'policy'; policy: string | null; expected: Partial<Expected>; got: unknown };

/** One for each field of which something is expected. */
export function score({ source, expected }: Expectation, reading: Reading): Score[] {
  return fields.flatMap((field) => {
    const verdict = checks[field](expected, reading);
    if (verdict === null) return [];
    const policy = verdict.right ? null : policyOn(source, expected.file, field);
    const result = verdict.right ? 'right' : policy === null ? 'missed' : 'policy';
    return [{ source, file: expected.file, field, result, policy, expected, got: verdict.got }];
  });
}
