import { describe, expect, test } from 'vitest';
import { stretches } from '../../src/rules/aligned-text.ts';

const aligned = (text: string) => stretches(text).filter((stretch) => stretch.aligned).map((stretch) => stretch.text.trim());

test.each([
  ['columns', 'PC 7      defekt\nDrucker   druckt nicht'],
  ['tabs', 'PC\t7\nDrucker\t3'],
  ['a table of signs', '| PC | 7 |\n|----|---|\n| X  | 3 |'],
  ['a log', '2026-11-24 10:00:01 Fehler\n2026-11-24 10:00:02 Neustart'],
  ['a trace of JavaScript', 'TypeError: x\n    at run (main.js:10:5)\n    at main.js:20:1'],
  ['a trace of Python', '  File "a.py", line 3, in run\n    go()\n  File "b.py", line 4, in go\n    raise X'],
])('%s is set in columns', (_, text) => {
  expect(aligned(`Guten Tag,\n\n${text}\n\nGruß`)).toEqual([text.trim()]);
});

test.each([
  ['a letter', 'Guten Tag,\nder Drucker druckt nicht.\nGruß'],
  ['indented words', '   Guten Tag,\n   der Drucker druckt nicht.'],
  ['a single gap', 'Name:      Max\nder Drucker\ndruckt nicht\nseit heute'],
  ['a list', '- PC 7\n- Drucker 3'],
])('%s is not', (_, text) => {
  expect(aligned(text)).toEqual([]);
});

describe('the stretches of a text', () => {
  test.each(['', '\n\n', ' \nx', 'a   b\nc   d\n\n\nx\n', 'x\n\na\tb\nc\td'])('are all of it: %j', (text) => {
    expect(stretches(text).map((stretch) => stretch.text).join('')).toBe(text);
  });
});
