import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { foldReply } from '../../src/rules/reply-text.ts';

const whole = (text: string): string => foldReply(text).map((part) => part.text).join('');

/** Numbers below `below`, always the same for a seed (mulberry32). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const pieces = ['Ja, gerne.', 'Mit freundlichen Grüßen', '', '', '> ', '>> alt', '-- ', '--', '__', '_'.repeat(32), '-----Original Message-----', '---------- Forwarded message ---------', 'Von: Support <support@dtnet.de>', 'Gesendet: Dienstag, 4. Mai 2021 10:00', 'An: Anna', 'Betreff: Drucker',
  'Am 04.05.21 um 10:00 schrieb Support:', 'On Tue, May 4, 2021 at 10:00 AM Support <', 'support@dtnet.de> wrote:', 'Von meinem iPhone gesendet', '-Anna', '. . . . . . . . . .', '>>> Anna 4.5.2021 10:00 >>>', '‫في ٤:٠٠ ص كتب‬:', '\u200b', '\t', '\u00a0', 'x'.repeat(1500), '\ud83d', '\0'];
const ends = ['\n', '\n', '\n', '\r\n', '\n\n', '\r', ' '];

test('folded and shown parts are the whole text, whatever it is (M08)', () => {
  const next = chance(1);
  for (let n = 0; n < 3000; n += 1) {
    const text = Array.from({ length: next(30) }, () => `${pieces[next(pieces.length)]}${ends[next(ends.length)]}`).join('');

    expect(whole(text)).toBe(text);
    expect(text.trim() === '' || foldReply(text).some((part) => part.shown)).toBe(true);
  }
});

const corpus = join(import.meta.dirname, '../../../shared/corpus');

test.skipIf(!existsSync(corpus))('so they are of the mails of other projects, whole and cut and shuffled (M08)', () => {
  const folders = ['crisp-email-reply-parser', 'edgetier-email-reply-parser', 'mail-parser-reply', 'mailspring'];
  const files = folders.flatMap((folder) => readdirSync(join(corpus, folder)).filter((name) => /\.(txt|html)$/.test(name)).map((name) => join(corpus, folder, name)));
  const next = chance(2);
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const lines = text.split('\n');
    const shuffled = lines.map((line, at) => (next(5) === 0 ? (lines[next(lines.length)] ?? '') : line.slice(next(3) === 0 ? next(at + 1) : 0))).join('\n');

    expect(whole(text)).toBe(text);
    expect(whole(shuffled)).toBe(shuffled);
  }
});

describe('a text made to be slow', () => {
  const many = 20_000;
  test.each<[string, (n: number) => string]>([
    ['quote marks', (n) => '>'.repeat(n * 50)],
    ['quote marks and blanks', (n) => '> '.repeat(n * 25)],
    ['beginnings of attributions', (n) => `${'On '.repeat(n * 5)} wrote:`],
    ['lines that begin attributions', (n) => 'On 4 May 2021 at 10:00\n'.repeat(n)],
    ['attributions', (n) => 'On 4 May 2021 at 10:00 Anna <a@b.c> wrote:\n'.repeat(n)],
    ['a rule', (n) => '_'.repeat(n * 50)],
    ['rules', (n) => `${'_'.repeat(32)}\n`.repeat(n)],
    ['signature marks', (n) => '-- \nx\n'.repeat(n / 2)],
    ['names behind dashes', (n) => '-Anna\n\n'.repeat(n / 2)],
    ['headers', (n) => 'From: a\n'.repeat(n)],
    ['other headers', (n) => 'Foo: a@b.c\nBar: 2021 10:00\n'.repeat(n / 2)],
    ['separators', (n) => '-----Original Message-----\n\n'.repeat(n / 2)],
    ['levels', (n) => '> a\n\nb\n'.repeat(n / 3)],
    ['blank lines', (n) => '\n'.repeat(n)],
    ['blank lines between introductions', (n) => `On 4.5. a@b.c wrote:${'\n'.repeat(50)}`.repeat(n / 50)],
    ['a long line of words', (n) => 'wrote gesendet From: '.repeat(n)],
    ['dashes and letters', (n) => '-- a '.repeat(n * 5)],
  ])('is read in time that grows no faster than it does: %s (SP11)', (_what, textOf) => {
    foldReply(textOf(1000));
    const small = fastest(() => foldReply(textOf(many / 8)));
    const large = fastest(() => foldReply(textOf(many)));

    // Eight times the text: sixty-four times the work if it were quadratic, which at this size is far more than a tenth of a second.
    expect(large).toBeLessThan(24 * small + 100);
  });

  test('past the line to which it is read goes with what stands last (SP11)', () => {
    const text = `Ja\n\nOn 4 May 2021 at 10:00 Anna <a@b.c> wrote:\n${'> a\n'.repeat(100_000)}`;

    expect(whole(text)).toBe(text);
    expect(foldReply(text).map((part) => part.kind)).toEqual(['answer', 'quote']);
  });
});

/** Milliseconds of this thread's own work, so that it does not matter what else the machine does. */
function fastest(work: () => void): number {
  return Math.min(...[1, 2, 3, 4, 5].map(() => {
    const before = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  }));
}
