import { describe, expect, test } from 'vitest';
import { splitBlocks, splitLong } from '../../src/portal/parts/long-text.ts';
import { readFormatting } from '../../src/rules/formatting.ts';

const lines = (count: number, of = 'Zeile') => Array.from({ length: count }, (_, at) => `${of} ${at + 1}`).join('\n');
const split = (text: string) => splitBlocks(readFormatting(text));

describe('a long text', () => {
  test('is cut after a line, and joined it is whole', () => {
    const text = lines(200);
    const [first, rest] = splitLong(text);

    expect(first.split('\n')).toHaveLength(81);
    expect(first + rest).toBe(text);
    expect(splitLong(lines(79))).toEqual([lines(79), '']);
  });
});

describe('a long formatted text', () => {
  test('that is short is whole', () => {
    const blocks = readFormatting(`**Hallo**\n\n${lines(20)}`);

    expect(splitBlocks(blocks)).toEqual([blocks, []]);
  });

  test('is cut between its blocks, each of which is in one of the parts', () => {
    const text = Array.from({ length: 60 }, (_, at) => `**Absatz ${at}**\nund mehr`).join('\n\n');
    const [first, rest] = split(text);

    expect([...first, ...rest]).toEqual(readFormatting(text));
    expect(first).toHaveLength(40);
  });

  test('is cut within code after a line, and within a list before an item, whose numbers go on', () => {
    expect(split(`\`\`\`\n${lines(100)}\n\`\`\``)).toEqual([[{ kind: 'code', text: lines(80) }], [{ kind: 'code', text: lines(100).split('\n').slice(80).join('\n') }]]);

    const [[first], [rest]] = split(Array.from({ length: 100 }, (_, at) => `${at + 1}. Schritt`).join('\n'));
    expect(first).toMatchObject({ kind: 'list', list: { start: 1 } });
    expect(rest).toMatchObject({ kind: 'list', list: { start: 81, items: { length: 20 } } });
  });

  test('is cut within a paragraph where it is plain', () => {
    const [first, rest] = split(`**Protokoll** von heute:\n${lines(120)}`);

    expect(first[0]).toMatchObject({ kind: 'paragraph', parts: [{ kind: 'strong' }, { kind: 'text' }] });
    expect(JSON.stringify(first)).not.toContain('Zeile 100');
    expect(JSON.stringify(rest)).toContain('Zeile 120');
  });
});
