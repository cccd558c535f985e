import { expect, test } from 'vitest';
import { foldReply } from '../../src/rules/reply-text.ts';

const units = ['-', '_', '=', '*', '.', '>', '|', ':', '<', ' ', '. ', '- ', '> ', '-:', ': ', 'a ', 'A-', '1.', '12:30 ', '@', 'a@', '<a@b> ', 'On ', 'Am ', 'wrote ', '[', '](', ')', '\t', '年', 'Le 1 ', '"', 'http://',
  'From: ', 'sent from my ', '-- ', '*_'];
const ends = ['', 'x', ':', ' x', ' wrote:', '>', '-', '*'];

// A pattern with two neighbours that both take a dash needs seconds for a page of dashes, although it is linear in the number of lines.
test('no line costs a hundred times what words cost, whatever is repeated in it (SP11)', () => {
  const bearable = 100 * costOf('word '.repeat(20));
  const lines = units.flatMap((unit) => ends.flatMap((end) => [70, 300, 990].map((length) => unit.repeat(length / unit.length) + end)));

  const dear = lines.filter((line) => costOf(line) > bearable && costOf(line) > bearable);

  expect(dear.map((line) => `${line.slice(0, 20)} (${line.length})`)).toEqual([]);
});

/** Milliseconds for 20,000 characters of such lines, the best of two. */
function costOf(line: string): number {
  const text = `${line}\n`.repeat(20_000 / (line.length + 1));
  return Math.min(elapsed(text), elapsed(text));
}

function elapsed(text: string): number {
  const started = performance.now();
  foldReply(text);
  return performance.now() - started;
}
